/** Instances from the wish of a customer to his money, through the whole gateway; the clerk works through our own services. */
import type { InstanceBody, InstanceList, OneInstance, RefundFormList } from '../../../src/dialects/skyhub/shapes';
import { NOW, startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder, ORDER, SAC } from './channel-shop';
import type { Answer } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, channelOrder());
});

const PATH = `${SAC}/instances`;
const MACHINE = { id: '298765432198761-1', sku_id: '70000064', product_id: '70000064', quantity: 1 };
const MUGS = { id: '298765432198761-2', quantity: 2 };
const CARD = { id: 'CREDIT_CARD', group: 'ORIGINAL_PAYMENT' };
const OLD_VOUCHER = { id: 'VOUCHER', group: 'ORIGINAL_PAYMENT' };
const VOUCHER = { id: 'VOUCHER', group: 'VOUCHER' };

function instanceOf(more: object = {}): object {
  const cause = { id: 'ARP', reason: { id: '183' } };
  return { items: [MACHINE], action: { id: 'RETURN' }, cause, refunds: [CARD, OLD_VOUCHER], ...more };
}

const post = (more: object = {}): Promise<Answer<OneInstance>> =>
  ask(gateway, 'POST', PATH, { instance: instanceOf(more) });
const put = (instance: object): Promise<Answer<OneInstance>> => ask(gateway, 'PUT', PATH, { instance });

async function only(): Promise<InstanceBody> {
  const { body } = await ask<InstanceList>(gateway, 'GET', PATH);
  const [instance] = body.instances;
  if (!instance || body.instances.length > 1) throw new Error(`there are ${body.instances.length} instances`);
  return instance;
}

/** Status of the instance, and form, status and value of each of its refunds. */
async function standing(): Promise<string> {
  const { status, refunds = [] } = await only();
  return [status, ...refunds.map((one) => `${one.id} ${one.status} ${one.value}`)].join(', ');
}

async function forms(): Promise<string[]> {
  const { body } = await ask<RefundFormList>(gateway, 'GET', `${SAC}/refunds`);
  return body.refunds.map(({ id, group, limit }) => `${id} ${group} ${limit}`);
}

async function confirmAll(): Promise<void> {
  const { items: refunds } = await gateway.services.refundReader.drafts(gateway.caller, { page: 1, limit: 100 });
  for (const { id: refundId } of refunds) await gateway.services.refunds.confirm(gateway.caller, { refundId });
  await gateway.drain();
}

async function pots(): Promise<[number, number]> {
  const { committed, refunded } = await gateway.services.orders.get(gateway.caller, ORDER);
  return [committed, refunded];
}

test('a return is accepted, its refunds are confirmed, and the instance is finished', async () => {
  const { returns } = gateway.services;
  expect((await post()).status).toBe(201);
  expect(await standing()).toBe('OPEN, CREDIT_CARD PENDING 120, VOUCHER PENDING 0.5');
  expect(await pots()).toEqual([0, 0]);
  expect(await forms()).toEqual(['VOUCHER ORIGINAL_PAYMENT 79.5', 'VOUCHER VOUCHER 79.5']);

  gateway.clock.pass(1000);
  await returns.accept(gateway.caller, { returnId: 1 });
  expect(await standing()).toBe('IN_PROGRESS, CREDIT_CARD PENDING 120, VOUCHER PENDING 0.5');
  expect(await pots()).toEqual([12_050, 0]);
  expect(await forms()).toEqual(['VOUCHER ORIGINAL_PAYMENT 79.5', 'VOUCHER VOUCHER 79.5']);

  await confirmAll();
  expect(await standing()).toBe('FINISHED, CREDIT_CARD APPROVED 120, VOUCHER APPROVED 0.5');
  expect(await pots()).toEqual([12_050, 12_050]);
  expect(await only()).toMatchObject({ start_task_date: new Date(NOW + 1000).toISOString() });
});

test('a voucher instead of the card is paid out by hand', async () => {
  await post({ refunds: [VOUCHER] });
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  const { items: refunds } = await gateway.services.refundReader.drafts(gateway.caller, { page: 1, limit: 9 });
  expect(refunds).toMatchObject([{ method: 'manual', amount: 12_050, transactions: [{ destination: 'voucher' }] }]);
  expect(await standing()).toBe('IN_PROGRESS, VOUCHER PENDING 120.5');
});

