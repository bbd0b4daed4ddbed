/**
 * The list of refunds as SQL. A refund's state is stored nowhere: the filter is made of the same rules that the domain
 * reads the state by, so a list never tells anything else than the refund itself.
 */
import { REFUND_STATE_RULES, type RefundState, type RefundStateRule } from '../domain/refund';
import type { TransactionState } from '../domain/transaction';
import type { RefundFilter } from '../services/ports';
import { Conditions, words } from './conditions';
import type { SqlValue } from './sql-flavour';

/** The statement that answers the ids of one page, in ascending order. */
export function refundPage(shop: string, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const { state, orderId } = filter;
  if (orderId !== undefined) return pageOfOrder(shop, orderId, filter);
  return state === undefined ? pageOfShop(shop, filter) : pageOfState(shop, state, filter);
}

function pageOfShop(shop: string, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const where = new Conditions().and('r.shop = ?', shop);
  fromTheFirst(where, 'r.id', shop, filter).andGiven('r.source_type = ?', filter.sourceType);
  return {
    text: `SELECT r.id FROM refunds r WHERE ${where.text} ORDER BY r.id ${where.slice(filter)}`,
    params: where.params,
  };
}

/**
 * Refunds get their ids as time goes on: the lowest id since then is where a page begins, and the time itself tells what was
 * added while a clock was set back. Looked for by the time, which the sign says: engines would look through all ids.
 */
function fromTheFirst(where: Conditions, id: string, shop: string, { after, since }: SinceFilter): Conditions {
  if (since === undefined) return where.andGiven(`${id} > ?`, after);
  const first = 'SELECT MIN(+n.id) FROM refunds n WHERE n.shop = ? AND n.created_at >= ? AND +n.id > ?';
  return where.and(`${id} >= (${first})`, shop, since, after ?? 0).and('r.created_at >= ?', since);
}

/** An order has few refunds: they are looked through. */
function pageOfOrder(shop: string, orderId: number, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const where = new Conditions()
    .and('r.shop = ? AND r.order_id = ? AND r.id > ?', shop, orderId, filter.after)
    .andGiven('r.source_type = ?', filter.sourceType)
    .andGiven('r.created_at >= ?', filter.since);
  if (filter.state !== undefined) {
    where.and(inStates([filter.state]));
  }
  const text = `SELECT r.id FROM refunds r WHERE ${where.text} ORDER BY r.id ${where.slice(filter)}`;
  return { text, params: where.params };
}

function pageOfState(shop: string, state: RefundState, filter: RefundFilter): { text: string; params: SqlValue[] } {
  const { limit, skip = 0 } = filter;
  const where = new Conditions();
  // Each part is in order and cut by itself: together they would be sorted whole before the first row is known.
  const parts = rulesOf(state).map((rule) => {
    const part = byRule(shop, rule, filter, where);
    return `SELECT id FROM (${part} ORDER BY 1 ${where.slice({ limit: limit + skip })}) AS part`;
  });
  return { text: `${parts.join(' UNION ALL ')} ORDER BY 1 ${where.slice({ limit, skip })}`, params: where.params };
}

/** The statement that answers the ids of all refunds in this state, in no order. */
export function refundsInState(
  shop: string,
  state: RefundState,
  filter: StateFilter,
): { text: string; params: SqlValue[] } {
  const where = new Conditions();
  const parts = rulesOf(state).map((rule) => byRule(shop, rule, filter, where));
  return { text: parts.join(' UNION ALL '), params: where.params };
}

/**
 * As refundsInState, for several states, within a statement that has values already. From no id on, and a refund once for each of its
 * transactions: otherwise SQLite would look through all refunds for those that are in two states.
 */
export function refundsInStates(shop: string, states: Iterable<RefundState>, values: Conditions): string {
  const rules = [...states].flatMap(rulesOf);
  return rules.map((rule) => byRule(shop, rule, { repeats: true }, values)).join(' UNION ALL ');
}

/** That refund r is in one of these states. */
export function inStates(states: Iterable<RefundState>): string {
  const rules = [...states].flatMap(rulesOf);
  const fits = rules.map(({ some, none }) => groups(some, none, 't.shop = r.shop AND t.refund_id = r.id'));
  return `(${fits.join(' OR ')})`;
}

type SinceFilter = Partial<Pick<RefundFilter, 'after' | 'since'>>;
type StateFilter = SinceFilter & Pick<RefundFilter, 'sourceType'> & { readonly repeats?: true };

/** No refund is found by two rules. */
function byRule(shop: string, rule: RefundStateRule, filter: StateFilter, values: Conditions): string {
  return rule.some.length === 0 ? withoutMoney(shop, rule, filter, values) : byTransactions(shop, rule, filter, values);
}

/**
 * Begins with the transactions in the last, rarest group of the rule's states, which an index has in the order of their
 * refunds: a page of a rare state never walks all refunds.
 */
function byTransactions(
  shop: string,
  { some, none }: RefundStateRule,
  filter: StateFilter,
  values: Conditions,
): string {
  const where = values.apart().and(`s.shop = ? AND s.state IN (${words(some.at(-1) ?? [])})`, shop);
  fromTheFirst(where, 's.refund_id', shop, filter)
    .andGiven('r.source_type = ?', filter.sourceType)
    .and(groups(some.slice(0, -1), none, 't.shop = s.shop AND t.refund_id = s.refund_id'));
  return `SELECT ${filter.repeats ? '' : 'DISTINCT '}s.refund_id AS id
    FROM transactions s JOIN refunds r ON r.shop = s.shop AND r.id = s.refund_id
    WHERE ${where.text}`;
}

/** What has no transactions is of no money, and an index has those apart. */
function withoutMoney(shop: string, { none }: RefundStateRule, filter: StateFilter, values: Conditions): string {
  const where = values.apart().and('r.shop = ? AND r.amount = 0', shop);
  fromTheFirst(where, 'r.id', shop, filter)
    .andGiven('r.source_type = ?', filter.sourceType)
    .and(groups([], none, 't.shop = r.shop AND t.refund_id = r.id'));
  return `SELECT r.id AS id FROM refunds r WHERE ${where.text}`;
}

function rulesOf(state: RefundState): readonly RefundStateRule[] {
  return REFUND_STATE_RULES.filter((one) => one.state === state);
}

/**
 * `same` ties transactions t to the refund that is looked at. Counted, although EXISTS would say it: SQLite makes a join
 * of EXISTS and may begin with every settled transaction of the shop.
 */
function groups(some: RefundStateRule['some'], none: RefundStateRule['none'], same: string): string {
  const among = (states: readonly TransactionState[]): string =>
    `(SELECT COUNT(*) FROM transactions t WHERE ${same} AND t.state IN (${words(states)}))`;
  const texts = [...some.map((group) => `${among(group)} > 0`), ...(none.length > 0 ? [`${among(none)} = 0`] : [])];
  return texts.length === 0 ? '1 = 1' : texts.join(' AND ');
}
