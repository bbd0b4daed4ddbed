/** Over REST and SOAP, whatever scopes a key has: every operation is answered, or refused with nothing done. */
import { startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import { expectRefusedFirst, walkScopes } from '../scope-walk';
import { CASES, OPERATION_NAMES } from './cases/all-cases';
import type { Case } from './cases/case';

const DOORS = ['rest', 'soap11'] as const;
/** What only looks is called so; every other operation must be seen to change something. */
const LOOKS = /^(?:get|list|search|retrieve|quote|suggest)[A-Z]/;

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: DOORS })));
afterAll(() => gateway.stop());

/** What needs a credential or a key of its own is for `parity.test.ts`. */
const isPlain = ({ refused, options }: Case): boolean =>
  !refused && typeof options === 'object' && Object.keys(options).length === 0;

describe.each(DOORS)('over %s', (door) => {
  test.each(OPERATION_NAMES)('%s is refused before anything is done', async (operation) => {
    let changes = false;
    for (const { given, request } of CASES[operation].filter(isPlain)) {
      const walked = await walkScopes(gateway, {
        async prepare() {
          for (const step of given) await step(gateway);
        },
        async ask() {
          const { reply } = await gateway.doors[door](operation, request, {});
          if ('answer' in reply) return 'granted';
          if (reply.refused.code === 'scope_missing') return 'scope_missing';
          throw new Error(`${operation} is refused with ${reply.refused.code}`);
        },
      });
      changes = expectRefusedFirst(walked) || changes;
    }
    expect(changes).toBe(!LOOKS.test(operation));
  });
});
