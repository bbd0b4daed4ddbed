/** laets' clients: returns of single items and their actions, refunds that are carried out at once, and the merchant's account. */
import { textOf } from '../model/amounts';
import { moneyOf, type Dice } from './dice';
import type { Answered, Draw, MixedDoor, Reached, Wish } from './door';
import { exchange } from './exchange';
import type { Members } from './told';
import { partsFor, sumOf, type RefundTruth, type ReturnTruth, type Truth } from './truth';

function ask({ address, key }: Reached, path: string, body?: object | 'nothing'): Promise<Answered> {
  return exchange(`${address}/v1/${path}`, {
    headers: { 'content-type': 'application/json', authorization: `IcebergAccessToken example-user:${key}` },
    ...(body === undefined ? {} : { body: body === 'nothing' ? '' : JSON.stringify(body) }),
  });
}

function wish(path: string, body: object | 'nothing'): Wish {
  return { what: `laets POST ${path} ${JSON.stringify(body)}`, send: (reached) => ask(reached, path, body) };
}

/** An item comes back whole on this platform. */
const open: Draw = (dice, truth) => {
  const line = dice.line(truth);
  if (!line) return undefined;
  const type = dice.chance(25) ? 1 : 2;
  if (dice.chance(50)) {
    return wish(`merchant_order/${truth.orderId}/return/`, { order_items: [line.id], return_type: type });
  }
  return wish('return/?return_data=1', { order_item: `/v1/order_item/${line.id}/`, return_type: type, reason: 6 });
};

const act =
  (action: string, states: readonly string[]): Draw =>
  (dice, truth) => {
    const returned = dice.returned(truth, states);
    return returned && wish(`return/${returned.id}/${action}/`, dice.chance(50) ? 'nothing' : []);
  };

const REFUNDABLE = ['accepted', 'received', 'closed'];

/** Of returns, of items as they are, or of a free amount; with shipping and an adjustment now and then. */
const refund: Draw = (dice, truth) => {
  const left = truth.captured - truth.committed;
  const returns = dice.chance(60) ? someReturns(dice, truth) : [];
  const partial = dice.chance(60);
  const worth =
    returns.length > 0
      ? Math.min(
          left,
          returns.reduce((sum, one) => sum + one.worth - one.committed, 0),
        )
      : left;
  const adjustment = dice.chance(20) ? (dice.chance(50) ? '-' : '') + moneyOf(1 + dice.below(20), truth) : '0';
  return wish('refund/?return_data=1', {
    ...{ merchant_order: `/v1/merchant_order/${truth.orderId}/`, partial_refund: partial, adjustment, memo: 'Mémô' },
    ...(returns.length > 0 ? { return_requests: returns.map(({ id }) => `/v1/return/${id}/`) } : {}),
    ...(returns.length === 0 && dice.chance(40) ? { order_items: dice.lines(truth).map(({ lineId }) => lineId) } : {}),
    ...(partial ? { amount: moneyOf(dice.amount(worth), truth) } : {}),
    ...(dice.chance(20) ? { shipping: moneyOf(1 + dice.below(100), truth) } : {}),
  });
};

function someReturns(dice: Dice, truth: Truth): ReturnTruth[] {
  const one = dice.returned(truth, REFUNDABLE);
  const others = truth.returns.filter(
    ({ id, state }) => id !== one?.id && REFUNDABLE.includes(state) && dice.chance(40),
  );
  return one ? [one, ...others] : [];
}

const cancelRefund: Draw = (dice, truth) => {
  const found = dice.refund(truth, ['requested', 'approved']);
  return found && wish(`refund/${found.id}/cancel/`, 'nothing');
};

/** Mostly where it is the time for it. */
const ofOrder =
  (action: string, status: string): Draw =>
  (dice, truth) =>
    orderStatus(truth) === status || dice.chance(5)
      ? wish(`merchant_order/${truth.orderId}/${action}/`, 'nothing')
      : undefined;

/** A merchant gives an order up so seldom that most runs come to their end with it. */
const giveUp: Draw = (dice, truth) => (dice.chance(4) ? ofOrder('cancel', '80')(dice, truth) : undefined);

const RETURN_STATUS: Readonly<Record<string, string>> = {
  ...{
    open: 'open',
    accepted: 'accepted',
    received: 'package_received',
    rejected: 'cancelled',
    cancelled: 'cancelled',
  },
};
const REFUND_STATUS: Readonly<Record<string, string>> = {
  ...{ settled: 'complete', partial: 'failed', declined: 'failed', reversed: 'failed', cancelled: 'cancelled' },
};

