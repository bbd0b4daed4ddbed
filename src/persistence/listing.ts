/** Lists whose callers combine conditions, as SQL: the same text on all engines. */
import type { Condition, Listing } from '../services/ports';
import type { Conditions } from './conditions';

/** The column of a field; or where it is in another table, a condition about the row with # for the one about the column. */
export type Place = string | { readonly column: string; readonly within: string };

export function andListed<F extends string>(
  where: Conditions,
  places: Readonly<Record<F, Place>>,
  conditions: readonly Condition<F>[],
): Conditions {
  for (const condition of conditions) {
    const place: Place = places[condition.field];
    const about = where.apart();
    if (typeof place === 'string') where.and(compared(about, place, condition));
    else where.and(place.within.replace('#', () => compared(about, place.column, condition)));
  }
  return where;
}

/** The texts hold no question marks: their values are bound already. */
function compared(about: Conditions, column: string, condition: Condition<string>): string {
  switch (condition.is) {
    case 'one_of':
      return about.andOneOf(column, condition.values).text;
    case 'at_least':
      return about.and(`${column} >= ?`, condition.value).text;
    case 'below':
      return about.and(`${column} < ?`, condition.value).text;
    case 'given':
      return `${column} IS NOT NULL`;
    case 'absent':
      return `${column} IS NULL`;
    default:
      return textCompared(about, column, condition);
  }
}

type TextCondition = Extract<Condition<string>, { readonly text: string }>;

/** Without LIKE, whose special letters and whose idea of case each engine has its own. */
function textCompared(about: Conditions, column: string, { is, text, ignoringCase }: TextCondition): string {
  const left = ignoringCase ? lowered(column) : column;
  const right = ignoringCase ? lowerAscii(text) : text;
  const { length } = Array.from(right);
  switch (is) {
    case 'whole':
      return about.and(`${left} = ?`, right).text;
    case 'start':
      return about.and(`substr(${left}, 1, ${length}) = ?`, right).text;
    case 'end':
      return about.and(`substr(${left}, length(${left}) - ${length} + 1) = ? AND length(${left}) >= ${length}`, right)
        .text;
    case 'within':
      return length === 0 ? `${column} IS NOT NULL` : about.and(`replace(${left}, ?, '') <> ${left}`, right).text;
  }
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** What `lower` makes of other letters differs between the engines. */
function lowered(column: string): string {
  return LETTERS.reduce((text, letter) => `replace(${text}, '${letter}', '${letter.toLowerCase()}')`, column);
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Comparisons that find few rows: these are sought first and then put in order, never the other way round. */
const NARROW: ReadonlySet<Condition<string>['is']> = new Set(['one_of', 'whole']);

/** Whether one of the conditions leaves few rows. @param narrow fields of which each value has few */
export function isSought<F extends string>(conditions: readonly Condition<F>[], narrow: ReadonlySet<F>): boolean {
  return conditions.some(({ field, is }) => narrow.has(field) && NARROW.has(is));
}

/** The same value twice: as an index has it, and so that SQLite does not walk an index that has the order but not what is sought. */
export interface OrderColumn {
  readonly indexed: string;
  readonly computed: string;
}

/** @param narrow fields of which each value has few rows */
export function orderedBy<F extends string, O extends string>(
  columns: Readonly<Record<O, OrderColumn>>,
  { conditions, order }: Pick<Listing<F, O>, 'conditions' | 'order'>,
  narrow: ReadonlySet<F>,
  id: string,
): string {
  const isNarrow = isSought(conditions, narrow);
  const column = (one: OrderColumn): string => (isNarrow ? one.computed : one.indexed);
  const last = order.at(-1)?.descending ? ' DESC' : '';
  const named = order.map(({ field, descending }) => `${column(columns[field])}${descending ? ' DESC' : ''}`);
  return [...named, `${isNarrow ? '+' : ''}${id}${last}`].join(', ');
}
