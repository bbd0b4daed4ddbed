/** What a deployment, or a shop, chooses about this door. The other tests meet it as it is when nothing is chosen. */
import type { InstanceList, OneInstance, RefundFormList, TicketList } from '../../../src/dialects/skyhub/shapes';
import { SHOP, startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder, ORDER, SAC, send } from './channel-shop';
import type { Answer } from './channel-shop';

let gateway: GatewayUnderTest;
const starting = (environment: Record<string, string>) => async (): Promise<void> => {
  gateway = await startGateway({ doors: [], environment });
  await gateway.services.orders.put(gateway.caller, channelOrder(WITH_PIX));
};

const card = { paymentId: 1, provider: 'simulated', method: 'card', amount: '120.00', reference: 'pay_1' };
const WITH_PIX = { payments: [card, { ...card, paymentId: 2, method: 'Pix', amount: '80.00', reference: 'pay_2' }] };
const PATH = `${SAC}/instances`;
const INSTANCE = {
  items: [{ id: '298765432198761-1', quantity: 1 }],
  action: { id: 'RETURN' },
  cause: { id: 'ARP', reason: { id: '183' } },
};
const post = (more: object = {}): Promise<Answer<OneInstance>> =>
  ask(gateway, 'POST', PATH, { instance: { ...INSTANCE, ...more } });

describe('calls that are paced (SKY-3)', () => {
  beforeAll(starting({ SKYHUB_PACING: 'on' }));
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.clock.pass(60_000));

  test('one in a second is answered, the next is told when to come again', async () => {
    expect((await send(gateway, 'GET', `${SAC}/items`)).status).toBe(200);
    gateway.clock.pass(999);
    const hasty = await send(gateway, 'GET', `${SAC}/items`);
    expect([hasty.status, hasty.headers['retry-after'], JSON.parse(hasty.text)]).toEqual([
      429,
      '1',
      { errors: { detail: 'Too many requests: one in a second for each endpoint and method' } },
    ]);
    gateway.clock.pass(1);
    expect((await send(gateway, 'GET', `${SAC}/items`)).status).toBe(200);
  });

  test('by account, endpoint and method, whatever the order; and below /sac alone', async () => {
    const user = 'south@example.com';
    await gateway.services.credentials.addLogin({ shop: 'south', user, password: 'secret' });
    const others = { 'x-user-email': user, 'x-api-key': 'secret', 'x-accountmanager-key': 'south' };
    const statuses: number[] = [];
    for (const [method, path, headers] of [
      ['GET', `${SAC}/items`, {}],
      ['GET', '/sac/another-1/items', {}],
      ['GET', `${SAC}/refunds`, {}],
      ['GET', PATH, {}],
      ['POST', PATH, {}],
      ['GET', '/sac', {}],
      ['GET', SAC, {}],
      ['GET', '/sac/', {}],
      ['GET', `${SAC}/chats`, {}],
      ['GET', `${SAC}/cats`, {}],
      ['GET', `${SAC}/items`, others],
      ['GET', `${SAC}/items`, { 'x-api-key': 'wrong' }],
      ['GET', '/orders', {}],
      ['GET', '/orders', {}],
    ] as const) {
      statuses.push(
        (await send(gateway, method, path, { headers, ...(method === 'POST' ? { body: {} } : {}) })).status,
      );
    }
    expect(statuses).toEqual([200, 429, 200, 200, 422, 200, 404, 429, 404, 429, 404, 401, 200, 200]);
  });
});

describe('an address that callers know us by', () => {
  beforeAll(starting({ PUBLIC_URL: 'https://shop.example/' }));
  afterAll(() => gateway.stop());

  test('begins the address of the next page', async () => {
    for (let n = 0; n < 51; n++) {
      const ticket = { code: `Americanas-${n}`, orderCode: `02-${n}`, platform: 'B2w', createdAt: gateway.clock.now() };
      await gateway.services.tickets.put(gateway.caller, ticket);
    }
    const { body } = await ask<TicketList>(gateway, 'GET', '/sac');
    expect(body.next_page).toMatch(/^https:\/\/shop\.example\/sac\?cursor=[\w-]+$/);
  });
});

describe('our own PUT switched off (SKY-11)', () => {
  beforeAll(starting({ SKYHUB_PUT: 'off' }));
  afterAll(() => gateway.stop());

  test('is not there, whatever it would say, and changes nothing', async () => {
    expect((await post()).status).toBe(201);
    for (const [path, body] of [
      [PATH, { instance: { id: '1', status: 'CANCELLED' } }],
      [PATH, {}],
      ['/sac/nobody-1/instances', {}],
    ] as const) {
      expect(await ask(gateway, 'PUT', path, body)).toEqual({ status: 404, body: { errors: { detail: 'Not found' } } });
    }
    const { status } = await send(gateway, 'PUT', PATH, { headers: { 'x-api-key': 'wrong' }, body: {} });
    expect(status).toBe(401);
    const { body } = await ask<InstanceList>(gateway, 'GET', PATH);
    expect(body.instances).toMatchObject([{ status: 'OPEN' }]);
  });
});

