import type { Strategy } from '../../src/domain/allocation';
import type { PutOrder } from '../../src/services/wishes';
import {
  acceptedReturn,
  automaticWish,
  caller,
  confirmedRefund,
  manualWish,
  money,
  openShop,
  ORDER,
  type Gateway,
} from './gateway';

let gateway: Gateway;
const opened: Gateway[] = [];
async function open(...args: Parameters<typeof openShop>): Promise<Gateway> {
  gateway = await openShop(...args);
  opened.push(gateway);
  return gateway;
}
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

describe('an automatic refund of a payment', () => {
  beforeEach(() => open());

  test('reserves its money at once and waits for confirmation', async () => {
    const refund = await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '12.30' }));
    expect(refund).toMatchObject({
      ...{ orderId: ORDER, sourceType: 'order', sourceId: ORDER, method: 'automatic', amount: 1230, currency: 'PLN' },
      ...{ shipping: 0, adjustment: 1230, createdAt: gateway.clock.now() },
      transactions: [{ state: 'requested', amount: 1230, paymentId: 1, provider: 'simulated' }],
    });
    expect(await money(gateway)).toEqual({
      order: '0/1230/6000',
      'payment 1': '0/1230/3000',
      'payment 2': '0/0/2000',
      'payment 3': '0/0/1000',
    });
  });

  test('is answered as it can be read afterwards', async () => {
    const wish = automaticWish({ reason: 'torn', note: 'sorry', lines: [{ lineId: 1, quantity: 1 }] });
    const refund = await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    const { refund: read } = await gateway.services.refundReader.get(caller, refund.id);
    expect(refund).toStrictEqual(read);
  });

  test('names the units and the shipping it covers; the adjustment makes up the rest', async () => {
    const wish = automaticWish({ amount: '22.00', lines: [{ lineId: 1, quantity: 2 }], shipping: '5.00' });
    const refund = await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    const { lines } = await gateway.services.refundReader.get(caller, refund.id);
    expect(refund).toMatchObject({ shipping: 500, adjustment: -300 });
    expect(lines).toEqual([{ lineId: 1, sku: 'MUG', quantity: 2, units: [[1, 2]], amount: 2000 }]);
  });

  test('gives the next refund other units of the line', async () => {
    const wish = automaticWish({ lines: [{ lineId: 1, quantity: 1 }] });
    await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    const second = await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    expect((await gateway.services.refundReader.get(caller, second.id)).lines[0]?.units).toEqual([[2, 2]]);
  });

  test('is handed to the worker by its confirmation, and still holds its money', async () => {
    const refund = await confirmedRefund(gateway);
    expect(refund).toMatchObject({ confirmedAt: gateway.clock.now(), transactions: [{ state: 'approved' }] });
    expect(await gateway.database.reader.read((stores) => stores.outbox.oldestDue())).toBe(gateway.clock.now());
    expect(await money(gateway)).toMatchObject({ order: '0/1000/6000', 'payment 1': '0/1000/3000' });
  });
});

