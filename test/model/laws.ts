/**
 * What must be true of the tables whatever happened. It asks nobody, not the model either: should both agree on what is
 * wrong, this does not.
 */
import type { Rows } from '../onlooker';

type Row = Readonly<Record<string, unknown>>;

const HOLDING = ['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'];

/** The amounts that a transaction gives for returns, as rows that name their return; what is for none is left out. */
function sharesOf(transaction: Row, refund: Row | undefined): Row[] {
  const { shares = null, ...rest } = transaction;
  const own = [{ returnId: refund?.['return_id'] ?? null, amount: transaction['amount'] }];
  const told = shares === null ? own : (JSON.parse(String(shares)) as typeof own);
  return told.map(({ returnId, amount }): Row => ({ ...refund, ...rest, return_id: returnId, amount }));
}

const sum = (rows: readonly Row[], column = 'amount'): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** The first law that is broken. */
export function brokenLaw(rows: Rows): string | undefined {
  for (const law of [potsHold, partsAddUp, unitsAreHeldOnce, booksAgree]) {
    const broken = law(rows);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** Refunds by their ids: these are of all shops. */
const refundsById = (rows: Rows): Map<unknown, Row> => new Map((rows['refunds'] ?? []).map((row) => [row['id'], row]));

/** What is committed is what living transactions hold, and never above what was captured. */
function potsHold(rows: Rows): string | undefined {
  const refunds = refundsById(rows);
  const transactions = (rows['transactions'] ?? []).map((row): Row => ({ ...refunds.get(row['refund_id']), ...row }));
  const shares = (rows['transactions'] ?? []).flatMap((row) => sharesOf(row, refunds.get(row['refund_id'])));
  const pots: readonly (readonly [string, string, readonly Row[], (pot: Row, one: Row) => boolean])[] = [
    ['orders', 'captured', transactions, (pot, one) => one['order_id'] === pot['id']],
    [
      'payments',
      'captured',
      transactions,
      (pot, one) => one['order_id'] === pot['order_id'] && one['payment_id'] === pot['id'],
    ],
    ['refunds', 'amount', transactions, (pot, one) => one['refund_id'] === pot['id']],
    ['returns', 'worth', shares, (pot, one) => one['return_id'] === pot['id']],
  ];
  for (const [table, limit, moved, belongs] of pots) {
    for (const pot of rows[table] ?? []) {
      const own = moved.filter((one) => one['shop'] === pot['shop'] && belongs(pot, one));
      const held = sum(own.filter(({ state }) => HOLDING.includes(String(state))));
      const given = sum(own.filter(({ state }) => state === 'settled'));
      const name = `${table} ${JSON.stringify(pot)}`;
      // Of what a refund holds there is no sum.
      const { committed = held } = pot;
      if (held !== committed || given !== pot['refunded']) return `${name}: ${held} held, ${given} given back`;
      if (held > Number(pot[limit])) return `${name}: more is held than there is`;
    }
  }
  return undefined;
}

/** A refund is the sum of its transactions, and of its goods, shipping and adjustment. */
function partsAddUp(rows: Rows): string | undefined {
  for (const refund of rows['refunds'] ?? []) {
    const of = (table: string): Row[] => (rows[table] ?? []).filter((row) => row['refund_id'] === refund['id']);
    const goods = sum(of('refund_lines')) + Number(refund['shipping']) + Number(refund['adjustment']);
    const moved = sum(of('transactions'));
    if (goods !== refund['amount'] || moved !== refund['amount']) {
      return `refund ${JSON.stringify(refund)}: its content comes to ${goods}, its transactions to ${moved}`;
    }
  }
  return undefined;
}

function unitsAreHeldOnce(rows: Rows): string | undefined {
  const returns = new Map((rows['returns'] ?? []).map((row) => [row['id'], row]));
  const living = new Set(
    (rows['transactions'] ?? []).filter(({ state }) => HOLDING.includes(String(state))).map((row) => row['refund_id']),
  );
  const refunds = refundsById(rows);
  const byReturns = (rows['return_lines'] ?? [])
    .map((line): Row => ({ ...returns.get(line['return_id']), ...line }))
    .filter(({ state }) => state !== 'rejected' && state !== 'cancelled');
  const byRefunds = (rows['refund_lines'] ?? [])
    // Goods that came back are held by their return, whoever pays for them.
    .filter((line) => (line['return_id'] ?? refunds.get(line['refund_id'])?.['return_id'] ?? null) === null)
    .filter((line) => living.has(line['refund_id']))
    .map((line): Row => ({ ...refunds.get(line['refund_id']), ...line }));
  const held = new Set<string>();
  for (const line of [...byReturns, ...byRefunds]) {
    for (const [first, last] of JSON.parse(String(line['units'])) as [number, number][]) {
      for (let unit = first; unit <= last; unit += 1) {
        const name = [line['shop'], line['order_id'], line['line_id'], unit].join(' ');
        if (held.has(name)) return `unit ${name} is held twice`;
        held.add(name);
      }
    }
  }
  return undefined;
}

/** A refund that the provider carried out is one of ours, once, and about the same money. */
function booksAgree(rows: Rows): string | undefined {
  const transactions = rows['transactions'] ?? [];
  for (const booked of rows['simulated_refunds'] ?? []) {
    const own = transactions.filter(
      (one) => one['shop'] === booked['shop'] && one['provider_key'] === booked['provider_key'],
    );
    const [one] = own;
    const fits = own.length === 1 && one?.['amount'] === booked['amount'] && one?.['sent_at'] !== null;
    if (!fits) return `the provider has ${JSON.stringify(booked)}, we have ${JSON.stringify(own)}`;
  }
  return undefined;
}
