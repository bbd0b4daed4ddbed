/** Paging, the same for every list: by ascending id, a page past the end is empty. */
import { Refusal } from '../domain/refusal';
import type { Page } from './ports';
import type { Counted, PageOf } from './views';
import type { PageWish } from './wishes';

const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 100;

/** One row more than asked for tells whether there is a next page. */
export function pageOf({ cursor = 0, limit = DEFAULT_PAGE }: PageWish): Page {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw new Refusal('request_invalid', `limit must be a whole number from 1 to ${LARGEST_PAGE}`, 'limit');
  }
  return { after: cursor, limit: limit + 1 };
}

/**
 * A page of a list whose pages are counted. Give it both as they are asked for, the page first: what the database finds of the
 * page becomes objects while it counts.
 */
export async function counted<T>(page: Promise<readonly T[]>, found: Promise<number>): Promise<Counted<T>> {
  const [items, total] = await Promise.all([page, found]);
  return { items, total };
}

/** Cuts the extra row off and makes the cursor. */
export function cut<T extends { readonly id: number }>(rows: readonly T[], page: Page): PageOf<T> {
  const items = rows.slice(0, page.limit - 1);
  const last = items.at(-1);
  return rows.length < page.limit || !last ? { items } : { items, nextCursor: last.id };
}
