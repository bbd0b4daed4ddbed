import type { Conditions } from './conditions';

interface IdPage {
  /** Only ids above this one. */
  readonly after?: number;
  readonly skip?: number;
  readonly limit: number;
  /** Whether a period or several values narrow the list: they are looked up first, and what they find is put in order. */
  readonly isNarrowed: boolean;
}

/**
 * The statement that answers the ids of one page, in ascending order. Ids alone, because an index holds every column that a
 * list is narrowed by: what is passed over, on the way to a late page too, is never read from the table. SQLite would rather
 * walk all rows in the order of the page than sort a few, so the order is kept from it where something narrows the list.
 */
export function pageOfIds(from: string, where: Conditions, { after, isNarrowed, ...page }: IdPage, id = 'id'): string {
  const ordered = isNarrowed ? `+${id}` : id;
  const above = where.andGiven(`${ordered} > ?`, after);
  return `SELECT ${id} FROM ${from} WHERE ${above.text} ORDER BY ${ordered} ${where.slice(page)}`;
}