test('fewer units accepted are less money, in the same order of the forms', async () => {
  await post({ items: [MACHINE, MUGS] });
  expect(await standing()).toBe('OPEN, CREDIT_CARD PENDING 120, VOUCHER PENDING 70');
  await gateway.services.returns.accept(gateway.caller, { returnId: 1, lines: [{ lineId: 2, quantity: 1 }] });
  expect(await standing()).toBe('IN_PROGRESS, CREDIT_CARD PENDING 34.75');
  expect(await pots()).toEqual([3475, 0]);
});

test('what was refunded meanwhile is not promised a second time: the acceptance is refused, and changes nothing', async () => {
  const { refunds, returns } = gateway.services;
  await post({ refunds: [CARD], items: [MUGS] });
  const wish = { orderId: ORDER, paymentId: 1, amount: '100.00', currency: 'BRL' };
  const { id: refundId } = await refunds.addAutomaticForOrder(gateway.caller, wish);
  await expect(returns.accept(gateway.caller, { returnId: 1 })).rejects.toMatchObject({
    code: 'amount_exceeds_refundable',
    field: 'payback',
  });
  expect([await standing(), await pots()]).toEqual(['OPEN, CREDIT_CARD PENDING 69.5', [10_000, 0]]);
  await refunds.cancel(gateway.caller, { refundId });
  await returns.accept(gateway.caller, { returnId: 1 });
  expect(await pots()).toEqual([6950, 0]);
});

test('an instance that is refused gives nothing back, and its units and forms are free again', async () => {
  await post();
  await gateway.services.returns.reject(gateway.caller, { returnId: 1, reason: 'worn' });
  expect(await standing()).toBe('CANCELLED, CREDIT_CARD CANCELLED 120, VOUCHER CANCELLED 0.5');
  expect((await only()).cause).toEqual({
    id: 'ARP',
    name: 'Arrependimento',
    reason: { id: '183', name: 'Comprei errado' },
  });
  expect((await post()).status).toBe(201);
});

test('an exchange has no refunds, and ends with the merchant', async () => {
  expect((await post({ action: { id: 'EXCHANGE' }, refunds: [] })).status).toBe(201);
  const { returns } = gateway.services;
  await returns.accept(gateway.caller, { returnId: 1 });
  expect(await standing()).toBe('IN_PROGRESS');
  await returns.receive(gateway.caller, { returnId: 1 });
  await returns.close(gateway.caller, { returnId: 1 });
  expect(await standing()).toBe('FINISHED');
  expect(await returns.get(gateway.caller, 1)).toMatchObject({ compensation: 'exchange', kind: 'return' });
});

test.each([
  ['RETURN', 'fulfilled', '2026-11-20T10:00:00Z', 'return'],
  ['RETURN', 'fulfilled', '2026-10-01T10:00:00Z', 'claim'],
  ['RETURN', 'open', undefined, 'return'],
  ['CANCEL', 'open', undefined, 'cancellation'],
] as const)('%s of an order that is %s and was delivered at %s is a %s', async (id, fulfilment, delivered, kind) => {
  const { deliveredAt: _, ...order } = channelOrder({ fulfilment });
  const deliveredAt = delivered === undefined ? {} : { deliveredAt: Date.parse(delivered) };
  await gateway.services.orders.put(gateway.caller, { ...order, ...deliveredAt });
  expect((await post({ action: { id } })).status).toBe(201);
  expect(await gateway.services.returns.get(gateway.caller, 1)).toMatchObject({ kind });
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  expect(await pots()).toEqual([12_050, 0]);
});

test('what was delivered was shipped, whether or not anybody said so', async () => {
  const deliveredAt = Date.parse('2026-11-20T10:00:00Z');
  await gateway.services.orders.put(gateway.caller, { ...channelOrder({ fulfilment: 'open' }), deliveredAt });
  expect(await post({ action: { id: 'CANCEL' } })).toMatchObject({ status: 422 });
});

test('what another platform says of an instance takes none of its own words away', async () => {
  await post({ additional_note: 'rasgado' });
  const before = await only();
  await gateway.services.returns.amend(gateway.caller, { returnId: 1, said: { starred: true } });
  expect(await only()).toEqual({ ...before, updated_at: expect.anything() as string });
});

