import type { Return } from '../../src/domain/return';
import type { OpenReturn } from '../../src/services/wishes';
import {
  acceptedReturn,
  automaticWish,
  caller,
  manualWish,
  openShop,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const DAY_MS = 24 * 60 * 60 * 1000;
const two = { orderId: 7, lines: [{ lineId: 1, quantity: 2 }] };
const open = (more: Partial<OpenReturn> = {}): Promise<Return> =>
  gateway.services.returns.open(caller, { ...two, ...more });

type StepName = 'accept' | 'reject' | 'receive' | 'close' | 'cancel' | 'reopen';
const step = (name: StepName, returnId: number): Promise<Return> =>
  name === 'reject'
    ? gateway.services.returns.reject(caller, { returnId, reason: 'worn' })
    : gateway.services.returns[name](caller, { returnId });

describe('opening a return', () => {
  test('holds the goods and is worth nothing yet', async () => {
    const opened = await open({ reference: 'R-1', reason: 'too small', note: 'by post' });
    expect(opened).toMatchObject({
      ...{ orderId: 7, reference: 'R-1', kind: 'return', compensation: 'refund', state: 'open', currency: 'PLN' },
      ...{ reason: 'too small', note: 'by post', captured: 0, committed: 0, refunded: 0 },
      lines: [{ lineId: 1, sku: 'MUG', requested: 2, accepted: 0, units: [[1, 2]] }],
    });
    expect(await gateway.services.returns.get(caller, opened.id)).toStrictEqual(opened);
  });

  test.each([
    ['return', 'of a parcel just delivered', { deliveredAt: 0 }],
    ['return', 'on the last day of the window', { deliveredAt: -14 * DAY_MS }],
    ['claim', 'after it', { deliveredAt: -14 * DAY_MS - 1 }],
    ['cancellation', 'before shipping', { fulfilment: 'open' as const, deliveredAt: undefined }],
  ])('is a %s %s', async (kind, _when, { deliveredAt, ...more }) => {
    const delivered = deliveredAt === undefined ? {} : { deliveredAt: gateway.clock.now() + deliveredAt };
    await gateway.services.orders.put(caller, orderWish({ ...more, ...delivered }));
    expect((await open()).kind).toBe(kind);
  });

  test('as what the caller says: faulty goods are claimed at once', async () => {
    expect((await open({ kind: 'claim' })).kind).toBe('claim');
  });

  test.each<[string, string | undefined, Partial<OpenReturn>]>([
    ['order_not_found', 'orderId', { orderId: 8 }],
    ['order_already_shipped', 'kind', { kind: 'cancellation' }],
    ['reference_taken', 'reference', { reference: 'R-1' }],
    ['request_invalid', 'lines', { lines: [] }],
    [
      'request_invalid',
      'lines[1].lineId',
      {
        lines: [
          { lineId: 1, quantity: 1 },
          { lineId: 1, quantity: 1 },
        ],
      },
    ],
    ['line_not_found', 'lines[0].lineId', { lines: [{ lineId: 9, quantity: 1 }] }],
    ['quantity_exceeds_refundable', 'lines[0].quantity', { lines: [{ lineId: 1, quantity: 3 }] }],
  ])('is refused with %s for %s', async (code, field, more) => {
    await open({ reference: 'R-1', lines: [{ lineId: 1, quantity: 1 }] });
    expect(await refusalOf(open(more))).toMatchObject({ code, field });
    expect((await gateway.services.returns.list(caller, {})).items).toHaveLength(1);
  });
});

describe('the way of a return', () => {
  test('leads from open to closed, and its worth follows what is accepted', async () => {
    const { returns } = gateway.services;
    const { id: returnId } = await open({ lines: [{ lineId: 1, quantity: 3 }] });
    const accepted = await returns.accept(caller, { returnId, lines: [{ lineId: 1, quantity: 2 }], note: 'two' });
    expect(accepted).toMatchObject({
      state: 'accepted',
      captured: 2000,
      note: 'two',
      lines: [{ accepted: 2, units: [[1, 2]] }],
    });
    const lines = [{ lineId: 1, received: 2, accepted: 1, condition: 'damaged', restock: true }] as const;
    const received = await returns.receive(caller, { returnId, lines });
    expect(received).toMatchObject({
      ...{ state: 'received', captured: 1000 },
      lines: [
        { received: 2, accepted: 1, condition: 'damaged', restock: true, restockReported: true, units: [[1, 1]] },
      ],
    });
    const closed = await returns.close(caller, { returnId });
    expect(closed).toMatchObject({ state: 'closed', captured: 1000 });
    expect(await returns.get(caller, returnId)).toStrictEqual(closed);
  });

  test('units that were not accepted are free for another return', async () => {
    const { id: returnId } = await open({ lines: [{ lineId: 1, quantity: 3 }] });
    await gateway.services.returns.accept(caller, { returnId, lines: [{ lineId: 1, quantity: 1 }] });
    expect((await open()).lines[0]?.units).toEqual([[2, 3]]);
  });

  test.each(['reject', 'cancel'] as const)('a return that is off gives its units free: %s', async (name) => {
    const { id } = await open({ lines: [{ lineId: 1, quantity: 3 }] });
    await step(name, id);
    expect((await open()).lines[0]?.units).toEqual([[1, 2]]);
    expect((await refusalOf(step('reopen', id))).code).toBe('quantity_exceeds_refundable');
  });

  test('a return taken up again is worth what its units are, and can be refunded', async () => {
    const { id } = await open();
    await step('reject', id);
    expect(await step('reopen', id)).toMatchObject({ state: 'accepted', captured: 2000, reason: 'worn' });
    const refund = await gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId: id });
    expect(refund.amount).toBe(2000);
  });

  test('a closed return that was refunded is opened again with the very units it held', async () => {
    // Units worth 33, 33 and 34 groszy: the return holds the last, and the others become free.
    const lines = [{ lineId: 1, sku: 'A', name: 'A', quantity: 3, price: '1.00', discount: '2.00' }];
    await gateway.services.orders.put(caller, orderWish({ orderId: 8, lines }));
    const early = await acceptedReturn(gateway, 2, 8);
    const { id, captured } = await acceptedReturn(gateway, 1, 8);
    expect(captured).toBe(34);
    await gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId: id });
    await step('receive', id);
    await step('close', id);
    await step('cancel', early.id);
    expect(await step('reopen', id)).toMatchObject({ captured: 34, committed: 34, lines: [{ units: [[3, 3]] }] });
  });

  test.each<[string, StepName[], StepName[]]>([
    ['open', [], ['receive', 'close', 'reopen']],
    ['accepted', ['accept'], ['accept', 'close', 'reopen']],
    ['received', ['accept', 'receive'], ['accept', 'reject', 'receive', 'cancel', 'reopen']],
    ['closed', ['accept', 'receive', 'close'], ['accept', 'reject', 'receive', 'close', 'cancel']],
    ['rejected', ['reject'], ['accept', 'reject', 'receive', 'close', 'cancel']],
    ['cancelled', ['cancel'], ['accept', 'reject', 'receive', 'close', 'cancel']],
  ])('a return that is %s refuses the steps its state does not know', async (state, way, refused) => {
    const { id } = await open();
    for (const name of way) await step(name, id);
    for (const name of refused) expect((await refusalOf(step(name, id))).code).toBe('transition_not_allowed');
    expect((await gateway.services.returns.get(caller, id)).state).toBe(state);
  });
});

