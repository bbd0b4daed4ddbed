/** Whatever scopes a login has: every change of an instance is answered, or refused with nothing done. */
import { readFileSync } from 'node:fs';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { expectRefusedFirst, walkScopes } from '../../scope-walk';
import { ask, channelOrder, SAC } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

const PATH = `${SAC}/instances`;
const CARD = { id: 'CREDIT_CARD', group: 'ORIGINAL_PAYMENT' };
const VOUCHER = { id: 'VOUCHER', group: 'VOUCHER' };
const OPENING = {
  action: { id: 'RETURN' },
  cause: { id: 'ARP', reason: { id: '183' } },
  items: [{ id: '298765432198761-1', quantity: 1 }],
};
const WITH_FORMS = { ...OPENING, refunds: [CARD, VOUCHER] };

/** By the names of the platform's operations; more than one wish where they ask for different scopes. */
const WISHES: Readonly<Record<string, { readonly method: string; readonly instances: readonly object[] }>> = {
  createInstance: { method: 'POST', instances: [OPENING, WITH_FORMS] },
  changeInstance: {
    method: 'PUT',
    instances: [
      { id: '1', status: 'CANCELLED' },
      { id: '1', refunds: [VOUCHER] },
    ],
  },
};

const { paths } = JSON.parse(readFileSync('generated/skyhub/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
};
const CHANGING = Object.values(paths).flatMap((item) =>
  Object.entries(item).flatMap(([method, { operationId }]) => (method === 'get' ? [] : [operationId])),
);

test.each(CHANGING)('%s is refused before anything is done', async (name) => {
  const { method = '', instances = [] } = WISHES[name] ?? {};
  expect(instances).not.toEqual([]);
  for (const instance of instances) {
    const walked = await walkScopes(gateway, {
      async prepare() {
        await gateway.services.orders.put(gateway.caller, channelOrder());
        if (method === 'PUT') await ask(gateway, 'POST', PATH, { instance: WITH_FORMS });
      },
      async ask() {
        const { status, body } = await ask(gateway, method, PATH, { instance });
        if (status === 403) return 'scope_missing';
        if (status === 200 || status === 201) return 'granted';
        throw new Error(`${name} is answered ${status} ${JSON.stringify(body)}`);
      },
    });
    expect(expectRefusedFirst(walked)).toBe(true);
  }
});
