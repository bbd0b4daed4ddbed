/** The forms in which money can be given back, through the whole gateway. */
import type { InstanceList, RefundFormList } from '../../../src/dialects/skyhub/shapes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder, ORDER, SAC } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(() => gateway.clear());

async function forms(): Promise<unknown> {
  const { body } = await ask<RefundFormList>(gateway, 'GET', `${SAC}/refunds`);
  return body.refunds.map(({ id, group, limit }) => `${id} ${group} ${limit}`);
}

const BRL = { currency: 'BRL' };

test('what is refunded, and not cancelled, can not be given back once more', async () => {
  const { orders, refunds } = gateway.services;
  await orders.put(gateway.caller, channelOrder());
  const wish = { orderId: ORDER, paymentId: 1, amount: '19.99', ...BRL };
  const { id: refundId } = await refunds.addAutomaticForOrder(gateway.caller, wish);
  const less = ['CREDIT_CARD ORIGINAL_PAYMENT 100.01', 'VOUCHER ORIGINAL_PAYMENT 80', 'VOUCHER VOUCHER 180.01'];
  expect(await forms()).toEqual(less);
  await refunds.cancel(gateway.caller, { refundId });
  expect(await forms()).toEqual([
    'CREDIT_CARD ORIGINAL_PAYMENT 120',
    'VOUCHER ORIGINAL_PAYMENT 80',
    'VOUCHER VOUCHER 200',
  ]);
});

test('no form gives more than what is left of the order, and nothing left is no form', async () => {
  const { orders, refunds } = gateway.services;
  await orders.put(gateway.caller, channelOrder());
  const manual = { sourceType: 'order', sourceId: ORDER, ...BRL, destination: 'voucher' } as const;
  await refunds.addManual(gateway.caller, { ...manual, amount: '150.00' });
  expect(await forms()).toEqual([
    'CREDIT_CARD ORIGINAL_PAYMENT 50',
    'VOUCHER ORIGINAL_PAYMENT 50',
    'VOUCHER VOUCHER 50',
  ]);
  await refunds.addManual(gateway.caller, { ...manual, amount: '50.00' });
  expect(await forms()).toEqual([]);
});

test('payments of one form are one row, and a payment that nothing can give back is only good for a voucher', async () => {
  const payment = { provider: 'simulated', method: 'card', amount: '50.00' };
  await gateway.services.orders.put(
    gateway.caller,
    channelOrder({
      payments: [
        { ...payment, paymentId: 1, provider: 'till', method: 'Boleto', reference: 'b' },
        { ...payment, paymentId: 2, reference: 'c' },
        { ...payment, paymentId: 3, method: 'Credit Card', reference: 'd' },
        { ...payment, paymentId: 4, provider: 'till', method: 'transfer' },
        { ...payment, paymentId: 5, method: 'Pix', reference: 'e' },
      ],
    }),
  );
  expect(await forms()).toEqual([
    'CREDIT_CARD ORIGINAL_PAYMENT 100',
    'BANK_TRANSFER ORIGINAL_PAYMENT 50',
    'PIX ORIGINAL_PAYMENT 50',
    'VOUCHER VOUCHER 250',
  ]);
});

test('a payment by a method that is called as something every object has is a form like any other', async () => {
  const payment = { paymentId: 1, provider: 'simulated', method: 'constructor', amount: '50.00', reference: 'c' };
  await gateway.services.orders.put(gateway.caller, channelOrder({ payments: [payment] }));
  expect(await forms()).toEqual(['CONSTRUCTOR ORIGINAL_PAYMENT 50', 'VOUCHER VOUCHER 50']);
});

test('every form that is offered can be chosen by its id, and methods with the same capitals are one form', async () => {
  const payment = { paymentId: 1, provider: 'simulated', method: 'Straße', amount: '50.00', reference: 's' };
  const other = { ...payment, paymentId: 2, method: 'strasse', reference: 't' };
  await gateway.services.orders.put(gateway.caller, channelOrder({ payments: [payment, other] }));
  expect(await forms()).toEqual(['STRASSE ORIGINAL_PAYMENT 100', 'VOUCHER VOUCHER 100']);
  const instance = {
    items: [{ id: '298765432198761-2', quantity: 2 }],
    action: { id: 'RETURN' },
    cause: { id: 'ARP', reason: { id: '183' } },
    refunds: [{ id: 'STRASSE', group: 'ORIGINAL_PAYMENT' }],
  };
  expect(await ask(gateway, 'POST', `${SAC}/instances`, { instance })).toMatchObject({
    status: 201,
    body: { instance: { refunds: [{ id: 'STRASSE', value: 69.5 }] } },
  });
});

test('of a form that a provider gives back in part, the rest is given by hand', async () => {
  const { orders, returns, refundReader } = gateway.services;
  const voucher = { paymentId: 1, provider: 'simulated', method: 'voucher', amount: '20.00', reference: 'v' };
  const byHand = { paymentId: 2, provider: 'till', method: 'voucher', amount: '30.00' };
  const card = { ...voucher, paymentId: 3, method: 'card', amount: '50.00', reference: 'c' };
  const lines = [{ lineId: 1, sku: '70000064', name: 'Caneca', quantity: 5, price: '20.00' }];
  await orders.put(gateway.caller, channelOrder({ shipping: '0.00', lines, payments: [voucher, byHand, card] }));
  expect(await forms()).toEqual([
    'VOUCHER ORIGINAL_PAYMENT 50',
    'CREDIT_CARD ORIGINAL_PAYMENT 50',
    'VOUCHER VOUCHER 100',
  ]);
  for (const [returnId, quantity] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const instance = {
      items: [{ id: '298765432198761-1', quantity }],
      action: { id: 'RETURN' },
      cause: { id: 'ARP', reason: { id: '183' } },
      refunds: [{ id: 'VOUCHER', group: 'ORIGINAL_PAYMENT' }],
    };
    expect(await ask(gateway, 'POST', `${SAC}/instances`, { instance })).toMatchObject({ status: 201 });
    await returns.accept(gateway.caller, { returnId });
  }
  const { items } = await refundReader.list(gateway.caller, {});
  expect(items.map(({ sourceId, ordinal, method, amount }) => [sourceId, ordinal, method, amount])).toEqual([
    [1, 1, 'automatic', 2000],
    [1, 2, 'manual', 2000],
    [2, 1, 'manual', 2000],
  ]);
  const { body } = await ask<InstanceList>(gateway, 'GET', `${SAC}/instances`);
  expect(body.instances.map(({ refunds = [] }) => refunds.map(({ id, value }) => `${id} ${value}`))).toEqual([
    ['VOUCHER 20', 'VOUCHER 20'],
    ['VOUCHER 20'],
  ]);
});
