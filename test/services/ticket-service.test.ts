/** Tickets: brought in under the platform's code, replaced as often as they change, listed with the newest first. */
import type { PutTicket } from '../../src/services/ticket-wishes';
import { caller, callerOf, callerWithout, openShop, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const AT = Date.parse('2026-01-05T12:30:00Z');
const wish = (more: Partial<PutTicket> = {}): PutTicket => ({
  ...{ code: 'Americanas-1', orderCode: '02-1', platform: 'B2w', createdAt: AT },
  ...more,
});
const other = callerOf('mugs');

test('what is not said of a ticket is unread, without mediation, and not changed since', async () => {
  const put = await gateway.services.tickets.put(caller, wish());
  expect(put).toEqual({ ...wish(), id: put.id, state: 'unread', mediation: false, updatedAt: AT });
  expect(await gateway.services.tickets.get(caller, 'Americanas-1')).toEqual(put);
});

test('a ticket that is put again is the same ticket, with what was said last', async () => {
  const { tickets } = gateway.services;
  const { id } = await tickets.put(caller, wish({ warehouse: '7' }));
  const changed = wish({ state: 'read', updatedAt: AT + 1 });
  expect(await tickets.put(caller, changed)).toEqual({ ...changed, id, mediation: false });
  expect((await tickets.list(caller, {})).items).toHaveLength(1);
});

test('one key is one wish', async () => {
  const { tickets } = gateway.services;
  const keyed = { ...caller, idempotencyKey: 'k' };
  const first = await tickets.put(keyed, wish());
  await tickets.put(caller, wish({ state: 'archived' }));
  expect(await tickets.put(keyed, wish())).toEqual(first);
  expect((await refusalOf(tickets.put(keyed, wish({ state: 'read' })))).code).toBe('idempotency_key_reused');
  expect(await tickets.get(caller, 'Americanas-1')).toMatchObject({ state: 'archived' });
});

test('a ticket is refused that was changed before it was there, and one of nobody and of another shop is not found', async () => {
  const { tickets } = gateway.services;
  expect(await refusalOf(tickets.put(caller, wish({ updatedAt: AT - 1 })))).toMatchObject({
    code: 'request_invalid',
    field: 'updatedAt',
  });
  await tickets.put(other, wish());
  expect(await refusalOf(tickets.get(caller, 'Americanas-1'))).toMatchObject({
    code: 'ticket_not_found',
    field: 'code',
  });
});

test('the list goes on from its cursor, filtered or not, and ends', async () => {
  const { tickets } = gateway.services;
  for (const code of ['1', '2', '3', '4', '5']) {
    await tickets.put(caller, wish({ code, createdAt: AT + Number(code), state: code === '3' ? 'read' : 'unread' }));
  }
  const { id: strange } = await tickets.put(other, wish());
  const codes: string[] = [];
  let cursor: number | undefined;
  do {
    const page = await tickets.list(caller, { state: 'unread', limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    codes.push(page.items.map(({ code }) => code).join());
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(codes).toEqual(['5,4', '2,1']);
  for (const none of [0, 99, strange]) {
    expect(await refusalOf(tickets.list(caller, { cursor: none }))).toMatchObject({
      code: 'request_invalid',
      field: 'cursor',
    });
  }
  expect((await refusalOf(tickets.list(caller, { limit: 101 }))).code).toBe('request_invalid');
});

test('reading and writing need the scopes of orders', async () => {
  const { tickets } = gateway.services;
  await expect(refusalOf(tickets.put(callerWithout('orders:write'), wish()))).resolves.toMatchObject({
    code: 'scope_missing',
  });
  const blind = callerWithout('orders:read');
  await expect(refusalOf(tickets.get(blind, '1'))).resolves.toMatchObject({ code: 'scope_missing' });
  await expect(refusalOf(tickets.list(blind, {}))).resolves.toMatchObject({ code: 'scope_missing' });
});

test('an order is found by the bare code that a ticket of it has, and none is guessed', async () => {
  const { orders, tickets } = gateway.services;
  const payment = { paymentId: 1, provider: 'till', method: 'cash', amount: '1.00' };
  const order = { currency: 'PLN', channel: 'Americanas', shipping: '1.00', lines: [], payments: [payment] };
  await orders.put(caller, { ...order, orderId: 101, orderNumber: '1' });
  await orders.put(caller, { ...order, orderId: 102, orderNumber: '2' });
  const coded = (code: string, orBare = true) => orders.coded(caller, code, { orBare });
  await tickets.put(caller, wish());
  expect((await coded('02-1')).id).toBe(101);
  expect((await refusalOf(coded('02-1', false))).code).toBe('order_not_found');
  expect((await refusalOf(coded('02-2'))).code).toBe('order_not_found');
  await tickets.put(caller, wish({ code: 'Americanas-2' }));
  expect((await refusalOf(coded('02-1'))).code).toBe('order_ambiguous');
  await tickets.put(caller, wish({ code: 'Americanas-9', orderCode: '02-9' }));
  expect((await refusalOf(coded('02-9'))).code).toBe('order_not_found');
});
