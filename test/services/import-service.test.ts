/** An import goes through the rules that every caller goes through, in one unit of work, and tells all that is wrong. */
import { ImportRefused, type ImportRows } from '../../src/services/import-service';
import {
  auditOf,
  automaticWish,
  caller,
  callerOf,
  callerWithout,
  manualWish,
  money,
  openShop,
  ORDER,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;

beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

/** Rows as a file would give them. */
function rows(wishes: {
  orders?: ImportRows['orders'][number]['wish'][];
  payments?: ImportRows['payments'][number]['wish'][];
  returns?: ImportRows['returns'][number]['wish'][];
  tickets?: ImportRows['tickets'][number]['wish'][];
}): ImportRows {
  const named = <T>(kind: string, list: readonly T[] = []) =>
    list.map((wish, index) => ({ path: `${kind}[${index}]`, wish }));
  const { orders, payments, returns, tickets } = wishes;
  return {
    orders: named('orders', orders),
    payments: named('payments', payments),
    returns: named('returns', returns),
    tickets: named('tickets', tickets),
  };
}

/** Where, and with what code, each row is refused. */
async function problemsOf(import_: Promise<unknown>): Promise<string[]> {
  try {
    await import_;
  } catch (error) {
    if (error instanceof ImportRefused) return error.problems.map(({ path, refusal }) => `${path} ${refusal.code}`);
    throw error;
  }
  throw new Error('nothing was refused');
}

const mugs = { reference: 'R1', orderId: ORDER, kind: 'return', lines: [{ lineId: 1, quantity: 2 }] } as const;
const card = {
  orderId: ORDER,
  currency: 'PLN',
  paymentId: 1,
  provider: 'simulated',
  method: 'card',
  reference: 'pay_1',
};

test('an order that is there and says the same is unchanged, another is changed, a new one is added', async () => {
  const orders = [orderWish(), orderWish({ orderId: 8, shipping: '6.00' })];
  await gateway.services.orders.put(caller, orderWish({ orderId: 8 }));
  const report = await gateway.services.imports.run(caller, rows({ orders: [...orders, orderWish({ orderId: 9 })] }));
  expect(report.orders).toEqual({ added: 1, changed: 1, unchanged: 1 });
});

test('a return is brought to its state, holds its units, and can be refunded', async () => {
  const { imports, returns, refunds } = gateway.services;
  await imports.run(caller, rows({ returns: [{ ...mugs, state: 'received' }] }));
  const [found] = (await returns.list(caller, {})).items;
  expect(found).toMatchObject({ reference: 'R1', state: 'received', captured: 2000 });
  const wish = { sourceType: 'return', sourceId: found!.id } as const;
  await expect(refunds.addAutomatic(caller, wish)).resolves.toMatchObject({ amount: 2000 });
});

test('a return that is there is left alone, whatever the file says about it', async () => {
  const { imports, returns } = gateway.services;
  await imports.run(caller, rows({ returns: [mugs] }));
  const again = await imports.run(caller, rows({ returns: [{ ...mugs, state: 'closed', note: 'other' }] }));
  expect(again.returns).toEqual({ added: 0, changed: 0, unchanged: 1 });
  expect((await returns.list(caller, {})).items).toMatchObject([{ state: 'open' }]);
});

test('what money was promised from cannot be imported away', async () => {
  await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '20.00' }));
  const before = await money(gateway);
  const order = orderWish({ payments: [{ ...orderWish().payments[0]!, amount: '19.99' }] });
  const { imports } = gateway.services;
  expect(await problemsOf(imports.run(caller, rows({ orders: [order] })))).toEqual([
    'orders[0].payments order_has_refunds',
  ]);
  expect(await problemsOf(imports.run(caller, rows({ payments: [{ ...card, amount: '19.99' }] })))).toEqual([
    'payments[0].amount order_has_refunds',
  ]);
  expect(await money(gateway)).toEqual(before);
});

test('units that were refunded cannot come back as a return', async () => {
  await gateway.services.refunds.addManual(
    caller,
    manualWish({ lines: [{ lineId: 1, quantity: 2 }], amount: '20.00' }),
  );
  expect(await problemsOf(gateway.services.imports.run(caller, rows({ returns: [mugs] })))).toEqual([
    'returns[0].lines[0].quantity quantity_exceeds_refundable',
  ]);
});

