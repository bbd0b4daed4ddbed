/** Returns of single items, and what else of returns came with the platforms that have them. */
import type { Caller, Scope } from '../../src/domain/access';
import { SCOPES } from '../../src/domain/access';
import type { OpenItemReturns } from '../../src/services/wishes';
import { auditOf, caller, callerOf, manualWish, openShop, orderWish, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const having = (...scopes: Scope[]): Caller => callerOf('tea', { scopes: new Set(scopes) });
const buyer = having('returns:ask');
const open = (more: Partial<OpenItemReturns> = {}, who = caller) =>
  gateway.services.itemReturns.open(who, { lineIds: [1], compensation: 'refund', ...more });

describe('opening returns of items', () => {
  test('takes all that is left of each line, in a return of its own', async () => {
    const opened = await open({ orderId: 7, lineIds: [2, 1], reasonCode: 6, note: 'n', customer: 14, said: '{"a":1}' });
    expect(opened.map(({ lines }) => lines)).toMatchObject([
      [{ lineId: 2, requested: 1 }],
      [{ lineId: 1, requested: 3 }],
    ]);
    for (const one of opened) {
      expect(one).toMatchObject({
        kind: 'return',
        state: 'open',
        reasonCode: 6,
        note: 'n',
        customer: 14,
        said: '{"a":1}',
      });
      expect(await gateway.services.returns.get(caller, one.id)).toEqual(one);
    }
  });

  test('of goods that nobody said were shipped: the customer has them', async () => {
    await gateway.services.orders.put(caller, orderWish({ fulfilment: 'open' }));
    expect(await open()).toMatchObject([{ kind: 'return' }]);
  });

  test('leaves what refunds and other returns hold', async () => {
    await gateway.services.refunds.addManual(caller, manualWish({ lines: [{ lineId: 1, quantity: 1 }] }));
    expect(await open()).toMatchObject([{ lines: [{ requested: 2 }] }]);
  });

  test('accepts an exchange inside the window, on behalf of a shop that has it so', async () => {
    expect(await open({ compensation: 'exchange' }, buyer)).toMatchObject([
      { state: 'accepted', lines: [{ accepted: 3 }] },
    ]);
    expect((await auditOf(gateway, 'return', 1)).map(({ action }) => action)).toEqual(['return.open', 'return.accept']);
    await gateway.services.shops.set('tea', { acceptsReturns: false });
    expect(await open({ compensation: 'exchange', lineIds: [2] }, buyer)).toMatchObject([{ state: 'open' }]);
  });

  test('under one key is done once', async () => {
    const keyed = { ...caller, idempotencyKey: 'k' };
    expect(await open({}, keyed)).toEqual(await open({}, keyed));
    expect(await gateway.services.returns.list(caller, {})).toMatchObject({ items: [{ id: 1 }] });
  });

  test.each<[string, string | undefined, Partial<OpenItemReturns>]>([
    ['request_invalid', 'lineIds', { lineIds: [] }],
    ['request_invalid', 'lineIds', { lineIds: Array.from({ length: 101 }, (_, index) => index + 1) }],
    ['request_invalid', 'lineIds[1]', { lineIds: [1, 1] }],
    ['request_invalid', 'reference', { lineIds: [1, 2], reference: 'R' }],
    ['shop_not_found', 'shopNumber', { shopNumber: 2 }],
    ['line_not_found', 'lineIds[0]', { lineIds: [9] }],
    ['line_not_found', 'lineIds[1]', { lineIds: [1, 9] }],
    ['line_not_found', 'lineIds[0]', { lineIds: [9], orderId: 7 }],
    ['order_not_found', 'orderId', { orderId: 8 }],
  ])('is refused with %s for %s, and none is opened', async (code, field, more) => {
    expect(await refusalOf(open(more))).toMatchObject({ code, field });
    expect(await gateway.services.returns.list(caller, {})).toEqual({ items: [] });
  });

  test('is refused where two orders have the line, and none is named', async () => {
    await gateway.services.orders.put(caller, orderWish({ orderId: 8 }));
    expect(await refusalOf(open())).toMatchObject({ code: 'order_ambiguous', field: 'lineIds[0]' });
    expect(await open({ orderId: 8 })).toMatchObject([{ orderId: 8 }]);
  });

  test('is refused for an item whose return is not over, in part or whole', async () => {
    const lines = [{ lineId: 1, quantity: 1 }];
    const { id: returnId } = await gateway.services.returns.open(caller, { orderId: 7, lines });
    for (const step of ['accept', 'receive'] as const) {
      expect(await refusalOf(open())).toMatchObject({ code: 'quantity_exceeds_refundable', field: 'lineIds[0]' });
      await gateway.services.returns[step](caller, { returnId });
    }
    await gateway.services.returns.close(caller, { returnId });
    expect(await open()).toMatchObject([{ lines: [{ requested: 2 }] }]);
  });

  test('is refused for an item of which nothing is left', async () => {
    await gateway.services.refunds.addManual(
      caller,
      manualWish({ lines: [{ lineId: 1, quantity: 3 }], amount: '30.00' }),
    );
    expect(await refusalOf(open())).toMatchObject({ code: 'quantity_exceeds_refundable', field: 'lineIds[0]' });
  });
});

describe('who may only ask', () => {
  test('opens and reads, and may nothing else of what the shop may', async () => {
    const { returns } = gateway.services;
    const { id: returnId } = await returns.open(buyer, { orderId: 7, lines: [{ lineId: 1, quantity: 1 }] });
    expect(await returns.get(buyer, returnId)).toMatchObject({ state: 'open' });
    expect((await returns.list(buyer, {})).items).toHaveLength(1);
    for (const wish of [
      returns.accept(buyer, { returnId }),
      returns.reject(buyer, { returnId, reason: 'x' }),
      returns.receive(buyer, { returnId }),
      returns.amend(buyer, { returnId, note: 'x' }),
      returns.closeAnyway(buyer, { returnId, bySeller: true }),
      returns.withdraw(buyer, { returnId }),
      returns.choosePayback(buyer, { returnId, payback: [] }),
      returns.open(buyer, { orderId: 7, payback: [], lines: [{ lineId: 1, quantity: 1 }] }),
    ]) {
      expect((await refusalOf(wish)).code).toBe('scope_missing');
    }
  });

  test('closes as the buyer, and takes up again what the buyer closed', async () => {
    const { returns } = gateway.services;
    const [{ id: returnId } = { id: 0 }] = await open();
    await returns.accept(caller, { returnId });
    expect(await returns.closeAnyway(buyer, { returnId })).toMatchObject({
      ...{ state: 'closed', closedBy: 'buyer', closedAt: gateway.clock.now() },
    });
    const again = await returns.reopen(buyer, { returnId });
    expect(again.state).toBe('accepted');
    expect(again).not.toHaveProperty('closedBy');
    expect(await returns.closeAnyway(caller, { returnId })).toMatchObject({ closedBy: 'seller' });
    expect((await refusalOf(returns.reopen(buyer, { returnId }))).code).toBe('scope_missing');
  });

  test('is a part of the shop, and may look at returns as it may', async () => {
    const { returns } = gateway.services;
    for (const scope of ['returns:write', 'returns:ask', 'returns:read'] as const) {
      expect(await returns.list(having(scope), {})).toEqual({ items: [] });
    }
    expect((await refusalOf(returns.list(having('orders:write'), {}))).code).toBe('scope_missing');
  });
});

describe('closing whether the goods came or not', () => {
  test('keeps what was accepted, which can be refunded', async () => {
    const { returns, refunds } = gateway.services;
    const [{ id: returnId } = { id: 0 }] = await open();
    await returns.accept(caller, { returnId });
    expect((await refusalOf(returns.close(caller, { returnId }))).code).toBe('transition_not_allowed');
    expect(await returns.closeAnyway(caller, { returnId })).toMatchObject({ captured: 3000, lines: [{ received: 0 }] });
    const wish = manualWish({ sourceType: 'return', sourceId: returnId, amount: '30.00' });
    expect(await refunds.addManual(caller, wish)).toMatchObject({ amount: 3000 });
  });
});

describe('accepting', () => {
  test('may change what the goods are compensated by, once', async () => {
    const { returns } = gateway.services;
    const [{ id: returnId } = { id: 0 }] = await open();
    const accept = (compensation: 'refund' | 'exchange') =>
      returns.accept(caller, { returnId, compensation, orAccepted: true });
    expect(await accept('exchange')).toMatchObject({ state: 'accepted', compensation: 'exchange' });
    const entries = (await auditOf(gateway, 'return', returnId)).length;
    expect(await accept('exchange')).toMatchObject({ compensation: 'exchange' });
    expect((await auditOf(gateway, 'return', returnId)).length).toBe(entries);
    expect(await refusalOf(accept('refund'))).toMatchObject({
      code: 'request_invalid',
      field: 'expected.compensation',
    });
    expect((await refusalOf(returns.accept(caller, { returnId }))).code).toBe('transition_not_allowed');
  });

  test('never makes an exchange of what the customer was promised money for', async () => {
    const payback = [{ kind: 'original', method: 'card' }] as const;
    const { id: returnId } = await gateway.services.returns.open(caller, {
      ...{ orderId: 7, payback, lines: [{ lineId: 1, quantity: 1 }] },
    });
    const wish = gateway.services.returns.accept(caller, { returnId, compensation: 'exchange' });
    expect(await refusalOf(wish)).toMatchObject({ code: 'return_is_exchange' });
  });

  test('is refused to whoever means another return', async () => {
    const [{ id: returnId } = { id: 0 }] = await open();
    for (const [field, expected] of [
      ['expected.lineIds', { lineIds: [2] }],
      ['expected.compensation', { compensation: 'exchange' }],
    ] as const) {
      for (const step of ['accept', 'receive', 'closeAnyway', 'cancel', 'reopen'] as const) {
        expect(await refusalOf(gateway.services.returns[step](caller, { returnId, expected }))).toMatchObject({
          field,
        });
      }
    }
    expect(await gateway.services.returns.get(caller, returnId)).toMatchObject({ state: 'open' });
  });
});

describe('amending', () => {
  test('changes texts, is written down, and leaves all else as it is', async () => {
    const { returns } = gateway.services;
    const [opened] = await open({ note: 'first', said: '{"their":1}' });
    const { id: returnId } = opened ?? { id: 0 };
    gateway.clock.pass(5);
    const changed = await returns.amend(caller, { returnId, note: null, reference: 'R-9', said: { starred: true } });
    const { note: _, ...rest } = opened ?? { note: '' };
    expect(changed).toEqual({
      ...{ ...rest, reference: 'R-9', said: '{"their":1,"starred":true}', updatedAt: gateway.clock.now() },
    });
    expect(await returns.get(caller, returnId)).toEqual(changed);
    expect((await auditOf(gateway, 'return', returnId)).map(({ action }) => action)).toContain('return.amend');
    expect(await returns.amend(caller, { returnId, reference: 'R-9' })).toMatchObject({ reference: 'R-9' });
    expect((await refusalOf(returns.amend(caller, { returnId: 99 }))).code).toBe('return_not_found');
  });

  test('refuses a reference that another return has', async () => {
    await open({ reference: 'A' });
    const [second] = await open({ lineIds: [2] });
    const wish = gateway.services.returns.amend(caller, { returnId: second?.id ?? 0, reference: 'A' });
    expect(await refusalOf(wish)).toMatchObject({ code: 'reference_taken', field: 'reference' });
    expect((await auditOf(gateway, 'return', second?.id ?? 0)).map(({ action }) => action)).toEqual(['return.open']);
  });
});

test('a list and a return come with their order, and other shops have neither', async () => {
  await open();
  const listing = { skip: 0, limit: 10, conditions: [], order: [] };
  const { itemReturns } = gateway.services;
  const whole = await itemReturns.get(caller, 1);
  expect(whole).toMatchObject({ returned: { id: 1 }, order: { id: 7, lines: [{ id: 1 }, { id: 2 }] } });
  expect(await itemReturns.list(caller, listing)).toEqual({ items: [whole], total: 1 });
  await gateway.services.shops.add({
    code: 'mugs',
    currency: 'PLN',
    timezone: 'UTC',
    returnWindowDays: 1,
    strategy: 'oldest_first',
  });
  const other = callerOf('mugs', { scopes: new Set(SCOPES) });
  expect(await itemReturns.list(other, listing)).toEqual({ items: [], total: 0 });
  expect((await refusalOf(itemReturns.get(other, 1))).code).toBe('return_not_found');
});