describe('an automatic refund of a return', () => {
  test.each<[Strategy, [number, number][]]>([
    [
      'largest_first',
      [
        [1, 3000],
        [2, 500],
      ],
    ],
    [
      'oldest_first',
      [
        [2, 2000],
        [1, 1500],
      ],
    ],
    [
      'original_ratio',
      [
        [1, 2100],
        [2, 1400],
      ],
    ],
    [
      'card_before_voucher',
      [
        [1, 3000],
        [2, 500],
      ],
    ],
  ])('is spread over the payments %s', async (strategy, parts) => {
    const payments: PutOrder['payments'] = [
      { paymentId: 1, provider: 'simulated', method: 'card', amount: '30', reference: 'a', capturedAt: 2 },
      { paymentId: 2, provider: 'simulated', method: 'voucher', amount: '20', reference: 'b', capturedAt: 1 },
    ];
    await open({ payments }, { strategy });
    const { services } = gateway;
    const { id: returnId } = await services.returns.open(caller, {
      orderId: ORDER,
      lines: [
        { lineId: 1, quantity: 1 },
        { lineId: 2, quantity: 1 },
      ],
    });
    await services.returns.accept(caller, { returnId });
    const refund = await services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId: returnId });
    expect(refund.amount).toBe(3500);
    expect(refund.transactions.map(({ paymentId, amount }) => [paymentId, amount])).toEqual(parts);
    expect(new Set(refund.transactions.map(({ id }) => id)).size).toBe(2);
    expect((await services.returns.get(caller, returnId)).committed).toBe(3500);
  });

  test('of its whole worth names the goods; of a part of it, an amount alone', async () => {
    await open();
    const { refunds, refundReader } = gateway.services;
    const whole = await acceptedReturn(gateway, 2);
    const all = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: whole.id });
    expect(all).toMatchObject({ amount: 2000, adjustment: 0 });
    expect((await refundReader.get(caller, all.id)).lines).toEqual([
      { lineId: 1, sku: 'MUG', quantity: 2, units: [[1, 2]], amount: 2000 },
    ]);
    const other = await acceptedReturn(gateway, 1);
    const part = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: other.id, amount: '4' });
    expect(part).toMatchObject({ amount: 400, adjustment: 400 });
    expect((await refundReader.get(caller, part.id)).lines).toEqual([]);
  });

  test('names no line of which nothing was accepted', async () => {
    await open();
    const { refunds, refundReader, returns } = gateway.services;
    const lines = [1, 2].map((lineId) => ({ lineId, quantity: 1 }));
    const { id: returnId } = await returns.open(caller, { orderId: ORDER, lines });
    await returns.accept(caller, { returnId, lines: lines.slice(1) });
    const { id } = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: returnId });
    expect((await refundReader.get(caller, id)).lines).toMatchObject([{ lineId: 2, quantity: 1, amount: 2500 }]);
  });

  test('without an amount gives what is left of the worth', async () => {
    await open();
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    const wish = { sourceType: 'return', sourceId } as const;
    await gateway.services.refunds.addAutomatic(caller, { ...wish, amount: '4.01' });
    expect((await gateway.services.refunds.addAutomatic(caller, wish)).amount).toBe(1599);
  });

  test('confirms, and cancels, all its transactions together', async () => {
    await open();
    const { refunds } = gateway.services;
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
    const { id: sourceId } = await acceptedReturn(gateway, 3);
    const { id: refundId } = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId, amount: '24' });
    const confirmed = await refunds.confirm(caller, { refundId });
    expect(confirmed.transactions.map(({ paymentId, amount, state }) => [paymentId, amount, state])).toEqual([
      [2, 2000, 'approved'],
      [1, 400, 'approved'],
    ]);
    await refunds.cancel(caller, { refundId });
    expect(await money(gateway)).toMatchObject({
      order: '0/2500/6000',
      'payment 1': '0/2500/3000',
      'payment 2': '0/0/2000',
    });
  });
});

describe('a manual refund', () => {
  beforeEach(() => open());

  test('holds its money on the order alone, and is settled by its confirmation', async () => {
    const { refunds, refundReader } = gateway.services;
    const added = await refunds.addManual(caller, manualWish({ reference: 'TR-5', destination: 'bank_transfer' }));
    expect(added.transactions).toMatchObject([{ state: 'requested', destination: 'bank_transfer', reference: 'TR-5' }]);
    expect(await money(gateway)).toMatchObject({ order: '0/1000/6000', 'payment 1': '0/0/3000' });
    gateway.clock.pass(5000);
    const confirmed = await refunds.confirm(caller, { refundId: added.id });
    expect(confirmed.transactions).toMatchObject([{ state: 'settled', settledAt: gateway.clock.now() }]);
    expect(await money(gateway)).toMatchObject({ order: '1000/1000/6000', 'payment 1': '0/0/3000' });
    expect(await gateway.database.reader.read((stores) => stores.outbox.oldestDue())).toBeUndefined();
    expect(await refundReader.status(caller, added.id)).toMatchObject({ state: 'settled', settledAmount: 1000 });
  });

  test('gives back what no provider can: money paid in cash', async () => {
    const refund = await gateway.services.refunds.addManual(caller, manualWish({ amount: '60' }));
    expect(refund.amount).toBe(6000);
  });

  test('of a return is taken from its worth', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    await gateway.services.refunds.addManual(caller, manualWish({ sourceType: 'return', sourceId, amount: '15' }));
    expect(await gateway.services.returns.get(caller, sourceId)).toMatchObject({ captured: 2000, committed: 1500 });
  });
});

