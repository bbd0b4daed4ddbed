/** What is sent and answered, for the description of the API. What is right about a request is checked in params.ts. */
import type { OrderShape, RefundShape, TransactionShape } from './shapes';

export interface OneQuery {
  /** The keys to answer, such as "id,note". */
  fields?: string;
}

export interface ListQuery extends OneQuery {
  /**
   * 50 when absent, 250 at most.
   * @isInt
   */
  limit?: number;
  /** @isInt */
  page?: number;
  /** @isInt */
  since_id?: number;
}

export interface DatedQuery extends ListQuery {
  /** Such as 2008-12-31 03:00; UTC where it has no zone. */
  created_on_min?: string;
  created_on_max?: string;
}

export interface OrdersQuery extends ListQuery {
  status?: 'open' | 'closed' | 'cancelled' | 'any';
}

export interface OrderAnswer {
  order: OrderShape;
}
export interface OrdersAnswer {
  orders: OrderShape[];
}
export interface RefundAnswer {
  refund: RefundShape;
}
export interface RefundsAnswer {
  refunds: RefundShape[];
}
export interface TransactionAnswer {
  transaction: TransactionShape;
}
export interface TransactionsAnswer {
  transactions: TransactionShape[];
}
export interface CountAnswer {
  /** @isInt */
  count: number;
}

/** A text, or texts by the path of a member. */
export interface Failure {
  errors: string | Record<string, string | string[]>;
}
