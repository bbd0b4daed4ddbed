import { asker } from './ask';
import type { Ask } from './ask';
import { startRestServer } from './rest-server';
import type { RestServer } from './rest-server';

let server: RestServer;
beforeAll(async () => (server = await startRestServer()));
afterAll(() => server.stop());
const ask = asker(() => server);

const manual = { sourceType: 'order', sourceId: 1001, amount: '12.00', currency: 'PLN', destination: 'cash' };
const POST = { method: 'POST' };

test.each<[string, string, Ask, string]>([
  ['an unknown member', '/refunds/manual', { body: { ...manual, amout: '1' } }, 'amout is not known here'],
  ['a member of every object', '/refunds/manual', { text: '{"__proto__":{}}' }, 'sourceType is required'],
  [
    'an unknown member in a list',
    '/returns/5/accept',
    { body: { lines: [{ lineId: 1, quantity: 1, x: 1 }] } },
    'lines[0].x is not known here',
  ],
  ['a missing member', '/refunds/manual', { body: { ...manual, amount: undefined } }, 'amount is required'],
  ['an empty body', '/refunds/manual', POST, 'sourceType is required'],
  ['a list for an object', '/refunds/manual', { body: [] }, 'the body must be an object'],
  ['null for an object', '/refunds/manual', { text: 'null' }, 'the body must be an object'],
  ['null', '/refunds/manual', { body: { ...manual, note: null } }, 'note must be text of at most 1000 characters'],
  [
    'a number for an amount',
    '/refunds/manual',
    { body: { ...manual, amount: 12 } },
    'amount must be decimal digits, at most 12 before the point and 3 after it, such as 12.30',
  ],
  [
    'an amount with a comma',
    '/refunds/manual',
    { body: { ...manual, amount: '12,00' } },
    'amount must be decimal digits, at most 12 before the point and 3 after it, such as 12.30',
  ],
  [
    'text for an id',
    '/refunds/manual',
    { body: { ...manual, sourceId: '1001' } },
    'sourceId must be a whole number from 1 to 9007199254740991',
  ],
  [
    'an id that no number holds',
    '/refunds/manual',
    { text: JSON.stringify(manual).replace('1001', '9007199254740993') },
    'sourceId must be a whole number from 1 to 9007199254740991',
  ],
  [
    'a word that is not one of them',
    '/refunds/manual',
    { body: { ...manual, destination: 'gold' } },
    'destination must be one of cash, bank_transfer, customer_balance, voucher',
  ],
  [
    'a word inside a list',
    '/refunds/manual',
    { body: { ...manual, destination: ['cash'] } },
    'destination must be one of cash, bank_transfer, customer_balance, voucher',
  ],
  ['an object for a list', '/returns/5/accept', { body: { lines: { lineId: 1 } } }, 'lines must be a list'],
  [
    'a list that is too long',
    '/returns/5/accept',
    { body: { lines: Array(501).fill({ lineId: 1, quantity: 1 }) } },
    'lines must have at most 500 entries',
  ],
  [
    'a wrong entry of a list',
    '/returns/5/accept',
    {
      body: {
        lines: [
          { lineId: 1, quantity: 1 },
          { lineId: 1, quantity: 0 },
        ],
      },
    },
    'lines[1].quantity must be a whole number from 1 to 1000000',
  ],
  [
    'text for a yes or no',
    '/orders/5',
    { method: 'PUT', body: { currency: 'PLN', taxIncluded: 'true', lines: [], payments: [] } },
    'taxIncluded must be true or false',
  ],
  [
    'a day that no calendar has',
    '/orders/5',
    { method: 'PUT', body: { currency: 'PLN', placedAt: '2026-02-30T10:00:00Z', lines: [], payments: [] } },
    'placedAt must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z',
  ],
  [
    'a control character',
    '/refunds/manual',
    { body: { ...manual, note: 'a\u0000b' } },
    'note must not hold control characters',
  ],
  [
    'half a character',
    '/returns/5/accept',
    { text: '{"lines":[],"note":"\\ud800"}' },
    'note must not hold control characters',
  ],
  ['a path that is no id', '/refunds/abc/status', {}, 'refundId must be a whole number from 1 to 9007199254740991'],
  ['an id of zero', '/orders/0', {}, 'orderId must be a whole number from 1 to 9007199254740991'],
  ['an unknown query', '/refunds?stat=settled', {}, 'stat is not known here'],
  [
    'an unknown query behind a thousand others',
    `/refunds?${'&'.repeat(1100)}stat=settled`,
    {},
    'stat is not known here',
  ],
  ['a query where none is known', '/orders/5?verbose=1', {}, 'verbose is not known here'],
  ['a query on a POST', '/refunds/manual?dryRun=true', { body: manual }, 'dryRun is not known here'],
  ['a limit that is no number', '/refunds?limit=abc', {}, 'limit must be a whole number from 1 to 100'],
  ['a limit that is too high', '/refunds?limit=101', {}, 'limit must be a whole number from 1 to 100'],
  ['a query given twice', '/refunds?limit=1&limit=2', {}, 'limit must be a whole number from 1 to 100'],
  [
    'a state that nobody knows',
    '/returns?state=lost',
    {},
    'state must be one of open, accepted, received, closed, rejected, cancelled',
  ],
  [
    'a time without a zone',
    '/orders?since=2026-11-21T10:30:00',
    {},
    'since must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z',
  ],
  ['a query that is missing', '/refunds/possible?sourceType=order', {}, 'sourceId is required'],
])('%s is named', async (_name, path, request, detail) => {
  const { status, json } = await ask(path, request);
  const field = /^([\w[\].]+) (is|must)/.exec(detail)?.[1];
  expect({ status, ...json }).toMatchObject({ status: 400, code: 'request_invalid', detail, ...(field && { field }) });
});

test('characters are counted, not the units a computer keeps them in', async () => {
  const most = { ...manual, note: '🍵'.repeat(1000) };
  expect(await ask('/refunds/manual', { body: most })).toMatchObject({ status: 200 });
  expect(await ask('/refunds/manual', { body: { ...manual, note: '🍵'.repeat(1001) } })).toMatchObject({ status: 400 });
});

test('a refused value is never repeated', async () => {
  const card = '4111111111111111';
  for (const body of [
    { ...manual, currency: card },
    { ...manual, sourceId: card },
    { ...manual, destination: card },
  ]) {
    const { status, text } = await ask('/refunds/manual', { body });
    expect(status).toBe(400);
    expect(text).not.toContain(card);
  }
  const { text } = await ask('/refunds/manual', { text: `{"note": ${card}x}` });
  expect(text).not.toContain(card);
});
