/** What is told of an instance beside its status: its words, its order among others, and the answer that a repeated wish gets. */
import type { InstanceList, OneInstance } from '../../../src/dialects/skyhub/shapes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder, SAC, send } from './channel-shop';
import type { Answer } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, channelOrder());
});

const PATH = `${SAC}/instances`;
const MACHINE = { id: '298765432198761-1', quantity: 1 };
const MUG = { id: '298765432198761-2', quantity: 1 };
const [CARD, OLD_VOUCHER] = ['CREDIT_CARD', 'VOUCHER'].map((id) => ({ id, group: 'ORIGINAL_PAYMENT' }));
const VOUCHER = { id: 'VOUCHER', group: 'VOUCHER' };

const wish = (more: object = {}) => ({
  instance: { items: [MACHINE], action: { id: 'RETURN' }, cause: { id: 'ARP', reason: { id: '183' } }, ...more },
});
const post = (more?: object): Promise<Answer<OneInstance>> => ask(gateway, 'POST', PATH, wish(more));
const listed = async () => (await ask<InstanceList>(gateway, 'GET', PATH)).body.instances;

test('a new instance is answered without Location', async () => {
  const { status, headers } = await send(gateway, 'POST', PATH, { body: wish() });
  expect([status, headers.location]).toEqual([201, undefined]);
});

test('instances are told oldest first, each as it was answered when it was opened', async () => {
  const opened = [await post({ items: [MUG] }), await post({ items: [MUG] }), await post()];
  expect(opened.map(({ body }) => body.instance.id)).toEqual(['1', '2', '3']);
  expect(await listed()).toEqual(opened.map(({ body }) => body.instance));
});

test('names are told as they were sent, and those that are missing are told where they are known', async () => {
  const sent = { id: 'ARP', name: 'Mudei de ideia', reason: { id: '183', name: 'Outro' } };
  await post({ items: [MUG], action: { id: 'RETURN', name: 'devolver' }, cause: sent });
  await post({ items: [MUG], cause: { id: '183', reason: { id: 'ZZZ' } } });
  expect((await listed()).map(({ action, cause }) => ({ action, cause }))).toEqual([
    { action: { id: 'RETURN', name: 'devolver' }, cause: sent },
    {
      action: { id: 'RETURN', name: 'devolução' },
      cause: { id: '183', name: 'Comprei errado', reason: { id: 'ZZZ' } },
    },
  ]);
});

test('a cause that is called as something of the language we are written in is a cause like any other', async () => {
  const cause = { id: 'constructor', reason: { id: '__proto__' } };
  expect((await post({ cause })).body.instance.cause).toEqual(cause);
  expect(await gateway.services.returns.get(gateway.caller, 1)).toMatchObject({ reason: 'constructor: __proto__' });
});

test.each([
  ['the wrong way round, and one twice', [OLD_VOUCHER, CARD, OLD_VOUCHER], ['CREDIT_CARD 120', 'VOUCHER 0.5']],
  ['all of which the last is not needed', [VOUCHER, OLD_VOUCHER, CARD], ['CREDIT_CARD 120', 'VOUCHER 0.5']],
  ['the voucher instead', [VOUCHER], ['VOUCHER 120.5']],
  ['none', [], undefined],
  ['nothing', null, undefined],
])('forms chosen as %s are filled as they are offered', async (_what, refunds, told) => {
  const { body } = await post({ refunds });
  expect(body.instance.refunds?.map(({ id, value }) => `${id} ${value}`)).toEqual(told);
  expect('refunds' in body.instance).toBe(told !== undefined);
});

test('a return without refunds ends with the merchant, and members that nobody knows are passed over', async () => {
  expect(
    (await post({ refunds: undefined, items: [{ ...MACHINE, sku_id: 9, colour: 'red' }], urgent: true })).status,
  ).toBe(201);
  const { returns } = gateway.services;
  const heard: string[] = [];
  for (const step of ['accept', 'receive', 'close'] as const) {
    await returns[step](gateway.caller, { returnId: 1 });
    heard.push((await listed())[0]?.status ?? '');
  }
  expect(heard).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'FINISHED']);
});

test('one Idempotency-Key is one instance, however often it is sent; another wish under it is refused', async () => {
  const sent = (more?: object) =>
    send(gateway, 'POST', PATH, { body: wish(more), headers: { 'idempotency-key': 'k-1' } });
  const first = await sent({ items: [MUG] });
  gateway.clock.pass(1000);
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  const [second, other] = [await sent({ items: [MUG] }), await sent()];
  expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  const detail = 'The Idempotency-Key was used for another request; repeat that one, or take a new key';
  expect([other.status, JSON.parse(other.text)]).toEqual([422, { errors: { detail } }]);
  expect(await listed()).toMatchObject([{ status: 'IN_PROGRESS' }]);
});

test('a change of forms that is repeated under its key is answered as it was, whatever happened since', async () => {
  await post({ refunds: [VOUCHER] });
  const sent = () =>
    send(gateway, 'PUT', PATH, {
      body: { instance: { id: '1', refunds: [CARD, OLD_VOUCHER] } },
      headers: { 'idempotency-key': 'k-2' },
    });
  const first = await sent();
  gateway.clock.pass(1000);
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  expect([first.status, (await sent()).text]).toEqual([200, first.text]);
});

describe('a refund whose payment is no longer part of the order', () => {
  const cancelAndDropCard = async (refundId: number): Promise<void> => {
    await gateway.services.refunds.cancel(gateway.caller, { refundId });
    const [, voucher] = channelOrder().payments ?? [];
    await gateway.services.orders.put(gateway.caller, channelOrder({ payments: voucher ? [voucher] : [] }));
  };

  test('is told in the form that was chosen', async () => {
    await post({ items: [MUG], refunds: [CARD] });
    await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
    await cancelAndDropCard(1);
    expect(await listed()).toMatchObject([
      { refunds: [{ id: 'CREDIT_CARD', name: 'Cartão de Crédito', status: 'CANCELLED', value: 34.75 }] },
    ]);
  });

  test('is told by its provider where no form was chosen', async () => {
    await post({ items: [MUG] });
    await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
    const wish = { sourceType: 'return', sourceId: 1, amount: '10.00', currency: 'BRL' } as const;
    await gateway.services.refunds.addAutomatic(gateway.caller, wish);
    await cancelAndDropCard(1);
    expect(await listed()).toMatchObject([
      { refunds: [{ id: 'SIMULATED', name: 'simulated', status: 'CANCELLED', value: 10 }] },
    ]);
  });
});
