/** The life of a transaction and of a return, as the tables of the design have it. */
import { ALLOWED } from '../../domain/transaction-table';
import type { Return, ReturnState, Shop, Transaction, TransactionState, World } from '../world';
import { refuseUnless } from '../refused';

export type Happening = (typeof ALLOWED)[number][1];

const RETURN_STEPS: readonly (readonly [ReturnState, string, ReturnState])[] = [
  ['open', 'accept', 'accepted'],
  ['open', 'reject', 'rejected'],
  ['open', 'cancel', 'cancelled'],
  ['accepted', 'receive', 'received'],
  ['accepted', 'reject', 'rejected'],
  ['accepted', 'cancel', 'cancelled'],
  ['received', 'close', 'closed'],
  ['closed', 'reopen', 'accepted'],
  ['rejected', 'reopen', 'accepted'],
  ['cancelled', 'reopen', 'accepted'],
];

/** Every step there is, as `onStep` tells it: what a long run should have seen. */
export const ALL_STEPS: readonly string[] = [
  'transaction: - > requested',
  ...ALLOWED.map(([from, , to]) => `transaction: ${from} > ${to}`),
  'return: - > open',
  ...RETURN_STEPS.map(([from, , to]) => `return: ${from} > ${to}`),
];

export function after(state: TransactionState, happening: Happening): TransactionState | undefined {
  return ALLOWED.find(([from, on]) => from === state && on === happening)?.[2];
}

export function afterOnReturn(state: ReturnState, happening: string): ReturnState {
  const to = RETURN_STEPS.find(([from, on]) => from === state && on === happening)?.[2];
  refuseUnless(to !== undefined, 'transition_not_allowed');
  return to;
}

/** A refund is confirmed, cancelled or changed whole: every transaction of it must be able to. */
export function requireAll(transactions: readonly Transaction[], happening: Happening): void {
  for (const { state } of transactions) refuseUnless(after(state, happening) !== undefined, 'transition_not_allowed');
}

export function move(world: World, transaction: Transaction, happening: Happening): void {
  const to = after(transaction.state, happening);
  if (to === undefined) throw new Error(`the model has no ${happening} for ${transaction.state}`);
  world.onStep('transaction', transaction.state, to);
  transaction.state = to;
  if (happening === 'send') transaction.sentAt ??= world.now;
}

/** As `move`, by a provider: told in the audit but for the sending itself, which moves no money. */
export function moveAudited(world: World, shop: Shop, transaction: Transaction, happening: Happening): void {
  move(world, transaction, happening);
  if (happening !== 'send') shop.audited += 1;
}

export function moveReturn(world: World, returned: Return, to: ReturnState): void {
  world.onStep('return', returned.state, to);
  returned.state = to;
}
