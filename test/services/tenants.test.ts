/** A shop sees and touches its own; what belongs to another shop looks exactly like what is not there. */
import type { Caller } from '../../src/domain/access';
import {
  acceptedReturn,
  automaticWish,
  caller,
  callerOf,
  manualWish,
  money,
  openShop,
  refusalOf,
  TEA_SHOP,
  type Gateway,
} from './gateway';

let gateway: Gateway;
let refundId: number;
let returnId: number;
const stranger = callerOf('coffee');

beforeEach(async () => {
  gateway = await openShop();
  await gateway.services.shops.add({ ...TEA_SHOP, code: 'coffee' });
  returnId = (await acceptedReturn(gateway, 1)).id;
  refundId = (await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish())).id;
});
afterEach(() => gateway.close());

/** Each asks with one id, so that it can be asked for what another shop has and for what nobody has. */
const OPERATIONS: readonly (readonly [
  string,
  'order' | 'refund' | 'return',
  (who: Caller, id: number) => Promise<unknown>,
])[] = [
  ['getOrder', 'order', (who, id) => gateway.services.orders.get(who, id)],
  [
    'addAutomaticForOrder',
    'order',
    (who, id) => gateway.services.refunds.addAutomaticForOrder(who, automaticWish({ orderId: id })),
  ],
  [
    'addManual for an order',
    'order',
    (who, id) => gateway.services.refunds.addManual(who, manualWish({ sourceId: id })),
  ],
  [
    'possible for an order',
    'order',
    (who, id) => gateway.services.refundReader.possible(who, { sourceType: 'order', sourceId: id }),
  ],
  [
    'quote for an order',
    'order',
    (who, id) => gateway.services.refundReader.quote(who, { sourceType: 'order', sourceId: id }),
  ],
  [
    'openReturn',
    'order',
    (who, id) => gateway.services.returns.open(who, { orderId: id, lines: [{ lineId: 1, quantity: 1 }] }),
  ],
  [
    'addAutomatic',
    'return',
    (who, id) => gateway.services.refunds.addAutomatic(who, { sourceType: 'return', sourceId: id }),
  ],
  [
    'addManual for a return',
    'return',
    (who, id) => gateway.services.refunds.addManual(who, manualWish({ sourceType: 'return', sourceId: id })),
  ],
  [
    'possible for a return',
    'return',
    (who, id) => gateway.services.refundReader.possible(who, { sourceType: 'return', sourceId: id }),
  ],
  [
    'quote for a return',
    'return',
    (who, id) => gateway.services.refundReader.quote(who, { sourceType: 'return', sourceId: id }),
  ],
  ['getReturn', 'return', (who, id) => gateway.services.returns.get(who, id)],
  ['acceptReturn', 'return', (who, id) => gateway.services.returns.accept(who, { returnId: id })],
  ['rejectReturn', 'return', (who, id) => gateway.services.returns.reject(who, { returnId: id, reason: 'no' })],
  ['receiveReturn', 'return', (who, id) => gateway.services.returns.receive(who, { returnId: id })],
  ['closeReturn', 'return', (who, id) => gateway.services.returns.close(who, { returnId: id })],
  ['cancelReturn', 'return', (who, id) => gateway.services.returns.cancel(who, { returnId: id })],
  ['reopenReturn', 'return', (who, id) => gateway.services.returns.reopen(who, { returnId: id })],
  [
    'updateRefund',
    'refund',
    (who, id) => gateway.services.refunds.update(who, { refundId: id, amount: '1', currency: 'PLN' }),
  ],
  ['confirmRefund', 'refund', (who, id) => gateway.services.refunds.confirm(who, { refundId: id })],
  ['cancelRefund', 'refund', (who, id) => gateway.services.refunds.cancel(who, { refundId: id })],
  [
    'resolveRefund',
    'refund',
    (who, id) => gateway.services.refunds.resolve(who, { refundId: id, outcome: 'settled', reason: 'r' }),
  ],
  ['getRefund', 'refund', (who, id) => gateway.services.refundReader.get(who, id)],
  ['getRefundStatus', 'refund', (who, id) => gateway.services.refundReader.status(who, id)],
];

test.each(OPERATIONS)('%s cannot tell the %s of another shop from one that is not there', async (_name, noun, ask) => {
  const theirs = { order: 7, refund: refundId, return: returnId }[noun];
  const before = await money(gateway);
  const foreign = await refusalOf(ask(stranger, theirs));
  const missing = await refusalOf(ask(stranger, 4711));
  expect(foreign.code).toBe(`${noun}_not_found`);
  expect({ ...foreign, message: foreign.message.replaceAll(String(theirs), 'N') }).toEqual({
    ...missing,
    message: missing.message.replaceAll('4711', 'N'),
  });
  expect(await money(gateway)).toEqual(before);
});

test('lists hold nothing of another shop', async () => {
  const { orders, returns, refundReader } = gateway.services;
  expect((await orders.list(stranger, {})).items).toEqual([]);
  expect((await returns.list(stranger, {})).items).toEqual([]);
  expect((await refundReader.list(stranger, { state: 'all' })).items).toEqual([]);
  expect((await refundReader.list(stranger, { state: 'all', orderId: 7 })).items).toEqual([]);
});

test('two shops have an order of the same number, each with its own money', async () => {
  const { orders, refunds } = gateway.services;
  const payments = [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '99', reference: 'other' }];
  const lines = [{ lineId: 1, sku: 'BEAN', name: 'Beans', quantity: 1, price: '99' }];
  await orders.put(stranger, { orderId: 7, currency: 'EUR', lines, payments });
  await refunds.addAutomaticForOrder(stranger, automaticWish({ amount: '99', currency: 'EUR' }));
  expect(await money(gateway)).toMatchObject({ order: '0/1000/6000', 'payment 1': '0/1000/3000' });
});
