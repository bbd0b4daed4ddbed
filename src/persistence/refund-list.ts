/**
 * The list of refunds as SQL. A refund's state is stored nowhere: the filter is made of the same rules that the domain
 * reads the state by, so a list never tells anything else than the refund itself.
 */
import { REFUND_STATE_RULES, type RefundState } from '../domain/refund';
import type { TransactionState } from '../domain/transaction';
import type { RefundFilter } from '../services/ports';
import { Conditions } from './conditions';
import type { SqlValue } from './sql';

/** The statement that answers the ids of one page, in ascending order. */
export function refundPage(shop: string, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const where = new Conditions().and('r.shop = ?', shop).and('r.id > ?', filter.after);
  const from = filter.state === undefined ? 'refunds r' : inState(filter.state, shop, filter.after, where);
  where
    .andGiven('r.source_type = ?', filter.sourceType)
    .andGiven('r.order_id = ?', filter.orderId)
    .andGiven('r.created_at >= ?', filter.since);
  const text = `SELECT DISTINCT r.id FROM ${from} WHERE ${where.text} ORDER BY r.id LIMIT ${where.bind(filter.limit)}`;
  return { text, params: where.params };
}

/**
 * Begins with the transactions in the last, rarest group of the rule's states, which an index has in the order of their
 * refunds: a page of a rare state never walks all refunds.
 */
function inState(state: RefundState, shop: string, after: number, where: Conditions): string {
  const rule = REFUND_STATE_RULES.find((one) => one.state === state);
  const [first, ...others] = [...(rule?.some ?? [])].reverse();
  if (!rule || !first) throw new Error(`no rule tells when a refund is ${state}`);
  where.and(`s.shop = ? AND s.refund_id > ? AND s.state IN (${words(first)})`, shop, after);
  for (const group of others) where.and(`EXISTS (${among(group)})`);
  if (rule.none.length > 0) where.and(`NOT EXISTS (${among(rule.none)})`);
  return 'transactions s JOIN refunds r ON r.shop = s.shop AND r.id = s.refund_id';
}

function among(states: readonly TransactionState[]): string {
  return `SELECT 1 FROM transactions t WHERE t.shop = r.shop AND t.refund_id = r.id AND t.state IN (${words(states)})`;
}

/** States as SQL text: words of the domain's own list, never of a caller. */
export function words(states: Iterable<TransactionState>): string {
  return [...states].map((state) => `'${state}'`).join(', ');
}
