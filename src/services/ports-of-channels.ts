/** Orders as the sales channels know them that they came through. An order without a channel or a number is none of these. */
import type { Fulfilment } from '../domain/order';

export interface ChannelFilter {
  readonly channel?: string;
  /** Absent: all of them. */
  readonly fulfilments?: readonly Fulfilment[];
}

/** Ids, for a caller who then looks at the orders. */
export interface ChannelOrderReads {
  /** The orders with the code CHANNEL-NUMBER; no more than two, which is one too many. */
  withCode(shop: string, code: string): Promise<number[]>;
  /** The same by the number alone. */
  withNumber(shop: string, number: string): Promise<number[]>;
  /** One page by ascending id. */
  page(shop: string, filter: ChannelFilter & { readonly limit: number; readonly skip: number }): Promise<number[]>;
  count(shop: string, filter: ChannelFilter): Promise<number>;
}