describe('a list of causes (SKY-12)', () => {
  beforeAll(starting({ SKYHUB_CAUSES: 'ARP/183,DEF/1' }));
  afterAll(() => gateway.stop());

  test.each([
    [
      'another cause',
      { id: 'DES', reason: { id: '183' } },
      'instance.cause.id is none of the causes that are taken here',
    ],
    [
      'the reason of another cause',
      { id: 'ARP', reason: { id: '1' } },
      'instance.cause.reason.id is none of the reasons of ARP that are taken here',
    ],
  ])('refuses %s', async (_what, cause, detail) => {
    expect(await post({ cause })).toEqual({ status: 422, body: { errors: { detail } } });
  });

  test('takes what is on it', async () => {
    expect((await post({ cause: { id: 'DEF', reason: { id: '1' } } })).status).toBe(201);
  });
});

describe("the deployment's own ids of forms (SKY-15)", () => {
  beforeAll(starting({ SKYHUB_FORMS: 'pix=INSTANT_PAYMENT' }));
  afterAll(() => gateway.stop());

  test('are offered, chosen and told again, and the others are none', async () => {
    const { body } = await ask<RefundFormList>(gateway, 'GET', `${SAC}/refunds`);
    expect(body.refunds.map(({ id, group }) => `${id} ${group}`)).toEqual([
      'CREDIT_CARD ORIGINAL_PAYMENT',
      'INSTANT_PAYMENT ORIGINAL_PAYMENT',
      'VOUCHER VOUCHER',
    ]);
    const refunds = ['CREDIT_CARD', 'PIX'].map((id) => ({ id, group: 'ORIGINAL_PAYMENT' }));
    expect((await post({ refunds })).status).toBe(422);
    const chosen = ['CREDIT_CARD', 'INSTANT_PAYMENT'].map((id) => ({ id, group: 'ORIGINAL_PAYMENT' }));
    const { status, body: opened } = await post({ refunds: chosen });
    expect(status).toBe(201);
    expect(opened.instance.refunds?.map(({ id, value }) => `${id} ${value}`)).toEqual([
      'CREDIT_CARD 120',
      'INSTANT_PAYMENT 0.5',
    ]);
  });
});

describe('an id that the capitals of another method would be (SKY-15)', () => {
  beforeAll(starting({ SKYHUB_FORMS: 'boleto=PIX,transfer=TED' }));
  afterAll(() => gateway.stop());

  test('is that of one form alone, and what it is chosen for is given back', async () => {
    const boleto = { ...card, method: 'boleto', amount: '30.00' };
    const pix = { ...card, paymentId: 2, method: 'pix', amount: '40.00', reference: 'pay_2' };
    const ted = { ...card, paymentId: 3, method: 'Transfer', amount: '130.00', reference: 'pay_3' };
    await gateway.services.orders.put(gateway.caller, channelOrder({ payments: [boleto, pix, ted] }));
    const { body } = await ask<RefundFormList>(gateway, 'GET', `${SAC}/refunds`);
    expect(body.refunds.map(({ id, name, group, limit }) => `${id} ${name} ${group} ${limit}`)).toEqual([
      'PIX boleto ORIGINAL_PAYMENT 30',
      'PIX__2 pix ORIGINAL_PAYMENT 40',
      'TED bank_transfer ORIGINAL_PAYMENT 130',
      'VOUCHER Vale VOUCHER 200',
    ]);
    const items = [{ id: '298765432198761-2', quantity: 1 }];
    const refunds = [{ id: 'PIX__2', group: 'ORIGINAL_PAYMENT' }];
    const { body: opened } = await post({ items, refunds });
    expect(opened.instance.refunds).toEqual([{ id: 'PIX__2', name: 'pix', status: 'PENDING', value: 34.75 }]);
    await gateway.services.returns.accept(gateway.caller, { returnId: Number(opened.instance.id) });
    const { payments } = await gateway.services.orders.get(gateway.caller, ORDER);
    expect(payments.map(({ method, committed }) => `${method} ${committed}`)).toEqual([
      'boleto 0',
      'pix 3475',
      'Transfer 0',
    ]);
  });
});

describe('a shop that offers no voucher (SKY-15)', () => {
  beforeAll(starting({}));
  afterAll(() => gateway.stop());

  test('has no row of it, and lets nobody choose it', async () => {
    await gateway.services.shops.set(SHOP, { offersVouchers: false });
    const { body } = await ask<RefundFormList>(gateway, 'GET', `${SAC}/refunds`);
    expect(body.refunds.map(({ group }) => group)).toEqual(['ORIGINAL_PAYMENT', 'ORIGINAL_PAYMENT']);
    const detail = 'A refund form is none of those that the order offers';
    expect(await post({ refunds: [{ id: 'VOUCHER', group: 'VOUCHER' }] })).toEqual({
      status: 422,
      body: { errors: { detail } },
    });
  });
});