describe('refunds that rest on a return', () => {
  test.each(['reject', 'cancel'] as const)('hold it: %s', async (name) => {
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    const { id: refundId } = await gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId });
    expect(await refusalOf(step(name, sourceId))).toMatchObject({ code: 'return_has_refunds', field: 'returnId' });
    await gateway.services.refunds.cancel(caller, { refundId });
    await expect(step(name, sourceId)).resolves.toMatchObject({ captured: 0 });
  });

  test('are not left without goods when fewer arrive than were accepted', async () => {
    const { returns, refunds } = gateway.services;
    const { id: returnId } = await acceptedReturn(gateway, 2);
    await refunds.addManual(caller, manualWish({ sourceType: 'return', sourceId: returnId, amount: '10.01' }));
    const one = { returnId, lines: [{ lineId: 1, received: 1 }] };
    expect((await refusalOf(returns.receive(caller, one))).code).toBe('return_has_refunds');
    await refunds.update(caller, { refundId: 1, amount: '10.00', currency: 'PLN' });
    await expect(returns.receive(caller, one)).resolves.toMatchObject({ captured: 1000, committed: 1000 });
  });

  test('of a claim are refunds of a claim, and of a cancellation those of a return', async () => {
    const { returns, refunds } = gateway.services;
    const claim = await open({ kind: 'claim', lines: [{ lineId: 1, quantity: 1 }] });
    await returns.accept(caller, { returnId: claim.id });
    const wish = { sourceId: claim.id, amount: '1' };
    expect((await refusalOf(refunds.addAutomatic(caller, { ...wish, sourceType: 'return' }))).code).toBe(
      'return_not_found',
    );
    expect(await refunds.addAutomatic(caller, { ...wish, sourceType: 'claim' })).toMatchObject({ sourceType: 'claim' });
    await gateway.services.orders.put(caller, orderWish({ orderId: 9, fulfilment: 'open' }));
    const cancellation = await acceptedReturn(gateway, 1, 9);
    expect(cancellation.kind).toBe('cancellation');
    await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: cancellation.id });
  });

  test('a return of goods of which the order gave back the rest takes what is left', async () => {
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ lines: [{ lineId: 1, quantity: 1 }] }));
    expect((await open()).lines[0]?.units).toEqual([[2, 3]]);
  });
});

test('returns are listed by what they are, page by page', async () => {
  const { returns } = gateway.services;
  const one = { lines: [{ lineId: 1, quantity: 1 }] };
  const ids = [await open(one), await open({ ...one, kind: 'claim' }), await open(one)].map(({ id }) => id);
  await step('accept', ids[2]!);
  const listed = async (wish: object): Promise<number[]> =>
    (await returns.list(caller, wish)).items.map(({ id }) => id);
  expect(await listed({})).toEqual(ids);
  expect(await listed({ kind: 'claim' })).toEqual([ids[1]]);
  expect(await listed({ state: 'open' })).toEqual([ids[0], ids[1]]);
  expect(await listed({ orderId: 8 })).toEqual([]);
  expect(await returns.list(caller, { limit: 2 })).toMatchObject({ nextCursor: ids[1] });
  for (const limit of [0, 101, 1.5, Number.NaN]) {
    expect(await refusalOf(returns.list(caller, { limit }))).toMatchObject({ code: 'request_invalid', field: 'limit' });
  }
});
