/** At all three doors of this platform, whatever scopes a key has: every method is answered, or refused with nothing done. */
import { readFileSync } from 'node:fs';
import type { MethodName } from '../../../src/dialects/idosell/faults';
import { GATE_METHODS } from '../../../src/dialects/idosell/gate-methods';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { expectRefusedFirst, walkScopes } from '../../scope-walk';
import { did, ORDER_ID, usual } from './fault-worlds';
import type { Step } from './fault-worlds';
import { WIRE_DOOR_NAMES, WIRE_DOORS } from './wire-doors';
import type { Params } from './wire-doors';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

const ORDER = { sourceType: 'order', sourceId: ORDER_ID } as const;
const MONEY = { refundValue: 12.5, refundCurrency: 'PLN' };
const ADD = { ...ORDER, paymentId: 1, ...MONEY };
const added: Step = did('addAutomaticRefundForOrder', ADD);
/** The payment is the first of what is numbered in the order, the refund the second. */
const REFUND = { ...ORDER, paymentId: 2 };

interface Wish {
  readonly given?: Step;
  readonly params: Params;
  /** It changes nothing, whoever asks. */
  readonly looks?: true;
}

const WISHES: Readonly<Record<MethodName, Wish>> = {
  addAutomaticRefund: { params: { sourceType: 'return', sourceId: 1 } },
  addAutomaticRefundForOrder: { params: ADD },
  addManualRefund: { params: { ...ORDER, ...MONEY, refundDetails: { paymentFormId: 1 } } },
  getPossibleAutoRefunds: { params: ORDER, looks: true },
  getRefundStatus: { given: added, params: REFUND, looks: true },
  updateRefund: { given: added, params: { ...REFUND, ...MONEY, refundValue: 10 } },
  confirmRefund: { given: added, params: REFUND },
  cancelRefund: { given: added, params: REFUND },
  retrieveRefundsList: { given: added, params: { sourceType: 'order' }, looks: true },
};

const NAMES = GATE_METHODS.flatMap((method) => (method.gate === 'refunds' ? [method.name] : []));

describe.each(WIRE_DOOR_NAMES)('over %s', (door) => {
  test.each(NAMES)('%s is refused before anything is done', async (name) => {
    const { given, params, looks } = WISHES[name];
    const walked = await walkScopes(gateway, {
      async prepare() {
        await usual(gateway);
        await given?.(gateway);
      },
      async ask() {
        const { status, reply } = await WIRE_DOORS[door]({ ...gateway, bearer: gateway.key }, name, params);
        const told = JSON.stringify(reply);
        if (/Access denied/.test(told)) return 'scope_missing';
        if (status === 200 && !/"faultCode":[1-9]/.test(told)) return 'granted';
        throw new Error(`${name} is answered ${status} ${told}`);
      },
    });
    expect(expectRefusedFirst(walked)).toBe(!looks);
  });
});

test('these are all methods that can change anything: what REST has beside them looks for orders', () => {
  expect(Object.keys(WISHES).sort()).toEqual([...NAMES].sort());
  const text = readFileSync('generated/idosell/openapi.json', 'utf8');
  const { paths } = JSON.parse(text) as { readonly paths: Readonly<Record<string, object>> };
  const sent = Object.entries(paths).flatMap(([path, item]) => ('get' in item ? [] : [path]));
  const changing = NAMES.filter((name) => !WISHES[name].looks).map((name) => `/refunds/${name}`);
  expect(sent.sort()).toEqual([...changing, '/orders/orders/search', '/orders/orders/get'].sort());
});