describe('changing a refund', () => {
  beforeEach(() => open());

  test.each([
    ['more', '29.99', 2999],
    ['all there is on the payment', '30.00', 3000],
    ['less', '0.01', 1],
    ['the same', '10.00', 1000],
  ])('to %s reserves just that', async (_what, amount, minor) => {
    const { refunds } = gateway.services;
    const { id: refundId, transactions } = await refunds.addAutomaticForOrder(caller, automaticWish());
    const refund = await refunds.update(caller, { refundId, amount, currency: 'PLN' });
    expect(refund).toMatchObject({ amount: minor, adjustment: minor });
    expect(refund.transactions).toMatchObject([{ id: transactions[0]?.id, amount: minor, state: 'requested' }]);
    expect(await money(gateway)).toMatchObject({ order: `0/${minor}/6000`, 'payment 1': `0/${minor}/3000` });
  });

  test('of goods keeps the goods and changes the adjustment', async () => {
    const { refunds } = gateway.services;
    const wish = automaticWish({ amount: '15', lines: [{ lineId: 1, quantity: 1 }], shipping: '5' });
    const { id: refundId } = await refunds.addAutomaticForOrder(caller, wish);
    expect(await refunds.update(caller, { refundId, amount: '14', currency: 'PLN' })).toMatchObject({
      ...{ amount: 1400, shipping: 500, adjustment: -100 },
    });
  });

  test('over several payments is planned anew: transactions come, change and go', async () => {
    const { refunds } = gateway.services;
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '5' }));
    const { id: sourceId } = await acceptedReturn(gateway, 3);
    const added = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId, amount: '26' });
    const parts = ({ transactions }: typeof added): [number | undefined, number][] =>
      transactions.map(({ paymentId, amount }) => [paymentId, amount]);
    expect(parts(added)).toEqual([
      [1, 2500],
      [2, 100],
    ]);

    const less = await refunds.update(caller, { refundId: added.id, amount: '7', currency: 'PLN' });
    expect(parts(less)).toEqual([[1, 700]]);
    expect(await money(gateway)).toMatchObject({
      order: '0/1200/6000',
      'payment 1': '0/1200/3000',
      'payment 2': '0/0/2000',
    });

    const more = await refunds.update(caller, { refundId: added.id, amount: '30', currency: 'PLN' });
    expect(parts(more)).toEqual([
      [1, 2500],
      [2, 500],
    ]);
    expect(more.transactions[0]?.id).toBe(added.transactions[0]?.id);
    expect(await money(gateway)).toMatchObject({
      order: '0/3500/6000',
      'payment 1': '0/3000/3000',
      'payment 2': '0/500/2000',
    });
    expect((await gateway.services.returns.get(caller, sourceId)).committed).toBe(3000);
  });

  test('keeps the destination and the number of a manual one', async () => {
    const { refunds } = gateway.services;
    const { id: refundId } = await refunds.addManual(caller, manualWish({ destination: 'voucher', reference: 'V1' }));
    const refund = await refunds.update(caller, { refundId, amount: '60', currency: 'PLN' });
    expect(refund.transactions).toMatchObject([{ amount: 6000, destination: 'voucher', reference: 'V1' }]);
    expect(await money(gateway)).toMatchObject({ order: '0/6000/6000' });
  });
});

describe('cancelling a refund', () => {
  beforeEach(() => open());

  test.each(['requested', 'approved'] as const)('that is %s releases its money, and its goods', async (state) => {
    const { refunds, refundReader } = gateway.services;
    const wish = automaticWish({ amount: '30', lines: [{ lineId: 1, quantity: 3 }] });
    const { id: refundId } = await refunds.addAutomaticForOrder(caller, wish);
    if (state === 'approved') await refunds.confirm(caller, { refundId });
    await refunds.cancel(caller, { refundId, reason: 'the customer kept it' });
    expect(await refundReader.status(caller, refundId)).toMatchObject({ state: 'cancelled', settledAmount: 0 });
    expect(await money(gateway)).toMatchObject({ order: '0/0/6000', 'payment 1': '0/0/3000' });
    expect(await refunds.addAutomaticForOrder(caller, wish)).toMatchObject({ amount: 3000 });
  });

  test('that was confirmed takes it from the worker', async () => {
    const { id: refundId } = await confirmedRefund(gateway);
    await gateway.services.refunds.cancel(caller, { refundId });
    expect(await gateway.services.dispatch.claim('worker', 10)).toEqual([]);
    expect(await gateway.database.reader.read((stores) => stores.outbox.oldestDue())).toBeUndefined();
  });

  test('of a return gives its worth free', async () => {
    const { refunds, returns } = gateway.services;
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    const { id: refundId } = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId });
    await refunds.cancel(caller, { refundId });
    expect(await returns.get(caller, sourceId)).toMatchObject({ captured: 2000, committed: 0 });
  });
});

