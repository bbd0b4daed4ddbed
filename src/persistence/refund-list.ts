/**
 * The list of refunds as SQL. A refund's state is stored nowhere: the filter is made of the same rules that the domain
 * reads the state by, so a list never tells anything else than the refund itself.
 */
import { REFUND_STATE_RULES, type RefundState, type RefundStateRule } from '../domain/refund';
import type { TransactionState } from '../domain/transaction';
import type { RefundFilter } from '../services/ports';
import { Conditions } from './conditions';
import type { SqlValue } from './sql-flavour';

/** The statement that answers the ids of one page, in ascending order. */
export function refundPage(shop: string, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const { state, orderId, since } = filter;
  // An order has few refunds and recent ones are few: then they are looked through. A state alone is found by its index.
  const byState = state !== undefined && orderId === undefined && since === undefined;
  return byState ? pageOfState(shop, state, filter) : pageOfShop(shop, filter);
}

function pageOfShop(shop: string, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const where = new Conditions()
    .and('r.shop = ? AND r.id > ?', shop, filter.after)
    .andGiven('r.source_type = ?', filter.sourceType)
    .andGiven('r.order_id = ?', filter.orderId)
    .andGiven('r.created_at >= ?', filter.since);
  if (filter.state !== undefined) {
    const { some, none } = ruleOf(filter.state);
    addGroups(where, some, none, 't.shop = r.shop AND t.refund_id = r.id');
  }
  const text = `SELECT r.id FROM refunds r WHERE ${where.text} ORDER BY r.id ${where.slice(filter)}`;
  return { text, params: where.params };
}

function pageOfState(shop: string, state: RefundState, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const { text, where } = inState(shop, state, filter);
  return { text: `${text} ORDER BY s.refund_id ${where.slice(filter)}`, params: where.params };
}

/** The statement that answers the ids of all refunds in this state, in no order. */
export function refundsInState(
  shop: string,
  state: RefundState,
  filter: StateFilter,
): { text: string; params: SqlValue[] } {
  const { text, where } = inState(shop, state, filter);
  return { text, params: where.params };
}

type StateFilter = Pick<RefundFilter, 'after' | 'sourceType'>;

/**
 * Begins with the transactions in the last, rarest group of the rule's states, which an index has in the order of their
 * refunds: a page of a rare state never walks all refunds.
 */
function inState(shop: string, state: RefundState, filter: StateFilter): { text: string; where: Conditions } {
  const { some, none } = ruleOf(state);
  const where = new Conditions()
    .and(`s.shop = ? AND s.refund_id > ? AND s.state IN (${words(some.at(-1) ?? [])})`, shop, filter.after)
    .andGiven('r.source_type = ?', filter.sourceType);
  addGroups(where, some.slice(0, -1), none, 't.shop = s.shop AND t.refund_id = s.refund_id');
  const text = `SELECT DISTINCT s.refund_id AS id
    FROM transactions s JOIN refunds r ON r.shop = s.shop AND r.id = s.refund_id
    WHERE ${where.text}`;
  return { text, where };
}

function ruleOf(state: RefundState): RefundStateRule {
  const rule = REFUND_STATE_RULES.find((one) => one.state === state);
  if (!rule) throw new Error(`no rule tells when a refund is ${state}`);
  return rule;
}

/**
 * `same` ties transactions t to the refund that is looked at. Counted, although EXISTS would say it: SQLite makes a join
 * of EXISTS and may begin with every settled transaction of the shop.
 */
function addGroups(
  where: Conditions,
  some: RefundStateRule['some'],
  none: RefundStateRule['none'],
  same: string,
): void {
  const among = (states: readonly TransactionState[]): string =>
    `(SELECT COUNT(*) FROM transactions t WHERE ${same} AND t.state IN (${words(states)}))`;
  for (const group of some) where.and(`${among(group)} > 0`);
  if (none.length > 0) where.and(`${among(none)} = 0`);
}

/** States as SQL text: words of the domain's own list, never of a caller. */
export function words(states: Iterable<TransactionState>): string {
  return [...states].map((state) => `'${state}'`).join(', ');
}