test('an instance that only another platform said something of is told whole', async () => {
  const { returns } = gateway.services;
  await gateway.services.orders.put(gateway.caller, channelOrder());
  const said = JSON.stringify({ starred: true });
  const lines = [{ lineId: 2, quantity: 1 }];
  await returns.open(gateway.caller, { orderId: ORDER, reason: 'broken', note: 'rasgado', lines, said });
  expect(await only()).toMatchObject({
    ...{ action: { id: 'RETURN' }, cause: { name: 'broken' }, additional_note: 'rasgado' },
  });
});

test('a return of another door is an instance too', async () => {
  const { returns, refunds } = gateway.services;
  const { id: sourceId } = await returns.open(gateway.caller, {
    orderId: ORDER,
    kind: 'return',
    reason: 'broken',
    lines: [{ lineId: 1, quantity: 1 }],
  });
  await returns.accept(gateway.caller, { returnId: sourceId });
  await refunds.addAutomatic(gateway.caller, { sourceType: 'return', sourceId, amount: '20.00' });
  await confirmAll();
  expect(await standing()).toBe('FINISHED, CREDIT_CARD APPROVED 20');
  expect((await only()).cause).toEqual({ id: '', name: 'broken', reason: { id: '', name: '' } });
});

describe('an instance is not opened', () => {
  const COUNT = 'instance.items[0].quantity must be a whole number above zero';

  test.each([
    ['an unknown action', { action: { id: 'KEEP' } }, 'instance.action.id must be one of CANCEL, RETURN, EXCHANGE'],
    ['no cause', { cause: undefined }, 'instance.cause must be an object'],
    ['a cause without an id', { cause: { reason: { id: '1' } } }, 'instance.cause.id is required'],
    ['a cause without a reason', { cause: { id: 'ARP' } }, 'instance.cause.reason must be an object'],
    ['no items', { items: undefined }, 'instance.items must be a list'],
    ['an empty list of items', { items: [] }, 'instance.items must name at least one item'],
    ['an item of another order', { items: [{ ...MACHINE, id: '1-1' }] }, 'An item is not part of the order'],
    ['an item twice', { items: [MACHINE, MACHINE] }, 'instance.items[1].id names an item a second time'],
    ['a quantity of none', { items: [{ ...MACHINE, quantity: 0 }] }, COUNT],
    ['an id that is a number', { items: [{ id: 1 }] }, 'instance.items[0].id must be text of at most 200 characters'],
    ['a quantity beyond all counting', { items: [{ ...MACHINE, quantity: 1e300 }] }, COUNT],
    ['a quantity in text', { items: [{ ...MACHINE, quantity: '1' }] }, COUNT],
    ['half a unit', { items: [{ ...MACHINE, quantity: 0.5 }] }, COUNT],
    [
      'more than was bought',
      { items: [{ ...MUGS, quantity: 3 }] },
      'An item has fewer units left than the instance names',
    ],
    [
      'a cancellation of what was shipped',
      { action: { id: 'CANCEL' } },
      'The order is shipped and can no longer be cancelled',
    ],
    ['an exchange with refunds', { action: { id: 'EXCHANGE' } }, 'An exchange has no refunds'],
    [
      'a form that is none',
      { refunds: [{ id: 'CARD', group: 'ORIGINAL_PAYMENT' }] },
      'A refund form is none of those that the order offers',
    ],
    [
      'a form in another group',
      { refunds: [{ id: 'CREDIT_CARD', group: 'VOUCHER' }] },
      'A refund form is none of those that the order offers',
    ],
    [
      'a form that this order lacks',
      { refunds: [CARD, { id: 'PIX', group: 'ORIGINAL_PAYMENT' }] },
      'A refund form is none of those that the order offers',
    ],
    [
      'forms that do not suffice',
      { refunds: [CARD] },
      'The refund forms cannot give back as much as the items are worth',
    ],
    [
      'a note that is too long',
      { additional_note: 'ã'.repeat(1001) },
      'instance.additional_note must be text of at most 1000 characters',
    ],
  ])('with %s', async (_what, more, detail) => {
    expect(await post(more)).toEqual({ status: 422, body: { errors: { detail } } });
    expect((await ask(gateway, 'GET', PATH)).body).toEqual({ instances: [] });
  });

  test('for units that another active instance has, or money that it was promised', async () => {
    await post();
    expect(await post()).toMatchObject({ status: 422 });
    expect(await post({ items: [MUGS], refunds: [CARD] })).toMatchObject({ status: 422 });
    expect(await post({ items: [MUGS], refunds: [VOUCHER] })).toMatchObject({ status: 201 });
  });

  test('for an order of another shop, or by its number alone', async () => {
    await gateway.services.orders.put(gateway.otherCaller, channelOrder({ orderNumber: '77' }));
    for (const path of ['/sac/Lojas%20Americanas-77/instances', '/sac/298765432198761/instances']) {
      expect(await ask(gateway, 'POST', path, { instance: instanceOf() })).toMatchObject({ status: 404 });
    }
  });
});

