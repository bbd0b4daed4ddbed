/** Orders as the sales channels know them that they came through. An order without a channel or a number is none of these. */
import type { Fulfilment, OrderSummary } from '../domain/order';

export interface ChannelFilter {
  readonly channel?: string;
  /** Absent: all of them. */
  readonly fulfilments?: readonly Fulfilment[];
}

export interface ChannelOrderReads {
  /** The ids of the orders with the code CHANNEL-NUMBER; no more than two, which is one too many. */
  withCode(shop: string, code: string): Promise<number[]>;
  /** The same by the number alone. */
  withNumber(shop: string, number: string): Promise<number[]>;
  /** One page by ascending id. */
  page(
    shop: string,
    filter: ChannelFilter & { readonly limit: number; readonly skip: number },
  ): Promise<OrderSummary[]>;
  count(shop: string, filter: ChannelFilter): Promise<number>;
}
