/**
 * What was accepted of a return is the most that any door gives back for it, also once fewer units arrived than were accepted; and
 * goods that a return holds are given back through no other door. The rule is written once, in the domain: this asks every door.
 */
import type { PutOrder } from '../../src/services/wishes';
import { SHOP, startGateway } from '../gateway-under-test';
import type { DoorName, GatewayUnderTest } from '../gateway-under-test';
import { WIRE_DOOR_NAMES, WIRE_DOORS } from './idosell/wire-doors';
import { ask as askSapo } from './sapo/shop';
import { ask as askSkyhub } from './skyhub/channel-shop';

const ORDER = 7;
const RETURN = 1;
/** 40.00 PLN: two mugs at 10.00 and a pot at 20.00, all of it paid by card. */
const order: PutOrder = {
  ...{ orderId: ORDER, orderNumber: '700', channel: 'web', currency: 'PLN', fulfilment: 'fulfilled' },
  lines: [
    { lineId: 1, sku: 'MUG', name: 'Mug', quantity: 2, price: '10.00' },
    { lineId: 2, sku: 'POT', name: 'Tea pot', quantity: 1, price: '20.00' },
  ],
  payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '40.00', reference: 'pay_1' }],
};
const MUGS = { lineId: 1, quantity: 2 };

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());

/** A return of both mugs, accepted; of which one arrived, and one only is accepted since. */
beforeEach(async () => {
  await gateway.clear();
  const { orders, returns } = gateway.services;
  await orders.put(gateway.caller, order);
  await returns.open(gateway.caller, { orderId: ORDER, kind: 'return', lines: [MUGS] });
  await returns.accept(gateway.caller, { returnId: RETURN });
  await returns.receive(gateway.caller, { returnId: RETURN, lines: [{ lineId: 1, received: 1 }] });
});

/** What a door answers to a wish: whether it was granted, and in which words it was not. */
interface Answer {
  readonly isGranted: boolean;
  readonly words: unknown;
}
type Wish = (amount: string) => Promise<Answer>;

const own =
  (door: DoorName, automatic: boolean): Wish =>
  async (amount) => {
    const wish = { sourceType: 'return', sourceId: RETURN, amount } as const;
    const reply = automatic
      ? await gateway.ask[door]('addAutomaticRefund', wish)
      : await gateway.ask[door]('addManualRefund', { ...wish, currency: 'PLN', destination: 'cash' });
    return 'refused' in reply ? { isGranted: false, words: reply.refused.code } : { isGranted: true, words: undefined };
  };

const idosell =
  (door: (typeof WIRE_DOOR_NAMES)[number]): Wish =>
  async (amount) => {
    const params = { sourceType: 'return', sourceId: RETURN, refundValue: Number(amount), refundCurrency: 'PLN' };
    const { reply } = await WIRE_DOORS[door](gateway, 'addManualRefund', params);
    // Over REST what was granted has no errors.
    const { faultCode } = (reply['errors'] ?? { faultCode: 0 }) as { faultCode: number };
    return { isGranted: faultCode === 0, words: faultCode };
  };

const WISHES: [string, Wish, unknown][] = [
  ['our own REST, by hand', own('rest', false), 'amount_exceeds_refundable'],
  ['our own REST, by the provider', own('rest', true), 'amount_exceeds_refundable'],
  ['our own SOAP 1.1', own('soap11', false), 'amount_exceeds_refundable'],
  ['our own SOAP 1.2', own('soap12', true), 'amount_exceeds_refundable'],
  ...WIRE_DOOR_NAMES.map((name): [string, Wish, unknown] => [`IdoSell's ${name}`, idosell(name), 4009]),
];

const committed = async (): Promise<number> => (await gateway.services.returns.get(gateway.caller, RETURN)).committed;

test.each(WISHES)('%s gives back what was accepted, and not a grosz more', async (_name, wish, words) => {
  expect(await wish('10.01')).toEqual({ isGranted: false, words });
  expect(await wish('20.00')).toEqual({ isGranted: false, words });
  expect(await committed()).toBe(0);
  expect(await wish('10.00')).toMatchObject({ isGranted: true });
  expect(await wish('0.01')).toEqual({ isGranted: false, words });
  expect(await committed()).toBe(1000);
});