describe('PUT', () => {
  test('withdraws an open instance', async () => {
    await post();
    expect(await put({ id: '1', status: 'CANCELLED' })).toMatchObject({
      status: 200,
      body: { instance: { status: 'CANCELLED' } },
    });
    expect(await put({ id: '1', status: 'CANCELLED' })).toMatchObject({ status: 422 });
  });

  test('withdraws one in progress with the refunds that nobody has confirmed', async () => {
    await post();
    await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
    expect((await put({ id: '1', status: 'CANCELLED' })).status).toBe(200);
    expect(await standing()).toBe('CANCELLED, CREDIT_CARD CANCELLED 120, VOUCHER CANCELLED 0.5');
    expect(await pots()).toEqual([0, 0]);
  });

  test('does not withdraw one whose money is on its way, and leaves its other refunds alone', async () => {
    await post();
    const { returns, refunds } = gateway.services;
    await returns.accept(gateway.caller, { returnId: 1 });
    await refunds.confirm(gateway.caller, { refundId: 1 });
    const detail = 'A refund of the instance is under way or was paid';
    expect(await put({ id: '1', status: 'CANCELLED' })).toEqual({ status: 422, body: { errors: { detail } } });
    expect([await standing(), await pots()]).toEqual([
      'IN_PROGRESS, CREDIT_CARD PENDING 120, VOUCHER PENDING 0.5',
      [12_050, 0],
    ]);
  });

  test('does not withdraw one whose goods came back', async () => {
    await post();
    await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
    await gateway.services.returns.receive(gateway.caller, { returnId: 1 });
    const detail = 'The instance is in a status that does not allow this';
    expect(await put({ id: '1', status: 'CANCELLED' })).toEqual({ status: 422, body: { errors: { detail } } });
    expect([await standing(), await pots()]).toEqual([
      'IN_PROGRESS, CREDIT_CARD PENDING 120, VOUCHER PENDING 0.5',
      [12_050, 0],
    ]);
  });

  test('replaces the forms while nobody has decided', async () => {
    await post();
    expect((await put({ id: '1', refunds: [VOUCHER] })).status).toBe(200);
    expect(await standing()).toBe('OPEN, VOUCHER PENDING 120.5');
    expect(await put({ id: '1', refunds: [CARD] })).toMatchObject({ status: 422 });
    expect((await put({ id: '1', refunds: [] })).status).toBe(422);
    await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
    expect(await put({ id: '1', refunds: [CARD, VOUCHER] })).toMatchObject({ status: 422 });
    expect(await standing()).toBe('IN_PROGRESS, VOUCHER PENDING 120.5');
  });

  test.each([
    ['neither', { id: '1' }],
    ['nothing in either', { id: '1', status: null, refunds: null }],
    ['a list of statuses', { id: '1', status: ['CANCELLED'] }],
    ['an id that is a number', { id: 1, status: 'CANCELLED' }],
    ['both', { id: '1', status: 'CANCELLED', refunds: [VOUCHER] }],
    ['another status', { id: '1', status: 'FINISHED' }],
    ['no id', { status: 'CANCELLED' }],
    ['an id of no instance', { id: '2', status: 'CANCELLED' }],
    ['an id in another spelling', { id: '01', status: 'CANCELLED' }],
  ])('with %s changes nothing', async (_what, instance) => {
    await post();
    expect(await put(instance)).toMatchObject({ status: 422 });
    expect(await standing()).toBe('OPEN, CREDIT_CARD PENDING 120, VOUCHER PENDING 0.5');
  });

  test('of an instance of another order is refused', async () => {
    await gateway.services.orders.put(gateway.caller, channelOrder({ orderId: 901, orderNumber: '5' }));
    await post();
    const path = '/sac/Lojas%20Americanas-5/instances';
    expect(await ask(gateway, 'PUT', path, { instance: { id: '1', status: 'CANCELLED' } })).toMatchObject({
      status: 422,
    });
    expect((await only()).status).toBe('OPEN');
  });
});
