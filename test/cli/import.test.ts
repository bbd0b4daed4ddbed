/** Imports: all or nothing, every bad row named with its line and field, and the same file twice changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES, type Caller } from '../../src/domain/access';
import { CommandLine } from './command-line';

const SAMPLES = join(__dirname, '../../samples');
const SAMPLE = join(SAMPLES, 'shop.json');
const CALLER: Caller = { shop: 'MUGS', credential: 't', name: 't', scopes: new Set(SCOPES), requestId: 't' };
const NOTHING = { added: 0, changed: 0, unchanged: 0 };

interface Document {
  orders: Record<string, unknown>[];
  returns: Record<string, unknown>[];
}

let line: CommandLine;

beforeEach(async () => {
  line = new CommandLine();
  await line.json('shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw');
});
afterEach(() => line.remove());

const load = (file: string, ...more: string[]) => line.json('import', file, '--shop', 'MUGS', ...more);
const orders = () => line.withServices((services) => services.orders.list(CALLER, { limit: 100 }));
const sample = (): Document => JSON.parse(readFileSync(SAMPLE, 'utf8')) as Document;

async function refused(file: string): Promise<{ line: number; field?: string; message: string }[]> {
  const { code, stdout, stderr } = await line.run('import', file, '--shop', 'MUGS', '--json');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: \S+ has \d+ errors?, nothing was imported\n$/);
  expect((await orders()).items).toEqual([]);
  return (JSON.parse(stdout) as { errors: { line: number; field?: string; message: string }[] }).errors;
}

describe('the sample shop', () => {
  test('is imported whole, and a second time changes nothing', async () => {
    expect(await load(SAMPLE)).toEqual({
      dryRun: false,
      orders: { ...NOTHING, added: 8 },
      payments: NOTHING,
      returns: { ...NOTHING, added: 9 },
      tickets: { ...NOTHING, added: 2 },
    });
    const before = await orders();
    expect(await load(SAMPLE)).toMatchObject({
      orders: { ...NOTHING, unchanged: 8 },
      returns: { ...NOTHING, unchanged: 9 },
      tickets: { ...NOTHING, unchanged: 2 },
    });
    expect(await orders()).toEqual(before);
  });

  test('has orders in four currencies, and returns and claims in every state', async () => {
    await load(SAMPLE);
    const { items } = await orders();
    expect(new Set(items.map(({ currency }) => currency))).toEqual(new Set(['PLN', 'EUR', 'VND', 'BRL']));
    expect(items.every(({ total, captured }) => total === captured)).toBe(true);
    const returns = await line.withServices((services) => services.returns.list(CALLER, { limit: 100 }));
    expect(new Set(returns.items.map(({ state }) => state)).size).toBe(6);
    expect(new Set(returns.items.map(({ kind }) => kind)).size).toBe(3);
  });

  test('tried first leaves nothing behind', async () => {
    expect(await load(SAMPLE, '--dry-run')).toMatchObject({
      dryRun: true,
      orders: { added: 8 },
      returns: { added: 9 },
    });
    expect((await orders()).items).toEqual([]);
  });

  test('is told to a person in a few lines', async () => {
    const { stdout, stderr } = await line.run('import', SAMPLE, '--shop', 'MUGS');
    expect(stdout).toBe(
      ['orders: 8', 'returns: 9', 'tickets: 2'].map((kind) => `${kind} added, 0 changed, 0 unchanged\n`).join('') +
        `${SAMPLE} imported\n`,
    );
    expect(stderr).toBe('');
  });

  test('says the same in its CSV files, in either sequence', async () => {
    const files = ['orders.csv', 'payments.csv', 'returns.csv', 'tickets.csv'].map((name) => join(SAMPLES, name));
    for (const file of files) await load(file);
    expect(await load(SAMPLE)).toMatchObject({
      orders: { added: 5, changed: 0, unchanged: 3 },
      returns: { added: 6, changed: 0, unchanged: 3 },
      tickets: { added: 0, changed: 0, unchanged: 2 },
    });
    for (const file of files) {
      const { orders: o, payments, returns, tickets } = (await load(file)) as Record<string, typeof NOTHING>;
      const effects = [o, payments, returns, tickets].flatMap((counts) => [counts?.added, counts?.changed]);
      expect(new Set(effects)).toEqual(new Set([0]));
    }
  });
});

describe('a JSON file', () => {
  test('is refused with every bad row, and nothing of it is imported', async () => {
    const document = sample();
    (document.orders[0]!['lines'] as { quantity: number }[])[0]!.quantity = 0;
    document.orders[1]!['currency'] = 'XXX';
    document.orders[2]!['colour'] = 'red';
    (document.orders[3]!['payments'] as { amount: string }[])[0]!.amount = '565.251';
    document.orders[4]!['placedAt'] = '2026-02-30T00:00:00Z';
    delete (document.orders[5]!['lines'] as { sku?: string }[])[0]!.sku;
    (document.returns[6]!['lines'] as { quantity: number }[])[0]!.quantity = 5;
    const file = line.file('shop.json', document);
    const errors = await refused(file);
    expect(errors.map(({ field, message }) => [field, message])).toEqual([
      ['orders[0].lines[0].quantity', 'orders[0].lines[0].quantity must be a whole number from 1 to 1000000'],
      ['orders[1].currency', 'orders[1].currency: "XXX" is not an ISO 4217 currency code such as PLN'],
      ['orders[2].colour', 'orders[2].colour is not known here'],
      ['orders[3].payments[0].amount', 'orders[3].payments[0].amount has more than the 2 decimals that EUR has'],
      ['orders[4].placedAt', 'orders[4].placedAt must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z'],
      ['orders[5].lines[0].sku', 'orders[5].lines[0].sku is required'],
      [
        'returns[6].lines[0].quantity',
        'returns[6].lines[0].quantity is 5, but only 1 of 1 units are left to give back',
      ],
    ]);
    const text = readFileSync(file, 'utf8').split('\n');
    expect(text[errors[0]!.line - 1]).toContain('"quantity": 0');
    expect(text[errors[1]!.line - 1]).toContain('"XXX"');
    expect(text[errors[6]!.line - 1]).toContain('"quantity": 5');
  });

  test('tells a person every bad row before the line that sums up', async () => {
    const document = sample();
    document.orders[1]!['currency'] = 'złoty';
    const said = await line.run('import', line.file('shop.json', document), '--shop', 'MUGS');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(
      /^line \d+: orders\[1\]\.currency must be an ISO 4217 code, such as PLN\nrefund-gateway: .* has 1 error, nothing was imported\n$/,
    );
  });

  test.each([
    [
      'a comma that is missing',
      '{"orders": [\n  {"orderId": 1\n   "currency": "PLN"}]}',
      3,
      'the file is not JSON: comma',
    ],
    ['an end that is missing', '{"orders": [\n', 2, 'the file is not JSON: '],
    [
      'a name that is given twice',
      '{"orders": [{\n"orderId": 1,\n"orderId": 2}]}',
      3,
      'orders[0].orderId is given twice',
    ],
    ['no object', '[]', 1, 'the file must be an object with orders, payments, returns or tickets'],
    ['no list of orders', '{\n"orders": {}}', 2, 'orders must be a list of orders'],
    ['a part that we do not know', '{"customers": []}', 1, 'customers is not known here'],
    [
      'a number that is too large',
      '{"orders": [\n{"orderId": 9007199254740993}]}',
      2,
      'orders[0].orderId must be a whole',
    ],
    ['an amount as a number', '{"payments": [\n{"amount": 12.3}]}', 2, 'payments[0].amount must be decimal text'],
  ])('with %s is refused', async (_what, text, lineNumber, message) => {
    const errors = await refused(line.file('broken.json', text));
    expect(errors).toContainEqual(
      expect.objectContaining({ line: lineNumber, message: expect.stringContaining(message) as string }),
    );
  });

  test('that has an order or a return twice is refused', async () => {
    const document = sample();
    document.orders.push(document.orders[0]!);
    document.returns.push({ ...document.returns[2] });
    const errors = await refused(line.file('shop.json', document));
    expect(errors.map(({ message }) => message)).toEqual([
      'orders[8].orderId: order 1001 is there twice',
      'returns[9].reference: return RET-503 is there twice',
    ]);
  });

  test('that is not UTF-8 is refused', async () => {
    const file = line.file('latin.json', '');
    writeFileSync(file, Buffer.from([0x7b, 0xb3, 0x7d]));
    expect(await line.run('import', file, '--shop', 'MUGS')).toMatchObject({
      code: 1,
      stderr: `refund-gateway: ${file} is not UTF-8 text\n`,
    });
  });
});

describe('a CSV file', () => {
  const HEADER = 'orderId,currency,fulfilment,lineId,sku,name,quantity,price';

  test('is refused with every bad cell, named by its column', async () => {
    const rows = [
      '1,PLN,open,1,A,"Tea',
      'in a bag",0,1.00',
      '1,PLN,fulfilled,2,B,Cup,1,"2,50"',
      '2,PLN,open,1,A,Tea,1,1.005',
      '3,PLN,open,1,A,Tea,1',
      'x,PLN,open,1,A,Tea,1,1',
    ];
    expect(await refused(line.file('orders.csv', [HEADER, ...rows, ''].join('\r\n')))).toEqual([
      { line: 2, field: 'quantity', message: 'quantity must be a whole number from 1 to 1000000' },
      { line: 4, field: 'fulfilment', message: 'fulfilment must be as on line 2, which begins the same order' },
      {
        line: 4,
        field: 'price',
        message: 'price must be decimal text of at most 12 digits before the point and 3 after it, such as "12.30"',
      },
      { line: 5, field: 'price', message: 'price has more than the 2 decimals that PLN has' },
      { line: 6, message: 'the line has 7 cells, the header has 8' },
      { line: 7, field: 'orderId', message: 'orderId must be a whole number from 1 to 9007199254740991' },
    ]);
  });

  test.each([
    ['a header that we do not know', 'a,b\n1,2\n', 1, 'the header is not one of'],
    ['a column that is missing', `${HEADER.replace(',price', '')}\n`, 1, 'price is missing in the header'],
    ['a column that we do not know', `${HEADER},colour\n`, 1, 'colour is not known in a file of orders'],
    ['a column that is there twice', `${HEADER},sku\n`, 1, 'sku is in the header twice'],
    ['a quote that is not closed', `${HEADER}\n1,PLN,open,1,"A,Tea,1,1\n`, 2, 'a quote is opened and not closed'],
    ['a quote inside of text', `${HEADER}\n1,PLN,open,1,A"B,Tea,1,1\n`, 2, 'a quote stands where none may stand'],
    ['nothing in it', '', 1, 'the file is empty'],
  ])('with %s is refused', async (_what, text, lineNumber, message) => {
    const errors = await refused(line.file('broken.csv', text));
    expect(errors[0]).toMatchObject({ line: lineNumber, message: expect.stringContaining(message) as string });
  });

  test('with semicolons, a byte order mark and columns of the order given once is read as well', async () => {
    const text = `\ufeff${HEADER.replaceAll(',', ';')}\n7;PLN;open;1;A;Tea;2;1.50\n\n7;;;2;B;Cup;1;4.00\n`;
    expect(await load(line.file('orders.csv', text))).toMatchObject({ orders: { ...NOTHING, added: 1 } });
    const order = await line.withServices((services) => services.orders.get(CALLER, 7));
    expect(order).toMatchObject({ total: 700, fulfilment: 'open', lines: [{ sku: 'A' }, { sku: 'B' }] });
  });

  const PAYMENTS = 'orderId,paymentId,provider,method,amount,currency,reference';

  test('of payments adds and replaces payments of orders that are there', async () => {
    await load(SAMPLE);
    const rows = ['1007,1,simulated,transfer,109.90,PLN,another', '1007,2,cash,cash,5.00,PLN,'];
    expect(await load(line.file('payments.csv', [PAYMENTS, ...rows].join('\n')))).toMatchObject({
      payments: { added: 1, changed: 1, unchanged: 0 },
    });
    const order = await line.withServices((services) => services.orders.get(CALLER, 1007));
    expect(order).toMatchObject({ captured: 11490, payments: [{ reference: 'another' }, { provider: 'cash' }] });
  });

  test('of payments is refused by line where the order is missing or has another currency', async () => {
    const rows = ['1,1,simulated,card,5.00,PLN,a', '2,1,simulated,card,5.00,EUR,b', '2,2,simulated,card,0.00,PLN,c'];
    await load(line.file('orders.csv', `${HEADER}\n2,PLN,open,1,A,Tea,1,5.00\n`));
    const { stderr } = await line.run(
      ...['import', line.file('payments.csv', [PAYMENTS, ...rows].join('\n')), '--shop', 'MUGS'],
    );
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'line 2: orderId: there is no order 1',
      'line 3: currency must be PLN, the currency of the order',
      'line 4: amount must be above zero',
    ]);
  });

  test('of orders does not take payments away', async () => {
    await load(SAMPLE);
    await load(line.file('orders.csv', `${HEADER}\n1003,EUR,open,1,A,Tea,1,5.00\n`));
    const order = await line.withServices((services) => services.orders.get(CALLER, 1003));
    expect(order).toMatchObject({ total: 500, captured: 14663, payments: [{ id: 1 }, { id: 2 }] });
  });
});

test('a shop that does not exist is told before anything else', async () => {
  expect(await line.run('import', SAMPLE, '--shop', 'TEA')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'refund-gateway: there is no shop TEA\n',
  });
});
