/** What came in and what was given back, in one list: each side is in order and cut by itself, then both are one page. */
import { FIRST_REFUND_NUMBER } from '../domain/booking';
import type { BookingField, BookingSort, Condition, Listing } from '../services/ports';
import { Conditions } from './conditions';
import { andListed, orderedBy, type OrderColumn, type Place } from './listing';
import { SINCE } from './order-listing';

type Statement = Pick<Conditions, 'text' | 'params'>;
type Plain = Exclude<BookingField, 'kind'>;

interface Side {
  readonly kind: 'sale' | 'refund';
  readonly id: string;
  readonly from: string;
  readonly belongs: string;
  readonly places: Readonly<Record<Plain, Place>>;
  readonly order: Readonly<Record<BookingSort, OrderColumn>>;
  /** What its numbers are above its ids. */
  readonly above: number;
}

const SIDES: readonly Side[] = [
  {
    ...{ kind: 'sale', id: 'o.id', from: 'orders o', above: 0 },
    // The sign keeps SQLite from beginning with all ids there are.
    belongs: `o.shop = ? AND o.captured > 0 AND +o.id < ${FIRST_REFUND_NUMBER}`,
    places: { number: 'o.id', orderId: 'o.id', at: SINCE },
    order: {
      number: { indexed: 'o.id', computed: '+o.id' },
      at: { indexed: SINCE, computed: `+${SINCE}` },
    },
  },
  {
    ...{ kind: 'refund', id: 'r.id', from: 'refunds r', above: FIRST_REFUND_NUMBER },
    // Counted, although EXISTS would say it: SQLite makes a join of EXISTS and may begin with every settled transaction.
    belongs: `r.shop = ? AND (SELECT COUNT(*) FROM transactions t
      WHERE t.shop = r.shop AND t.refund_id = r.id AND t.state = 'settled') > 0`,
    places: { number: 'r.id', orderId: 'r.order_id', at: 'r.created_at' },
    order: {
      number: { indexed: 'r.id', computed: '+r.id' },
      at: { indexed: 'r.created_at', computed: '+r.created_at' },
    },
  },
];

const NARROW: ReadonlySet<BookingField> = new Set(['number', 'orderId']);

export function listedBookings(shop: string, listing: Listing<BookingField, BookingSort>): Statement {
  const values = new Conditions();
  const { skip, limit } = listing;
  const parts = sidesOf(listing.conditions).map((side) => {
    const where = fitting(shop, side, listing.conditions, values);
    const order = orderedBy(side.order, listing, NARROW, side.id);
    const { orderId, at } = side.places;
    return `SELECT * FROM (SELECT '${side.kind}' AS kind, ${side.id} AS id, ${String(orderId)} AS "orderId",
      ${String(at)} AS at, ${side.id} + ${side.above} AS number
      FROM ${side.from} WHERE ${where.text} ORDER BY ${order} ${values.slice({ limit: limit + skip })}) AS ${side.kind}s`;
  });
  if (parts.length === 0) return { text: `SELECT 1 WHERE 1 = 0`, params: [] };
  const last = listing.order.at(-1)?.descending ? ' DESC' : '';
  const order = listing.order.map(({ field, descending }) => `${field}${descending ? ' DESC' : ''}`);
  const text = `SELECT kind, id, "orderId", at FROM (${parts.join(' UNION ALL ')}) AS bookings
    ORDER BY ${[...order, `number${last}`].join(', ')} ${values.slice({ skip, limit })}`;
  return { text, params: values.params };
}

/** How many fit, side by side. */
export function fittingBookings(shop: string, conditions: readonly Condition<BookingField>[]): Statement[] {
  return sidesOf(conditions).map((side) => {
    const isAll = conditions.every(({ field }) => field === 'kind');
    if (isAll && side.kind === 'refund') return { text: GIVEN_BACK, params: [shop] };
    const where = fitting(shop, side, conditions, new Conditions());
    return { text: `SELECT COUNT(*) AS found FROM ${side.from} WHERE ${where.text}`, params: where.params };
  });
}

/** All refunds that gave something back, from the index of states alone. */
const GIVEN_BACK = "SELECT COUNT(DISTINCT refund_id) AS found FROM transactions WHERE shop = $1 AND state = 'settled'";

function sidesOf(conditions: readonly Condition<BookingField>[]): Side[] {
  return SIDES.filter(({ kind }) =>
    conditions.every((one) => one.field !== 'kind' || (one.is === 'one_of' && one.values.includes(kind))),
  );
}

function fitting(
  shop: string,
  { belongs, places, above }: Side,
  conditions: readonly Condition<BookingField>[],
  values: Conditions,
): Conditions {
  const plain = conditions.filter((one): one is Condition<Plain> => one.field !== 'kind');
  const own = plain.map((one) => (one.field === 'number' ? lowered(one, above) : one));
  return andListed(values.apart().and(belongs, shop), places, own);
}

/** A condition about a number as one about the id, which has an index. */
function lowered(condition: Condition<Plain>, above: number): Condition<Plain> {
  if (condition.is === 'one_of') {
    return { ...condition, values: condition.values.map((value) => Number(value) - above) };
  }
  return 'value' in condition ? { ...condition, value: condition.value - above } : condition;
}
