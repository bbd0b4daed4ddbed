/**
 * What came in and what was given back, in one list. Each side is walked in the order of the page by an index of its own, and both are
 * merged as they come, so that the rows before a page cost no more than their places in an index.
 */
import { bookingNumber, FIRST_REFUND_NUMBER } from '../domain/booking';
import type { BookingField, BookingPlace, BookingSort, Condition, Listing } from '../services/ports';
import { Conditions } from './conditions';
import { andListed, isSought, type Place } from './listing';
import { SINCE } from './order-listing';

type Statement = Pick<Conditions, 'text' | 'params'>;
type Plain = Exclude<BookingField, 'kind'>;

interface Side {
  readonly kind: BookingPlace['kind'];
  readonly from: string;
  readonly belongs: string;
  readonly places: Readonly<Record<Plain, Place>>;
  /** As the index of the side has them. */
  readonly sort: Readonly<Record<BookingSort, string>>;
}

/** In the words of the indices. */
const NUMBER = `r.id + ${FIRST_REFUND_NUMBER}`;

const SIDES: readonly Side[] = [
  {
    kind: 'sale',
    from: 'orders o',
    // The sign keeps SQLite from beginning with all ids there are.
    belongs: `o.shop = ? AND o.captured > 0 AND +o.id < ${FIRST_REFUND_NUMBER}`,
    places: { number: 'o.id', orderId: 'o.id', at: SINCE },
    sort: { number: 'o.id', at: SINCE },
  },
  {
    kind: 'refund',
    from: 'refunds r',
    belongs: 'r.shop = ? AND r.refunded > 0',
    places: { number: 'r.id', orderId: 'r.order_id', at: 'r.created_at' },
    sort: { number: NUMBER, at: 'r.created_at' },
  },
];

const NARROW: ReadonlySet<BookingField> = new Set(['number', 'orderId']);

/** A row says the number of a booking. */
export function listedBookings(shop: string, listing: Listing<BookingField, BookingSort>): Statement {
  const { conditions, order } = listing;
  const values = new Conditions();
  // The sign tells SQLite to seek what is narrow, not to walk an index that has the order.
  const sign = isSought(conditions, NARROW) ? '+' : '';
  const down = order.at(-1)?.descending ? ' DESC' : '';
  const named = order.map(({ field, descending }) => `${field}${descending ? ' DESC' : ''}`);
  const last = order.some(({ field }) => field === 'number') ? [] : [`number${down}`];
  const sorted = `ORDER BY ${[...named, ...last].join(', ')}`;
  const parts = sidesOf(conditions).map((side) => {
    const where = fitting(shop, side, conditions, values);
    const { number, at } = side.sort;
    const own = `SELECT ${sign}(${number}) AS number, ${sign}(${at}) AS at FROM ${side.from} WHERE ${where.text}`;
    // PostgreSQL merges what is in order by itself; SQLite finds that out by itself, and passes this order over.
    return `SELECT number, at FROM (${own} ${sorted}) AS ${side.kind}s`;
  });
  if (parts.length === 0) return { text: 'SELECT 1 WHERE 1 = 0', params: [] };
  return { text: `${parts.join(' UNION ALL ')} ${sorted} ${values.slice(listing)}`, params: values.params };
}

export function placeOf(number: number): BookingPlace {
  const kind = number < FIRST_REFUND_NUMBER ? 'sale' : 'refund';
  return { kind, id: number - bookingNumber(kind, 0) };
}

/** How many fit, side by side. */
export function fittingBookings(shop: string, conditions: readonly Condition<BookingField>[]): Statement[] {
  return sidesOf(conditions).map((side) => {
    const where = fitting(shop, side, conditions, new Conditions());
    return { text: `SELECT COUNT(*) AS found FROM ${side.from} WHERE ${where.text}`, params: where.params };
  });
}

function sidesOf(conditions: readonly Condition<BookingField>[]): Side[] {
  return SIDES.filter(({ kind }) =>
    conditions.every((one) => one.field !== 'kind' || (one.is === 'one_of' && one.values.includes(kind))),
  );
}

function fitting(
  shop: string,
  { belongs, places, kind }: Side,
  conditions: readonly Condition<BookingField>[],
  values: Conditions,
): Conditions {
  const plain = conditions.filter((one): one is Condition<Plain> => one.field !== 'kind');
  const own = plain.map((one) => (one.field === 'number' ? lowered(one, bookingNumber(kind, 0)) : one));
  return andListed(values.apart().and(belongs, shop), places, own);
}

/** A condition about a number as one about the id, which has an index. */
function lowered(condition: Condition<Plain>, above: number): Condition<Plain> {
  if (condition.is === 'one_of') {
    return { ...condition, values: condition.values.map((value) => Number(value) - above) };
  }
  return 'value' in condition ? { ...condition, value: condition.value - above } : condition;
}
