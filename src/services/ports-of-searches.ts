/** How platforms look things up that we list otherwise: by many ids at once, by the day, and page by counted page. */
import type { Fulfilment, Payout } from '../domain/order';
import type { ReturnKind, ReturnState } from '../domain/return';

/** From an instant (epoch ms) on, and before another. */
export interface Period {
  readonly from?: number;
  readonly before?: number;
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
