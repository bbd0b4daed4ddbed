/** Sapo's clients: refunds that are put together and carried out at once, and the order with everything given back of it. */
import { major, type Members } from './told';
import type { Dice } from './dice';
import type { Answered, Draw, MixedDoor, Reached, Wish } from './door';
import { exchange } from './exchange';
import { sumOf, type RefundTruth, type TransactionTruth, type Truth } from './truth';

function ask({ address, key }: Reached, path: string, body?: object): Promise<Answered> {
  return exchange(`${address}/admin/orders/${path}`, {
    headers: { 'Content-Type': 'application/json', 'X-Sapo-Access-Token': key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function wish(path: string, body: object): Wish {
  return { what: `Sapo POST ${path} ${JSON.stringify(body)}`, send: (reached) => ask(reached, path, body) };
}

function parts(dice: Dice, truth: Truth): object[] {
  return truth.payments
    .filter(({ captured, committed }) => dice.chance(50) && (committed < captured || dice.chance(5)))
    .map(({ id, captured, committed }) => ({
      ...{ parent_id: id, kind: 'refund', amount: major(dice.amount(captured - committed), truth) },
      ...(dice.chance(20) ? { gateway: 'other' } : {}),
    }));
}

const createRefund: Draw = (dice, truth) => {
  const lines = dice.chance(60)
    ? dice.lines(truth).map(({ lineId, quantity }) => ({
        ...{ line_item_id: lineId, quantity, restock_type: dice.one(['no_restock', 'return', 'cancel']) },
      }))
    : [];
  const shipping = dice.chance(25) ? { shipping: dice.chance(50) ? { full_refund: true } : { amount: 1 } } : {};
  const transactions = dice.chance(80) ? parts(dice, truth) : [];
  if (lines.length + transactions.length === 0 && !dice.chance(5)) return undefined;
  return wish(`${truth.orderId}/refunds.json`, { refund: { refund_line_items: lines, transactions, ...shipping } });
};

const createTransaction: Draw = (dice, truth) => {
  const payment = dice.payment(truth);
  if (!payment) return undefined;
  const amount = dice.chance(20) ? {} : { amount: major(dice.amount(payment.captured - payment.committed), truth) };
  return wish(`${truth.orderId}/transactions.json`, {
    transaction: { kind: 'refund', parent_id: payment.id, ...amount },
  });
};

const STATUS: Readonly<Record<string, string>> = {
  ...{ settled: 'success', declined: 'failure', cancelled: 'failure', reversed: 'failure' },
};
/** So that none of ours is taken for a payment of the shop's. */
const FIRST_MOVEMENT = 4_000_000_000_000_000;

function expected(truth: Truth): unknown {
  const { refunds, payments, captured, refunded, committed } = truth;
  const transaction = (refund: RefundTruth, { id, state, amount, paymentId }: TransactionTruth) => [
    ...[FIRST_MOVEMENT + id, refund.id, paymentId, STATUS[state] ?? 'pending', major(amount, truth)],
  ];
  const all = refunds.map((refund) => ({
    id: refund.id,
    total: major(sumOf(refund.transactions.filter(({ state }) => state === 'settled')), truth),
    transactions: refund.transactions.map((one) => transaction(refund, one)),
  }));
  return {
    received: major(captured, truth),
    refunded: major(refunded, truth),
    status: refunded === 0 ? 'paid' : refunded === captured ? 'refunded' : 'partially_refunded',
    refundable: committed < captured,
    refunds: all,
    transactions: [
      ...payments.map((payment) => [payment.id, null, null, 'success', major(payment.captured, truth)]),
      ...all.flatMap(({ transactions }) => transactions),
    ],
  };
}

interface RefundTold {
  readonly id: number;
  readonly total_refunded: number;
  readonly transactions: readonly TransactionTold[];
}

interface TransactionTold {
  readonly id: number;
  readonly refund_id: number | null;
  readonly parent_id: number | null;
  readonly status: string;
  readonly amount: number;
}

const transactionWords = (one: TransactionTold): unknown[] => [
  ...[one.id, one.refund_id, one.parent_id, one.status, one.amount],
];

async function told(reached: Reached, { orderId }: Truth): Promise<unknown> {
  const read = async (path: string): Promise<Members> => {
    const { isDone, text } = await ask(reached, path);
    if (!isDone) throw new Error(`Sapo GET ${path}: ${text}`);
    return JSON.parse(text) as Members;
  };
  const order = (await read(`${orderId}.json`))['order'] as Members;
  const { transactions } = await read(`${orderId}/transactions.json?limit=250`);
  return {
    ...{ received: order['total_received'], refunded: order['total_refunded'], status: order['financial_status'] },
    refundable: order['refundable'],
    refunds: (order['refunds'] as readonly RefundTold[]).map(({ id, total_refunded: total, transactions: own }) => ({
      ...{ id, total, transactions: own.map(transactionWords) },
    })),
    transactions: (transactions as readonly TransactionTold[]).map(transactionWords),
  };
}

export const sapoDoor: MixedDoor = {
  name: 'Sapo',
  draws: [createRefund, createRefund, createRefund, createTransaction, createTransaction],
  expected,
  told,
};
