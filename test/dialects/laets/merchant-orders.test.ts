/** Merchant orders, orders and items as laets' clients read and change them (contract, section 6; choice LAETS-19). */
import { LANGUAGES } from '../../../src/dialects/laets/language';
import type { PutOrder } from '../../../src/services/wishes';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn } from './client';
import { acceptedReturns, freshOrder, ORDER, orderWish, startShop } from './shop-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startShop()));
beforeEach(() => freshOrder(gateway));
afterAll(() => gateway.stop());

type Shape = Record<string, unknown>;
const get = async (path: string): Promise<Shape> => (await ask(gateway, path)).body ?? {};
const put = (wish: Partial<PutOrder>) => gateway.services.orders.put(gateway.caller, orderWish(wish));
const post = (path: string) => ask(gateway, path, { method: 'POST' });

describe.each([
  ['EUR', true, 2],
  ['PLN', false, 2],
  ['VND', true, 0],
  ['VND', false, 0],
  ['KWD', true, 3],
  ['KWD', false, 3],
])('in %s, taxes in prices: %s', (currency, taxIncluded, digits) => {
  test('the amounts of a merchant order are what its parts come to', async () => {
    const money = (minor: number): string => (minor / 10 ** digits).toFixed(digits);
    await freshOrder(gateway, {
      ...{ currency, taxIncluded, shipping: money(1234), payments: [] },
      lines: [
        { lineId: 11, sku: 'B', name: 'B', quantity: 3, price: money(3333), discount: money(101), tax: money(777) },
        { lineId: 12, sku: 'P', name: 'P', quantity: 7, price: money(1), tax: money(1) },
        { lineId: 13, sku: 'F', name: 'F', quantity: 1, price: money(0) },
      ],
    }).catch(() => undefined);
    const order = await get('/v1/merchant_order/7/');
    const minor = (name: string, of: Shape = order): number => {
      const text = String(of[name]);
      expect([name, text]).toEqual([name, expect.stringMatching(/^-?\d+\.\d{2,3}$/)]);
      return Math.round(Number(text) * 1000);
    };
    expect(minor('amount')).toBe(minor('price') + minor('shipping'));
    expect(minor('amount_vat_included')).toBe(minor('price_vat_included') + minor('shipping_vat_included'));
    expect(minor('vat')).toBe(minor('amount_vat_included') - minor('amount'));
    expect(minor('vat')).toBe(minor('vat_on_products') + minor('vat_on_shipping') + minor('vat_on_eco_tax'));
    const discounts = minor('discount_amount_vat_included');
    expect(minor('amount_vat_included_before_discount')).toBe(minor('amount_vat_included') + discounts);
    const items = order['items'] as Shape[];
    const sum = items.reduce((all, item) => all + minor('amount_vat_included', item), 0);
    expect(sum).toBe(minor('price_vat_included'));
    expect(order['items_count']).toBe(3);
    const { total, currency: kept } = await gateway.services.orders.get(gateway.caller, ORDER);
    expect([minor('amount_vat_included'), kept]).toEqual([total * 10 ** (3 - digits), currency]);
    for (const item of items) {
      for (const name of ['price', 'vat', 'shipping']) expect(item[name]).toMatch(/^\d+\.\d{6}$/);
    }
  });
});

describe('the status follows from what is known', () => {
  const statuses = async (id = 8) => {
    const merchantOrder = await get(`/v1/merchant_order/${id}/`);
    const { order, items } = merchantOrder as { order: Shape; items: Shape[] };
    const payment = (order['payment'] as Shape)['status'];
    return [merchantOrder['status'], order['status'], payment, ...items.map((item) => item['status'])];
  };

  test.each<[string, Partial<PutOrder>, string, string]>([
    ['nothing paid', { payments: [] }, '0', '0'],
    ['paid in part', { payments: [orderWish().payments[0]!] }, '60', '60'],
    ['paid', {}, '60', '80'],
    ['sent', { fulfilment: 'fulfilled' }, '85', '80'],
    ['delivered', { fulfilment: 'fulfilled', deliveredAt: 5 }, '110', '80'],
    ['given up', { fulfilment: 'cancelled' }, '2000', '80'],
  ])('%s', async (_what, wish, status, payment) => {
    await put({ ...wish, orderId: 8 });
    expect(await statuses()).toEqual([status, status, payment, status, status]);
  });

  test('a return puts its item and the order in progress, not the merchant order; one that is off puts nothing', async () => {
    const [brick = 0] = await acceptedReturns(gateway, 11);
    expect(await statuses(ORDER)).toEqual(['80', '120', '80', '120', '80']);
    await gateway.services.returns.cancel(gateway.caller, { returnId: brick });
    expect(await statuses(ORDER)).toEqual(['80', '80', '80', '80', '80']);
  });

  test('what is still to be paid is told', async () => {
    await put({ orderId: 8, payments: [orderWish().payments[0]!] });
    expect((await get('/v1/order/8/'))['payment']).toEqual({
      ...{ id: 8, status: '60', collected_amount: '55.00', remaining_to_collect: '5.00', payment_backend: 'simulated' },
    });
    expect((await get('/v1/order/7/'))['payment']).toMatchObject({
      payment_backend: null,
      remaining_to_collect: '0.00',
    });
  });

  test.each(LANGUAGES)('in words of %s, each status its own', async (language) => {
    const words = new Set<unknown>();
    for (const [index, wish] of [{ payments: [] }, {}, { fulfilment: 'fulfilled' as const }].entries()) {
      await put({ ...wish, orderId: 20 + index });
      const { body } = await ask(gateway, `/v1/merchant_order/${20 + index}/`, {
        headers: { 'content-language': language },
      });
      words.add(body?.['status_localized']);
    }
    expect(words.size).toBe(3);
    if (language === 'en') expect([...words]).toEqual(['Initial', 'Payment authorized', 'Sent']);
  });
});

