/**
 * Refunds as they are listed by whatever their callers combine. What is settled is most of them: an index has what was given back whole,
 * and together with other states the list is gone through in its order, without the few that are in none of them. Refunds in any
 * other state are sought first.
 */
import { REFUND_STATE_RULES, type RefundState } from '../domain/refund';
import type { Condition, Listing, RefundField, RefundSort } from '../services/ports';
import { Conditions } from './conditions';
import { andListed, orderedBy, type OrderColumn, type Place } from './listing';
import { inStates, refundsInStates } from './refund-list';

type Statement = Pick<Conditions, 'text' | 'params'>;
type Plain = Exclude<RefundField, 'state'>;

const PLACES: Readonly<Record<Plain, Place>> = { id: 'r.id', orderId: 'r.order_id', createdAt: 'r.created_at' };
const ORDER: Readonly<Record<RefundSort, OrderColumn>> = {
  id: { indexed: 'r.id', computed: '+r.id' },
  createdAt: { indexed: 'r.created_at', computed: '+r.created_at' },
};
const STATES = [...new Set(REFUND_STATE_RULES.map(({ state }) => state))];
/** Settled, by what was given back: a draft of no money has transactions, of which none is settled. */
const GIVEN_WHOLE = `r.refunded = r.amount AND r.id NOT IN (SELECT n.id FROM refunds n WHERE n.shop = ? AND n.amount = 0
  AND (SELECT COUNT(*) FROM transactions t WHERE t.shop = n.shop AND t.refund_id = n.id) > 0)`;
const NARROW: ReadonlySet<RefundField> = new Set(['id', 'orderId']);

export function fittingRefunds(shop: string, conditions: readonly Condition<RefundField>[]): Statement {
  const { where } = fitting(shop, conditions);
  return { text: `SELECT COUNT(*) AS found FROM refunds r WHERE ${where.text}`, params: where.params };
}

export function listedRefunds(shop: string, listing: Listing<RefundField, RefundSort>): Statement {
  const { where, isSought } = fitting(shop, listing.conditions);
  // Whatever was sought by its state is put in order afterwards.
  const narrow: Condition<RefundField>[] = isSought ? [{ field: 'id', is: 'one_of', values: [] }] : [];
  const order = orderedBy(ORDER, { ...listing, conditions: [...listing.conditions, ...narrow] }, NARROW, 'r.id');
  return {
    text: `SELECT r.id FROM refunds r WHERE ${where.text} ORDER BY ${order} ${where.slice(listing)}`,
    params: where.params,
  };
}

/** The states that all conditions about them allow; undefined where there is none about them. */
function statesOf(conditions: readonly Condition<RefundField>[]): ReadonlySet<RefundState> | undefined {
  let states: ReadonlySet<RefundState> | undefined;
  for (const condition of conditions) {
    if (condition.field !== 'state') continue;
    const named = condition.is === 'one_of' ? (condition.values as readonly RefundState[]) : [];
    states = new Set(named.filter((state) => states?.has(state) ?? true));
  }
  return states;
}

function fitting(
  shop: string,
  conditions: readonly Condition<RefundField>[],
): { readonly where: Conditions; readonly isSought: boolean } {
  const plain = conditions.filter((one): one is Condition<Plain> => one.field !== 'state');
  const where = andListed(new Conditions().and('r.shop = ?', shop), PLACES, plain);
  const states = statesOf(conditions);
  if (!states) return { where, isSought: false };
  if (states.size === 0) return { where: where.and('1 = 0'), isSought: false };
  const isNarrow = plain.some(({ field, is }) => is === 'one_of' && NARROW.has(field));
  if (isNarrow) return { where: where.and(inStates(states)), isSought: false };
  if (states.has('settled') && states.size === 1) return { where: where.and(GIVEN_WHOLE, shop), isSought: false };
  if (states.has('settled')) {
    const others = STATES.filter((state) => !states.has(state));
    const isNone = others.length === 0 ? '1 = 1' : `r.id NOT IN (${refundsInStates(shop, others, where)})`;
    return { where: where.and(isNone), isSought: false };
  }
  return { where: where.and(`r.id IN (${refundsInStates(shop, states, where)})`), isSought: true };
}