describe('looking at refunds', () => {
  beforeEach(() => open());

  test('tells what is still possible, payment by payment', async () => {
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish());
    const possible = await gateway.services.refundReader.possible(caller, { sourceType: 'order', sourceId: ORDER });
    expect(possible).toMatchObject({
      ...{ orderId: ORDER, currency: 'PLN', refundable: 5000 },
      payments: [
        { id: 1, committed: 1000, refundable: true },
        { id: 2, committed: 0, refundable: true },
        { id: 3, committed: 0, refundable: false },
      ],
    });
  });

  test('nothing is possible for a return before it is accepted, nor for an exchange', async () => {
    const { returns, refundReader } = gateway.services;
    const lines = [{ lineId: 1, quantity: 1 }];
    const waiting = await returns.open(caller, { orderId: ORDER, lines });
    const exchange = await returns.open(caller, { orderId: ORDER, lines, compensation: 'exchange' });
    await returns.accept(caller, { returnId: exchange.id });
    for (const { id: sourceId } of [waiting, exchange]) {
      expect((await refundReader.possible(caller, { sourceType: 'return', sourceId })).refundable).toBe(0);
    }
    await returns.accept(caller, { returnId: waiting.id });
    expect((await refundReader.possible(caller, { sourceType: 'return', sourceId: waiting.id })).refundable).toBe(1000);
  });

  test('tells how much was really given back, and when', async () => {
    const { refunds, refundReader, dispatch } = gateway.services;
    const { id: sourceId } = await acceptedReturn(gateway, 3);
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
    const { id: refundId } = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId, amount: '24' });
    const added = await refundReader.status(caller, refundId);
    expect(added).toMatchObject({ refundId, state: 'requested', amount: 2400, currency: 'PLN', settledAmount: 0 });
    expect(added).not.toHaveProperty('confirmedAt');

    gateway.clock.pass(10);
    await refunds.confirm(caller, { refundId });
    const confirmedAt = gateway.clock.now();
    const [first, second] = await dispatch.claim('worker', 10);
    expect(await refundReader.status(caller, refundId)).not.toHaveProperty('settledAt');
    await dispatch.record(first!, { kind: 'settled', reference: 'r1' });
    const settledAt = gateway.clock.now();
    gateway.clock.pass(10);
    expect(await refundReader.status(caller, refundId)).toMatchObject({
      ...{ state: 'sending', settledAmount: 2000, createdAt: confirmedAt - 10, confirmedAt, settledAt },
    });
    await dispatch.record(second!, { kind: 'settled', reference: 'r2' });
    expect(await refundReader.status(caller, refundId)).toMatchObject({
      ...{ state: 'settled', settledAmount: 2400, confirmedAt, settledAt: settledAt + 10 },
    });
  });

  test('lists those that wait for confirmation, page by page', async () => {
    const { refunds, refundReader } = gateway.services;
    const ids: number[] = [];
    for (let count = 0; count < 5; count++) ids.push((await refunds.addManual(caller, manualWish({ amount: '1' }))).id);
    await refunds.cancel(caller, { refundId: ids[1]! });
    const first = await refundReader.list(caller, { limit: 2 });
    const second = await refundReader.list(caller, { limit: 2, cursor: first.nextCursor! });
    expect([first.items, second.items].map((page) => page.map(({ id }) => id))).toEqual([
      [ids[0], ids[2]],
      [ids[3], ids[4]],
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect((await refundReader.list(caller, { state: 'all' })).items).toHaveLength(5);
    expect((await refundReader.list(caller, { state: 'cancelled' })).items.map(({ id }) => id)).toEqual([ids[1]]);
  });
});