function orderStatus({ fulfilment, deliveredAt, confirmedAt, captured }: Truth): string {
  if (fulfilment === 'cancelled') return '2000';
  if (deliveredAt !== null) return '110';
  if (fulfilment === 'fulfilled') return '85';
  if (confirmedAt !== null) return '80';
  return captured > 0 ? '60' : '0';
}

const returnStatus = ({ state, closedBy }: ReturnTruth): string =>
  state === 'closed' ? `closed_by_${closedBy ?? 'seller'}` : (RETURN_STATUS[state] ?? '');

/** At least two places, whatever the currency has. */
function money(minor: number, { currency }: Truth): string {
  const text = textOf(Math.abs(minor), currency);
  return `${minor < 0 ? '-' : ''}${text.includes('.') ? text : `${text}.00`}`;
}

const settledOf = ({ transactions }: RefundTruth): number =>
  sumOf(transactions.filter(({ state }) => state === 'settled'));

const numerically = (one: number, other: number): number => one - other;

function expected(truth: Truth): unknown {
  const { refunds, returns, captured } = truth;
  return {
    order: orderStatus(truth),
    returns: returns.map((one) => [
      ...[one.id, returnStatus(one), one.compensation === 'exchange' ? 1 : 2, money(one.committed, truth)],
    ]),
    refunds: refunds.map((one) => [
      ...[one.id, REFUND_STATUS[one.state] ?? 'pending', money(one.amount, truth), returnsOf(truth, one)],
    ]),
    account: [
      [null, money(captured, truth)],
      ...refunds.filter((one) => settledOf(one) > 0).map((one) => [one.id, money(-settledOf(one), truth)]),
    ],
  };
}

/** The returns that its caller named, or those that a refund of another door gives money for. */
function returnsOf(truth: Truth, { id, named }: RefundTruth): number[] {
  if (named) return [...named].sort(numerically);
  return truth.returns.filter((one) => partsFor(truth, one).some((part) => part.id === id)).map((one) => one.id);
}

interface ReturnTold {
  readonly id: number;
  readonly status: string;
  readonly return_type: number;
  readonly amount: string;
}

interface RefundTold {
  readonly id: number;
  readonly status: string;
  readonly total_refund_amount: string;
  readonly return_requests: readonly string[];
}

interface BookingTold {
  readonly refund: string | null;
  readonly amount: string;
}

const idIn = (uri: string): number => Number(/(\d+)\/$/.exec(uri)?.[1]);

async function told(reached: Reached, { orderId }: Truth): Promise<unknown> {
  const read = async (path: string): Promise<Members> => {
    const { isDone, text, status } = await ask(reached, path);
    if (!isDone) throw new Error(`laets GET ${path}: ${status} ${text}`);
    return JSON.parse(text) as Members;
  };
  const list = async <T>(path: string): Promise<readonly T[]> => (await read(path))['objects'] as readonly T[];
  const order = await read(`merchant_order/${orderId}/`);
  const returns = await list<ReturnTold>(`return/?merchant_order=${orderId}&limit=0`);
  const refunds = await list<RefundTold>(`refund/?merchant_order=${orderId}&limit=0`);
  const account = await list<BookingTold>(`transaction/?order=${orderId}&order_by=id&limit=0`);
  return {
    order: order['status'],
    returns: returns.map(({ id, status, return_type: type, amount }) => [id, status, type, amount]),
    refunds: refunds.map(({ id, status, total_refund_amount: total, return_requests: of }) => [
      ...[id, status, total, of.map(idIn).sort(numerically)],
    ]),
    account: account.map(({ refund: uri, amount }) => [uri === null ? null : idIn(uri), amount]),
  };
}

export const laetsDoor: MixedDoor = {
  name: 'laets',
  draws: [
    ...[
      open,
      open,
      open,
      refund,
      refund,
      refund,
      refund,
      cancelRefund,
      ofOrder('confirm', '60'),
      ofOrder('send', '80'),
      giveUp,
    ],
    ...[act('accept', ['open']), act('accept', ['open']), act('received', ['accepted']), act('cancel', ['open'])],
    ...[act('close', ['accepted', 'received']), act('seller_close', ['accepted', 'received'])],
    act('reopen', ['closed', 'cancelled', 'rejected']),
  ],
  expected,
  told,
};
