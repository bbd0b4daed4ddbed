/** Real SOAP stacks give money back through the whole gateway, each from the WSDLs that it serves. */
import { loginOf, openShop } from '../../dialects/idosell/three-doors';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { notHere } from '../not-here';
import { dotnetGateClient } from './dotnet-gate-client';
import { GATE_CLIENTS } from './gate-clients';
import type { GateOutcome } from './gate-clients';

jest.setTimeout(300_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await openShop(gateway);
});

const ORDER = { sourceType: 'order', sourceId: 10032 };
const PLN = { refundCurrency: 'PLN' };

/** What is asked, and of what is told the one thing that shows whether it was understood; all read without arrays. */
const STORY: readonly (readonly [method: string, params: object, member: string, told: unknown, code: number])[] = [
  ['addAutomaticRefundForOrder', { sourceId: 10032, refundValue: 9.99, paymentId: 1, ...PLN }, 'refundId', 2, 0],
  ['getRefundStatus', { ...ORDER, paymentId: 2 }, 'refundValue', 9.99, 0],
  ['updateRefund', { ...ORDER, paymentId: '2', refundValue: 15.5, ...PLN }, 'updateResult', true, 0],
  ['confirmRefund', { ...ORDER, paymentId: 2 }, 'confirmResult', true, 0],
  ['confirmRefund', { ...ORDER, paymentId: 2 }, 'confirmResult', false, 4017],
  ['getRefundStatus', { ...ORDER, paymentId: 2 }, 'refundStatus', 'Processing', 0],
  ['addManualRefund', { ...ORDER, refundValue: 20.12, ...PLN, refundDetails: { account: 'Ż 1' } }, 'refundId', 3, 0],
  ['cancelRefund', { ...ORDER, paymentId: '3' }, 'resultStatus', true, 0],
  ['addAutomaticRefund', { sourceType: 'return', sourceId: 1 }, 'refundId', 1, 0],
];

/** Of a reply the member in question and the code of `errors`; stacks differ in how they show a number. */
function heard(outcome: GateOutcome | undefined, member: string): unknown[] {
  if (!outcome || !('reply' in outcome)) return [outcome];
  const { result, errors } = outcome.reply as Record<'result' | 'errors', Readonly<Record<string, unknown>>>;
  return [String(result[member]), Number(errors['faultCode'])];
}

describe.each([...GATE_CLIENTS, dotnetGateClient].map((client) => [client.name, client] as const))(
  '%s',
  (name, client) => {
    if ('missing' in client.found) return notHere(`${name} is not here: ${client.found.missing}`);

    test('adds, changes, confirms and cancels refunds', async () => {
      const calls = STORY.map(([method, params]) => ({
        method,
        wsdl: `${gateway.address}/api/?gate=refunds/${method}/196/soap/wsdl`,
        request: { authenticate: loginOf(gateway), params },
        headers: [],
      }));
      const outcomes = await client.run(calls);
      const told = STORY.map(([method, , , value, code]) => [method, String(value), code]);
      expect(STORY.map(([method, , member], index) => [method, ...heard(outcomes[index], member)])).toEqual(told);
      const { items: refunds } = await gateway.services.refundReader.drafts(gateway.caller, { page: 1, limit: 10 });
      expect(refunds.map(({ amount, sourceType }) => [sourceType, amount])).toEqual([['return', 4000]]);
    });
  },
);