/** Gives so many mugs back that do not belong to the return; the answer is a status or a refusal. */
const OTHERS: [string, (quantity: number) => Promise<unknown>, unknown][] = [
  [
    'our own composed refund',
    async (quantity) => {
      const wish = { orderId: ORDER, lines: [{ lineId: 1, quantity }], parts: [{ paymentId: 1, amount: '5.00' }] };
      const reply = await gateway.ask.rest('addComposedRefund', wish);
      return 'refused' in reply ? reply.refused.code : 'granted';
    },
    'quantity_exceeds_refundable',
  ],
  [
    'another return',
    async (quantity) => {
      const reply = await gateway.ask.soap12('openReturn', { orderId: ORDER, lines: [{ lineId: 1, quantity }] });
      return 'refused' in reply ? reply.refused.code : 'granted';
    },
    'quantity_exceeds_refundable',
  ],
  [
    "Sapo's refund",
    async (quantity) => {
      const refund = { refund_line_items: [{ line_item_id: 1, quantity }], transactions: [] };
      const { status } = await askSapo(gateway, `orders/${ORDER}/refunds.json`, { body: { refund } });
      return status < 300 ? 'granted' : status;
    },
    422,
  ],
  [
    "SkyHub's instance",
    async (quantity) => {
      const cause = { id: 'ARP', reason: { id: '183' } };
      const instance = { items: [{ id: '700-1', quantity }], action: { id: 'RETURN' }, cause };
      const { status } = await askSkyhub(gateway, 'POST', '/sac/web-700/instances', { instance });
      return status < 300 ? 'granted' : status;
    },
    422,
  ],
];

test.each(OTHERS)('%s has the mug that did not come back, and not the other one', async (_name, wish, refused) => {
  expect(await wish(2)).toBe(refused);
  expect(await wish(1)).toBe('granted');
  expect(await wish(1)).toBe(refused);
});

test('an exchange gives no money back, through no door', async () => {
  const { returns } = gateway.services;
  const lines = [{ lineId: 2, quantity: 1 }];
  const { id } = await returns.open(gateway.caller, {
    orderId: ORDER,
    kind: 'return',
    compensation: 'exchange',
    lines,
  });
  await returns.accept(gateway.caller, { returnId: id });
  for (const door of ['rest', 'soap11', 'soap12'] as const) {
    const wish = { sourceType: 'return', sourceId: id, amount: '0.01' } as const;
    for (const reply of [
      await gateway.ask[door]('addAutomaticRefund', wish),
      await gateway.ask[door]('addManualRefund', { ...wish, currency: 'PLN', destination: 'cash' }),
    ]) {
      expect(reply).toMatchObject({ refused: { code: 'return_is_exchange' } });
    }
  }
  for (const name of WIRE_DOOR_NAMES) {
    const params = { sourceType: 'return', sourceId: id, refundValue: 0.01, refundCurrency: 'PLN' };
    const { reply } = await WIRE_DOORS[name](gateway, 'addManualRefund', params);
    expect(reply['errors']).toMatchObject({ faultCode: 4009 });
  }
  expect(await returns.get(gateway.caller, id)).toMatchObject({ committed: 0 });
});

test('what goes back to stock is told once, when the goods are there, and not again when the return is taken up anew', async () => {
  const { returns } = gateway.services;
  const lines = [{ lineId: 2, quantity: 1 }];
  const { id: returnId } = await returns.open(gateway.caller, { orderId: ORDER, kind: 'return', lines });
  const arrived = { returnId, lines: [{ lineId: 2, received: 1, restock: true }] };
  const told = async (): Promise<string[]> => {
    const entries = await gateway.database.reader.read(({ audit }) => audit.of(SHOP, 'return', returnId));
    return entries.filter(({ after = '' }) => after.includes('"restock"')).map(({ action }) => action);
  };
  await returns.accept(gateway.caller, { returnId });
  expect(await told()).toEqual([]);
  await returns.receive(gateway.caller, arrived);
  expect(await told()).toEqual(['return.receive']);
  await returns.close(gateway.caller, { returnId });
  await returns.reopen(gateway.caller, { returnId });
  await returns.receive(gateway.caller, arrived);
  expect(await told()).toEqual(['return.receive']);
});
