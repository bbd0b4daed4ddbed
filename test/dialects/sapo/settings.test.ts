/** What a deployment chooses about this door. The other tests meet it as it is when nothing is chosen. */
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop, ORDER } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
const starting = (environment: Record<string, string>) => async (): Promise<void> => {
  gateway = await startGateway({ doors: [], environment });
  await openShop(gateway);
};
const limits = ({ headers }: { readonly headers: Headers }) => [
  headers.get('X-Bizweb-Api-Call-Limit'),
  headers.get('X-Shopify-Shop-Api-Call-Limit'),
];

describe('calls that are paced (SAPO-2)', () => {
  beforeAll(starting({ SAPO_PACING: 'on' }));
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.clock.pass(60_000));

  const asks = (count: number, path = 'orders.json', headers?: Record<string, string>) =>
    Promise.all(Array.from({ length: count }, () => ask(gateway, path, headers ? { headers } : {})));

  test('forty are answered at once, each told how many the bucket holds; the next is told to wait', async () => {
    const told = await asks(40);
    expect(told.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect(told.map((one) => limits(one)[0]).sort()).toEqual(
      Array.from({ length: 40 }, (_, held) => `${held + 1}/40`).sort(),
    );
    const hasty = await ask(gateway, 'orders.json');
    expect([hasty.status, hasty.text, hasty.headers.get('Retry-After'), limits(hasty)]).toEqual([
      ...[429, '{"errors":"Too Many Requests"}', '1', ['40/40', '40/40']],
    ]);
  });

  test('two run out in a second, and what was not answered was not counted', async () => {
    await asks(45);
    gateway.clock.pass(499);
    expect((await ask(gateway, 'orders.json')).status).toBe(429);
    gateway.clock.pass(501);
    expect((await asks(3)).map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    gateway.clock.pass(10_000);
    expect(limits(await ask(gateway, 'orders.json'))).toEqual(['21/40', '21/40']);
  });

  test('each credential has its own bucket, and errors are counted as well', async () => {
    await asks(40, 'orders/999.json');
    const { key } = await gateway.services.credentials.addKey({ shop: 'north', name: 'second' });
    expect((await ask(gateway, 'orders.json')).status).toBe(429);
    expect(limits(await ask(gateway, 'orders.json', { headers: { 'X-Sapo-Access-Token': key } }))[0]).toBe('1/40');
  });

  test('nobody fills the bucket of another by naming him, and who is not known has none', async () => {
    const wrong = await asks(41, 'orders.json', { 'X-Sapo-Access-Token': 'wrong' });
    expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([401]));
    expect(limits(wrong[40]!)).toEqual(['0/40', '0/40']);
    expect((await ask(gateway, 'orders.json')).status).toBe(200);
  });

  test('a refund that was refused for the number of calls was not made', async () => {
    await asks(40);
    const body = { refund: { transactions: [{ parent_id: 9002, amount: 1 }] } };
    expect((await ask(gateway, `orders/${ORDER}/refunds.json`, { body })).status).toBe(429);
    gateway.clock.pass(60_000);
    expect((await ask(gateway, `orders/${ORDER}/refunds.json`)).body).toEqual({ refunds: [] });
  });
});

describe('without calculate (SAPO-6)', () => {
  beforeAll(starting({ SAPO_CALCULATE: 'off' }));
  afterAll(() => gateway.stop());

  test.each(['POST', 'GET', 'PUT'])('%s finds nothing there', async (method) => {
    const sent = method === 'GET' ? {} : { body: { refund: {} } };
    const { status, text } = await ask(gateway, `orders/${ORDER}/refunds/calculate.json`, { method, ...sent });
    expect([status, text]).toEqual([404, '{"errors":"Not Found"}']);
  });

  test('all else is there', async () => {
    expect((await ask(gateway, `orders/${ORDER}/refunds.json`)).status).toBe(200);
  });
});

describe('money as text (SAPO-1)', () => {
  beforeAll(starting({ SAPO_MONEY: 'text' }));
  afterAll(() => gateway.stop());

  /** Every value under these keys, however deep. */
  function moneyIn(value: unknown): unknown[] {
    if (Array.isArray(value)) return value.flatMap(moneyIn);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => (MONEY.test(name) ? [inner] : moneyIn(inner)));
  }
  const MONEY =
    /^(?:amount|.*_amount|.*price|total_(?!price).*|net_payment|unpaid_.*|current_.*(?:tax|discounts)|maximum_.*|subtotal|tax)$/;

  test('every amount of every answer is text, and none is a number', async () => {
    const body = {
      refund: {
        refund_line_items: [{ line_item_id: 7001, quantity: 1 }],
        transactions: [{ parent_id: 9002, amount: '60000' }],
      },
    };
    const answers = [
      await ask(gateway, `orders/${ORDER}/refunds.json`, { body }),
      await ask(gateway, `orders/${ORDER}/refunds/calculate.json`, {
        body: { refund: { shipping: { full_refund: true } } },
      }),
      await ask(gateway, `orders/${ORDER}/transactions.json`, {
        body: { transaction: { kind: 'refund', parent_id: 9001, amount: 1.0 } },
      }),
      await ask(gateway, `orders/${ORDER}/transactions.json`),
      await ask(gateway, `orders/${ORDER}/refunds.json`),
      await ask(gateway, `orders/${ORDER}.json`),
      await ask(gateway, 'orders.json'),
    ];
    for (const answer of answers) {
      const amounts = moneyIn(answer.body).filter((amount) => amount !== null && typeof amount !== 'object');
      expect(amounts.length).toBeGreaterThan(0);
      expect(amounts.filter((amount) => typeof amount !== 'string')).toEqual([]);
    }
    expect(answers[0]?.body['refund']).not.toHaveProperty('total_refunded');
    expect(answers[5]?.body['order']).toMatchObject({ total_price: '305000', total_refunded: '60000' });
  });
});
