/** How platforms look things up that we list otherwise: by many ids at once, by the day, and page by counted page. */
import type { Fulfilment, Payout } from '../domain/order';
import type { ReturnKind, ReturnState } from '../domain/return';

/** From an instant (epoch ms) on, and before another. */
export interface Period {
  readonly from?: number;
  readonly before?: number;
}

/** One page of a list by ascending id. */
export interface Page {
  /** Only rows with an id above this one. */
  readonly after: number;
  /** At most so many rows. */
  readonly limit: number;
}

/** One page of a list by ascending id, for platforms that count their pages. */
export interface CountedPage {
  readonly skip: number;
  readonly limit: number;
}

/** What platforms look orders up by. Each member narrows the search; an empty list finds nothing. */
export interface OrderSearch {
  readonly ids?: readonly number[];
  /** The numbers that customers know; an order without one is known by its id. */
  readonly numbers?: readonly string[];
  readonly fulfilments?: readonly Fulfilment[];
  readonly placed?: Period;
  /** When it was placed, or where nobody said so, when it last changed: for platforms on which every order was made once. */
  readonly created?: Period;
  readonly updated?: Period;
}

/** As OrderSearch, for returns. */
export interface ReturnSearch {
  readonly ids?: readonly number[];
  readonly orderIds?: readonly number[];
  readonly kinds?: readonly ReturnKind[];
  readonly states?: readonly ReturnState[];
  readonly payout?: Payout;
  readonly opened?: Period;
}

/** What returns are listed by. `lineId` is that of a return's first line; `standing` is a ReturnStanding. */
export type ReturnField =
  | ('id' | 'orderId' | 'lineId' | 'customer' | 'standing' | 'compensation' | 'reasonCode' | 'reference')
  | ('openedAt' | 'updatedAt' | 'closedAt');
export type ReturnOrder = 'id' | 'openedAt' | 'updatedAt' | 'standing';

/** What a value is compared with. Texts are compared letter by letter; ignoring case minds a to z alone. */
export type Condition<Field extends string> = { readonly field: Field } & (
  | { readonly is: 'one_of'; readonly values: readonly (string | number)[] }
  | { readonly is: 'at_least' | 'below'; readonly value: number }
  | { readonly is: 'given' | 'absent' }
  | { readonly is: 'whole' | 'within' | 'start' | 'end'; readonly text: string; readonly ignoringCase: boolean }
);

export interface Ordering<Field extends string> {
  readonly field: Field;
  readonly descending: boolean;
}

/** One page of what fits all conditions, for platforms whose callers may combine them. Ties are in the order of ids. */
export interface Listing<Field extends string, Order extends string> extends CountedPage {
  readonly conditions: readonly Condition<Field>[];
  /** By id where it is empty. */
  readonly order: readonly Ordering<Order>[];
}
