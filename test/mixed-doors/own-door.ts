/** Our own API: each wish over REST or over SOAP, and the order, its refunds and its returns over both. */
import { textOf } from '../model/amounts';
import type { AnyRequest, OperationName } from '../clients/doors';
import { moneyOf, type Dice } from './dice';
import type { Answered, Draw, MixedDoor, Reached, Wish } from './door';
import { offeredForms } from './offered-forms';
import { LOOKS, type Look } from './own-looks';
import type { Members } from './told';
import type { PaymentTruth, RefundTruth, ReturnTruth, TransactionTruth, Truth } from './truth';

const DOORS = ['rest', 'soap11'] as const;

function wish(dice: Dice, operation: OperationName, request: AnyRequest): Wish {
  const door = dice.one(DOORS) ?? 'rest';
  return {
    what: `${door} ${operation} ${JSON.stringify(request)}`,
    async send({ ask }): Promise<Answered> {
      const reply = await ask[door](operation, request);
      if ('refused' in reply) return { isDone: false, status: reply.refused.status, text: JSON.stringify(reply) };
      return { isDone: true, status: 200, text: JSON.stringify(reply.answer) };
    },
  };
}

/** A return that may be refunded. */
const REFUNDABLE = ['accepted', 'received', 'closed'];

const sourceOf = ({ id, kind }: ReturnTruth) => ({ sourceType: kind === 'claim' ? 'claim' : 'return', sourceId: id });

const addForOrder: Draw = (dice, truth) => {
  const payment = dice.payment(truth);
  if (!payment) return undefined;
  const amount = moneyOf(dice.amount(payment.captured - payment.committed), truth);
  const { orderId, currency } = truth;
  return wish(dice, 'addAutomaticRefundForOrder', { orderId, paymentId: payment.id, amount, currency });
};

const addLines: Draw = (dice, truth) => {
  const { orderId, currency } = truth;
  const lines = dice.lines(truth);
  const amount = moneyOf(dice.amount(truth.captured - truth.committed), truth);
  const destination = dice.one(['cash', 'bank_transfer', 'customer_balance', 'voucher']);
  return wish(dice, 'addManualRefund', {
    sourceType: 'order',
    sourceId: orderId,
    amount,
    currency,
    destination,
    lines,
  });
};

const addForReturn: Draw = (dice, truth) => {
  const returned = dice.returned(truth, REFUNDABLE);
  if (!returned) return undefined;
  const amount = dice.chance(60) ? {} : { amount: moneyOf(dice.amount(returned.worth - returned.committed), truth) };
  return wish(dice, 'addAutomaticRefund', { ...sourceOf(returned), ...amount });
};

const addManualForReturn: Draw = (dice, truth) => {
  const returned = dice.returned(truth, REFUNDABLE);
  if (!returned) return undefined;
  const amount = moneyOf(dice.amount(returned.worth - returned.committed), truth);
  const request = { ...sourceOf(returned), amount, currency: truth.currency, destination: 'cash' };
  return wish(dice, 'addManualRefund', request);
};

const update: Draw = (dice, truth) => {
  const refund = dice.refund(truth, ['requested']);
  if (!refund) return undefined;
  const amount = moneyOf(dice.amount(refund.amount + truth.captured - truth.committed), truth);
  return wish(dice, 'updateRefund', { refundId: refund.id, amount, currency: truth.currency });
};

const about =
  (operation: OperationName, states: readonly string[]): Draw =>
  (dice, truth) => {
    const refund = dice.refund(truth, states);
    return refund && wish(dice, operation, { refundId: refund.id });
  };

const ofReturn =
  (
    operation: OperationName,
    states: readonly string[],
    more: (dice: Dice, returned: ReturnTruth) => AnyRequest = () => ({}),
  ): Draw =>
  (dice, truth) => {
    const returned = dice.returned(truth, states);
    return returned && wish(dice, operation, { returnId: returned.id, ...more(dice, returned) });
  };

const open: Draw = (dice, truth) => {
  const lines = dice.lines(truth);
  if (lines.length === 0 && !dice.chance(5)) return undefined;
  const exchange = dice.chance(15) ? { compensation: 'exchange' } : {};
  return wish(dice, 'openReturn', { orderId: truth.orderId, lines, ...exchange });
};

/** In every way that the order was paid in, or as a voucher instead. */
const forms = (dice: Dice, { payments }: Truth): AnyRequest[] =>
  dice.chance(40)
    ? [{ kind: 'voucher', method: 'voucher' }]
    : [...new Set(payments.map(({ method }) => method))].map((method) => ({ kind: 'original', method }));

const openPromised: Draw = (dice, truth) => {
  const lines = dice.lines(truth);
  if (lines.length === 0) return undefined;
  return wish(dice, 'openReturn', { orderId: truth.orderId, lines, payback: forms(dice, truth) });
};

const choose: Draw = (dice, truth) => {
  const returned = dice.returned(truth, ['open']);
  return returned && wish(dice, 'choosePayback', { returnId: returned.id, payback: forms(dice, truth) });
};

const compose: Draw = (dice, truth) => {
  const lines = dice.lines(truth).map((line) => ({ ...line, restock: dice.one(['none', 'return', 'cancel']) }));
  const payment = dice.payment(truth);
  if (!payment || lines.length === 0) return undefined;
  const part = { paymentId: payment.id, amount: moneyOf(dice.amount(payment.captured - payment.committed), truth) };
  return wish(dice, 'addComposedRefund', {
    ...{ orderId: truth.orderId, lines, parts: dice.chance(85) ? [part] : [] },
    ...(dice.chance(20) ? { shipping: 'all' } : {}),
  });
};