test('every row that is to blame is named, what follows from it is not, and the good ones are not kept', async () => {
  const wishes = rows({
    orders: [
      orderWish({ orderId: 8 }),
      orderWish({ orderId: 9, currency: 'XXX' }),
      orderWish({ orderId: 10, shipping: '1.005' }),
      orderWish({ orderId: 8 }),
    ],
    payments: [
      { ...card, orderId: 9, amount: '1.00' },
      { ...card, orderId: 99, amount: '1.00' },
      { ...card, amount: '0.00' },
      { ...card, paymentId: 2, amount: '1.00', currency: 'EUR' },
    ],
    returns: [
      { ...mugs, orderId: 10 },
      { ...mugs, reference: 'R2', lines: [{ lineId: 5, quantity: 1 }] },
      { ...mugs, reference: 'R3', kind: 'cancellation' },
    ],
  });
  expect(await problemsOf(gateway.services.imports.run(caller, wishes))).toEqual([
    'orders[1].currency currency_unknown',
    'orders[2].shipping amount_invalid',
    'orders[3].orderId request_invalid',
    'payments[1].orderId order_not_found',
    'payments[2].amount amount_invalid',
    'payments[3].currency currency_mismatch',
    'returns[1].lines[0].lineId line_not_found',
    'returns[2].kind order_already_shipped',
  ]);
  expect((await gateway.services.orders.list(caller, {})).items.map(({ id }) => id)).toEqual([ORDER]);
});

test('a return whose number is of another order is no repeat', async () => {
  await gateway.services.imports.run(caller, rows({ returns: [mugs] }));
  const other = rows({ orders: [orderWish({ orderId: 8 })], returns: [{ ...mugs, orderId: 8 }] });
  expect(await problemsOf(gateway.services.imports.run(caller, other))).toEqual([
    'returns[0].reference reference_taken',
  ]);
  expect((await gateway.services.imports.run(caller, rows({ returns: [mugs] }))).returns).toMatchObject({
    unchanged: 1,
  });
});

test('a dry run reports what would be and takes everything back, the audit too', async () => {
  const wishes = rows({ orders: [orderWish({ orderId: 8 })], returns: [mugs] });
  const tried = await gateway.services.imports.run(caller, wishes, { dryRun: true });
  expect((await gateway.services.orders.list(caller, {})).items).toHaveLength(1);
  expect(await auditOf(gateway, 'order', 8)).toEqual([]);
  expect(await gateway.services.imports.run(caller, wishes)).toEqual(tried);
  expect(await auditOf(gateway, 'order', 8)).toMatchObject([{ action: 'order.put', actor: 'test' }]);
});

test('an order without payments keeps those it has, but not in another currency', async () => {
  const { payments: _, ...order } = orderWish({ shipping: '7.00' });
  const { imports, orders } = gateway.services;
  await imports.run(caller, rows({ orders: [order, { ...order, orderId: 8 }] }));
  expect(await orders.get(caller, ORDER)).toMatchObject({ shipping: 700, captured: 6000 });
  expect(await orders.get(caller, 8)).toMatchObject({ shipping: 700, captured: 0 });
  expect(await problemsOf(imports.run(caller, rows({ orders: [{ ...order, currency: 'EUR' }] })))).toEqual([
    'orders[0].currency currency_mismatch',
  ]);
});

test('payments are added and replaced, and one that we cannot ask about keeps what the shop said', async () => {
  const { imports, orders } = gateway.services;
  const payments = [
    { ...card, amount: '35.00' },
    { ...card, paymentId: 2, method: 'blik', amount: '20.0', reference: 'pay_2' },
    { ...card, paymentId: 4, amount: '1.00' },
  ];
  const report = await imports.run(caller, rows({ payments }));
  expect(report.payments).toEqual({ added: 1, changed: 1, unchanged: 1 });
  expect(await orders.get(caller, ORDER)).toMatchObject({ captured: 6600 });
  const again = await imports.run(caller, rows({ payments, orders: [] }));
  expect(again.payments).toEqual({ added: 0, changed: 0, unchanged: 3 });
  const stored = await gateway.database.reader.read((stores) => stores.orders.find('tea', ORDER));
  expect(stored?.payments.find(({ id }) => id === 3)).toMatchObject({ provider: 'till', refundable: true });
});

test('progress is told row by row', async () => {
  const told: string[] = [];
  const onProgress = (done: number, total: number): void => void told.push(`${done}/${total}`);
  const wishes = rows({
    orders: [orderWish({ orderId: 8 })],
    payments: [{ ...card, amount: '30.00' }],
    returns: [mugs],
  });
  await gateway.services.imports.run(caller, wishes, { onProgress });
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});

test('neither a shop that does not exist nor a caller without the scopes imports anything', async () => {
  const { imports } = gateway.services;
  expect((await refusalOf(imports.run(callerOf('none'), rows({})))).code).toBe('shop_not_found');
  for (const scope of ['orders:write', 'returns:write'] as const) {
    expect((await refusalOf(imports.run(callerWithout(scope), rows({})))).code).toBe('scope_missing');
  }
});