/** As they were recorded from the platform (contract, sections 4.2 and 6); a star stands for a family of keys. */
const RECORDED: Readonly<Record<string, string>> = {
  merchant_order:
    'amount amount_vat_included amount_vat_included_before_discount app_discount_amount application billing_address shipping_address debug discount_amount eco_tax entered_discount_codes external_id from_list id items items_count merchant merchant_comment order price price_vat_included received resource_uri shipping shipping_vat_included starred status status_localized user vat vat_on_products vat_on_shipping vat_on_eco_tax',
  order: 'id id_number cart_id created_on last_updated external_id payment shipping_speed status resource_uri',
  order_item:
    'amount_vat_included application_commission_amount application_commission_rate application_commission_tax_rate_included iceberg_commission_amount iceberg_commission_rate iceberg_commission_tax_rate_included merchant_commission_amount merchant_commission_rate merchant_commission_tax_rate_included bundled discount_amount_vat_included discounts external_id extra_info from_list gift id item_image_url item_type merchant_order name number_of_people offer_absolute_url offer_id option_answers price price_vat_included product product_offer product_variation received reservations resource_uri reviewed reviews service_offer service_variation shipped_on shipping shipping_speed size sku status status_localized stock variation variation_name variation_sku variation_stock vat',
};

test.each([
  ['merchant_order', 7],
  ['order', 7],
  ['order_item', 11],
])('a %s has every recorded key', async (resource, id) => {
  const keys = Object.keys(await get(`/v1/${resource}/${id}/`));
  expect((RECORDED[resource] ?? '').split(' ').filter((key) => !keys.includes(key))).toEqual([]);
});

describe('a merchant', () => {
  test('confirms, sends, and is told each time how it stands', async () => {
    await put({ orderId: 8 });
    const told = [];
    for (const action of ['confirm', 'send']) {
      const { status, body } = await post(`/v1/merchant_order/8/${action}/`);
      told.push([status, body?.['status'], body?.['id'], body?.['meta']]);
    }
    expect(told).toEqual([[200, '80', 8, {}], [200, '85', 8, {}]]); // prettier-ignore
  });

  test.each([
    ['send', 'before it is confirmed', []],
    ['confirm', 'twice', ['confirm']],
    ['cancel', 'when it is sent', ['confirm', 'send']],
    ['confirm', 'what was given up', ['cancel']],
    ['cancel', 'twice', ['cancel']],
  ])('cannot %s %s', async (action, _when, before) => {
    await put({ orderId: 8 });
    for (const step of before) expect((await post(`/v1/merchant_order/8/${step}/`)).status).toBe(200);
    expect(faultIn(await post(`/v1/merchant_order/8/${action}/`))).toMatchObject({ status: 400, code: 71001 });
  });

  test.each([
    ...[
      '/v1/order/7/confirm/',
      '/v1/order/7/cancel/',
      '/v1/order/7/authorizeOrder/',
      '/v1/order/7/updateOrderPayment/',
    ],
    ...[
      '/v1/order_item/11/confirm/',
      '/v1/order_item/11/send/',
      '/v1/order_item/11/cancel/',
      '/v1/merchant_order/7/pay/',
    ],
  ])('has no action at %s', async (path) => {
    expect(await post(path)).toMatchObject({ status: 404, text: '' });
  });
});

describe('an item', () => {
  test('is known by its own number', async () => {
    expect(await get('/v1/order_item/12/')).toMatchObject({
      ...{ id: 12, sku: 'P-1X1', name: 'Plate', offer_id: '12', quantity: 1, status: '80', meta: {}, from_list: false },
      ...{ amount_vat_included: '20.00', price: '16.670000', price_vat_included: '20.00', vat: '3.330000' },
      merchant_order: `${gateway.address}/v1/merchant_order/7/`,
    });
  });

  test('is not guessed where two orders have one of its number', async () => {
    await put({ orderId: 8 });
    expect(faultIn(await ask(gateway, '/v1/order_item/12/'))).toMatchObject({ status: 400, code: 71002 });
    const { objects } = await get('/v1/order_item/?id=12&merchant_order=/v1/merchant_order/8/');
    expect(objects).toMatchObject([{ id: 12, merchant_order: `${gateway.address}/v1/merchant_order/8/` }]);
  });
});

test.each([
  'merchant_order',
  'order',
  'order_item',
  'refund',
  'transaction',
  'app_transaction',
  'store_transaction',
  'mp_transaction',
])('a %s of another shop is not there, to the byte', async (resource) => {
  const wish = orderWish({ orderId: 900, lines: [{ lineId: 900, sku: 'X', name: 'X', quantity: 1, price: '9' }] });
  await gateway.services.orders.put(gateway.otherCaller, wish);
  const told = async (path: string, method = 'GET') => {
    const { status, text, headers } = await ask(gateway, path, { method });
    return [status, text, headers['content-type'], headers.allow];
  };
  for (const action of ['', 'confirm/', 'send/', 'cancel/']) {
    const method = action === '' ? 'GET' : 'POST';
    const foreign = await told(`/v1/${resource}/900/${action}`, method);
    expect(foreign).toEqual(await told(`/v1/${resource}/901/${action}`, method));
    expect(foreign.slice(0, 2)).toEqual([404, '']);
  }
  for (const filter of ['id', 'merchant_order', 'order', 'transaction']) {
    const { status, body } = await ask(gateway, `/v1/${resource}/?${filter}=900`);
    if (status === 200) expect(body?.['objects']).toEqual([]);
  }
});