/** All of it, or less of each line. */
const someOf = (dice: Dice, { lines }: ReturnTruth): AnyRequest =>
  dice.chance(60)
    ? {}
    : { lines: lines.map(({ lineId, requested }) => ({ lineId, quantity: 1 + dice.below(requested) })) };

const arrived = (dice: Dice, { lines }: ReturnTruth): AnyRequest =>
  dice.chance(50)
    ? {}
    : {
        lines: lines.map(({ lineId, requested }) => {
          const received = dice.below(requested + 1);
          return { lineId, received, accepted: dice.below(received + 1), restock: dice.chance(50) };
        }),
      };

const potWords = (pot: { committed: number; refunded: number }, captured: number, currency: string) => ({
  reserved: textOf(pot.committed - pot.refunded, currency),
  refunded: textOf(pot.refunded, currency),
  refundable: textOf(captured - pot.committed, currency),
});

function expected(truth: Truth): unknown {
  const { currency, captured } = truth;
  const paymentWords = (payment: PaymentTruth) => ({
    paymentId: payment.id,
    captured: textOf(payment.captured, currency),
    ...potWords(payment, payment.captured, currency),
  });
  const transactionWords = ({ id, state, amount, paymentId, destination }: TransactionTruth) => ({
    ...{ transactionId: id, state, amount: textOf(amount, currency) },
    ...(paymentId === null ? {} : { paymentId }),
    ...(destination === null ? {} : { destination }),
  });
  const refundWords = ({ id, sourceType, sourceId, method, state, amount, transactions }: RefundTruth) => ({
    ...{ refundId: id, sourceType, sourceId, method, state, amount: textOf(amount, currency) },
    transactions: transactions.map(transactionWords),
  });
  const returnWords = ({ id, kind, compensation, state, worth, ...pot }: ReturnTruth) => ({
    ...{ returnId: id, kind, compensation, state, worth: textOf(worth, currency) },
    ...potWords(pot, worth, currency),
  });
  const view = {
    order: { captured: textOf(captured, currency), ...potWords(truth, captured, currency) },
    payments: truth.payments.map(paymentWords),
    refunds: truth.refunds.map(refundWords),
    returns: truth.returns.map(returnWords),
    // A line without a free unit is told as well.
    freeLines: truth.lines.map(({ id, free }) => ({ lineId: id, quantity: free })),
    forms: offeredForms(truth).map(({ limit, ...form }) => ({ ...form, limit: textOf(limit, currency) })),
  };
  return { rest: view, soap: view };
}

async function told(reached: Reached, { orderId }: Truth): Promise<unknown> {
  const lookThrough = async (get: Look) => {
    const { order, freeLines } = await get('getOrderLedger', { orderId });
    const { forms: offered } = await get('getRefundForms', { orderId });
    const { refunds } = await get('retrieveRefundsList', { orderId, state: 'all', limit: 100 });
    const { returns } = await get('listReturns', { orderId, limit: 100 });
    const transactionMembers = ['transactionId', 'state', 'amount', 'paymentId', 'destination'];
    return {
      order: only(order as Members, ['captured', 'reserved', 'refunded', 'refundable']),
      payments: list((order as Members)['payments'])
        .map((payment) => only(payment, ['paymentId', 'captured', 'reserved', 'refunded', 'refundable']))
        .sort((one, other) => Number(one['paymentId']) - Number(other['paymentId'])),
      refunds: list(refunds).map((refund) => ({
        ...only(refund, ['refundId', 'sourceType', 'sourceId', 'method', 'state', 'amount']),
        transactions: list(refund['transactions']).map((one) => only(one, transactionMembers)),
      })),
      returns: list(returns).map((returned) =>
        only(returned, [
          ...['returnId', 'kind', 'compensation', 'state', 'worth'],
          ...['reserved', 'refunded', 'refundable'],
        ]),
      ),
      freeLines: list(freeLines).map((line) => only(line, ['lineId', 'quantity'])),
      forms: list(offered).map((form) => only(form, ['kind', 'method', 'limit'])),
    };
  };
  return { rest: await lookThrough(LOOKS.rest(reached)), soap: await lookThrough(LOOKS.soap(reached)) };
}

const list = (value: unknown): readonly Members[] => (value ?? []) as readonly Members[];

function only(members: Members, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]));
}

const confirm = about('confirmRefund', ['requested']);
const withdraw = ofReturn('withdrawReturn', ['open', 'accepted']);
const accept = ofReturn('acceptReturn', ['open'], someOf);

export const ownDoor: MixedDoor = {
  name: 'own',
  draws: [
    ...[addForOrder, addForOrder, addLines, addForReturn, addForReturn, addManualForReturn, update],
    ...[confirm, confirm, confirm, about('cancelRefund', ['requested', 'approved'])],
    ...[open, open, accept, accept, ofReturn('receiveReturn', ['accepted'], arrived)],
    ...[ofReturn('rejectReturn', ['open'], () => ({ reason: 'not ours' })), ofReturn('closeReturn', ['received'])],
    ...[ofReturn('cancelReturn', ['open']), ofReturn('reopenReturn', ['closed', 'rejected', 'cancelled'])],
    ...[openPromised, choose, compose, withdraw],
  ],
  expected,
  told,
};
