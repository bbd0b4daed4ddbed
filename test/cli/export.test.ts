/** Exports: every refund of the shop, page by page, as JSON or as CSV that a spreadsheet cannot be harmed by. */
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES, type Caller } from '../../src/domain/access';
import { CommandLine } from './command-line';

const CALLER: Caller = { shop: 'MUGS', credential: 't', name: 't', scopes: new Set(SCOPES), requestId: 't' };
const EXPORT = ['export', 'refunds', '--shop', 'MUGS'] as const;

let line: CommandLine;

beforeEach(async () => {
  line = new CommandLine();
  for (const shop of ['MUGS', 'EMPTY']) {
    await line.json('shop', 'add', shop, '--currency', 'PLN', '--timezone', 'Europe/Warsaw');
  }
  await line.json('import', join(__dirname, '../../samples/shop.json'), '--shop', 'MUGS');
});
afterEach(() => line.remove());

/** Adds so many manual refunds of 1000 VND, each with these texts. */
async function addRefunds(count: number, reason = 'Goodwill', reference?: string): Promise<void> {
  const wish = { sourceType: 'order', sourceId: 1005, amount: '1000', currency: 'VND', destination: 'cash' } as const;
  await line.withServices(async ({ refunds }) => {
    for (let added = 0; added < count; added += 1) {
      await refunds.addManual(CALLER, { ...wish, reason, ...(reference !== undefined && { reference }) });
    }
  });
}

test('all pages of refunds come out, as one JSON value', async () => {
  await addRefunds(205);
  const refunds = await line.json<{ refundId: number; amount: string }[]>(...EXPORT);
  expect(refunds.map(({ refundId }) => refundId)).toEqual(Array.from({ length: 205 }, (_, index) => index + 1));
  expect(refunds[0]).toMatchObject({
    ...{ orderId: 1005, state: 'requested', amount: '1000', settledAmount: '0', currency: 'VND', adjustment: '1000' },
    transactions: [{ destination: 'cash' }],
  });
});

test('a shop without refunds has an empty list, and a header only', async () => {
  expect(await line.json('export', 'refunds', '--shop', 'EMPTY')).toEqual([]);
  const { stdout } = await line.run('export', 'refunds', '--shop', 'EMPTY');
  expect(stdout).toMatch(/^refundId,orderId,[^\n]+\r\n$/);
});

test('CSV has one line for each refund, amounts as decimal text and times in ISO 8601', async () => {
  await line.withServices(async ({ refunds }) => {
    const wish = { orderId: 1001, paymentId: 1, amount: '12.3', currency: 'PLN', reason: 'Chipped, "badly"' };
    const { id: refundId } = await refunds.addAutomaticForOrder(CALLER, wish);
    await refunds.confirm(CALLER, { refundId });
  });
  const { stdout } = await line.run(...EXPORT, '--format', 'csv');
  expect(stdout).toContain('"Chipped, ""badly"""');
  const [row] = parse<Record<string, string>>(stdout, { columns: true });
  expect(row).toMatchObject({
    ...{ refundId: '1', orderId: '1001', method: 'automatic', state: 'approved', amount: '12.30', currency: 'PLN' },
    ...{ settledAmount: '0.00', payments: '1', reason: 'Chipped, "badly"', settledAt: '' },
    confirmedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
  });
});

test.each(['=1+1', '+48 123', '-1', '@SUM(A1)', '\t=1', '=cmd|"/c calc"!A1'])(
  'what somebody typed is not a formula: %j',
  async (text) => {
    await addRefunds(1, text, '=2+2');
    const { stdout } = await line.run(...EXPORT);
    const [row] = parse<Record<string, string>>(stdout, { columns: true });
    expect(row).toMatchObject({ reason: `'${text}`, references: "'=2+2", adjustment: '1000' });
  },
);

test('only refunds since a day or a time come out', async () => {
  await addRefunds(1);
  expect(await line.json(...EXPORT, '--since', '2020-01-31')).toHaveLength(1);
  expect(await line.json(...EXPORT, '--since', '2999-01-31')).toHaveLength(0);
  expect(await line.json(...EXPORT, '--since', '2999-01-31T10:00:00+02:00')).toHaveLength(0);
  expect((await line.run(...EXPORT, '--since', 'yesterday')).code).toBe(2);
});

test('a file appears when it is whole, and stdout says what went into it', async () => {
  await addRefunds(2);
  const file = line.path('refunds.csv');
  expect(await line.json(...EXPORT, '--format', 'csv', '--output', file)).toEqual({ file, refunds: 2 });
  expect(parse(readFileSync(file))).toHaveLength(3);
  expect(existsSync(`${file}.part`)).toBe(false);
});

test.each([
  [2, 'JSON and CSV at once', ['--shop', 'MUGS', '--json', '--format', 'csv'], /cannot both go to stdout/],
  [2, 'a format that does not exist', ['--shop', 'MUGS', '--format', 'xls'], /Allowed choices are csv, json/],
  [1, 'a shop that does not exist', ['--shop', 'TEA'], /there is no shop TEA/],
  [1, 'a file that cannot be written', ['--shop', 'MUGS', '--output', '/nowhere/x.csv'], /x.csv cannot be written/],
])('%d for %s', async (code, _what, options, message) => {
  const said = await line.run('export', 'refunds', ...options);
  expect(said).toEqual({ code, stdout: '', stderr: expect.stringMatching(message) as string });
});
