/** What is sent and answered, for the description of the API. What is right about a request is checked in params.ts. */
import type { CalculationShape, OrderShape, RefundShape, RestockType, TransactionShape } from './shapes';

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
  /** @isLong */
  since_id?: number;
}

export interface DatedQuery extends ListQuery {
  /** Such as 2008-12-31 03:00; UTC where it has no zone. */
  created_on_min?: string;
  created_on_max?: string;
}

export interface OrdersQuery extends DatedQuery {
  status?: 'open' | 'closed' | 'cancelled' | 'any';
  /** An order is fulfilled as a whole: of the last two there is none. */
  fulfillment_status?: 'fulfilled' | 'unfulfilled' | 'partial' | 'restocked' | 'any';
  /** Such as "450,451". */
  ids?: string;
  modified_on_min?: string;
  modified_on_max?: string;
}

interface NewRefundLine {
  line_item_id: number;
  /** @isInt */
  quantity: number;
  location_id?: number | null;
  /** `return` when absent and `restock` is true, otherwise `no_restock`. */
  restock_type?: RestockType;
}

interface NewTransaction {
  /** The sale to give back; the only one with enough left when absent. */
  parent_id?: number | null;
  /** A number or its text; the rest of the sale when absent. */
  amount?: number | string;
  currency?: string;
  /** That of the sale when absent. Another one is recorded, and not asked for at the payment provider. */
  gateway?: string | null;
}

interface NewRefundTransaction extends NewTransaction {
  kind?: 'refund';
}

interface NewAdjustment {
  kind: 'refund_discrepancy' | 'shipping_refund';
  reason?: string | null;
  /** Below zero for what is given back beyond the goods. */
  amount: number | string;
  tax_amount?: number | string;
}

interface Shipping {
  full_refund?: boolean;
  amount?: number | string;
}

interface Calculation {
  currency?: string;
  shipping?: Shipping;
  /** @maxItems 500 */
  refund_line_items?: NewRefundLine[];
}

interface NewRefund extends Calculation {
  note?: string | null;
  /** Whether the customer is to be told. It is written down; the gateway sends no mail. */
  notify?: boolean;
  restock?: boolean;
  /** @maxItems 100 */
  transactions?: NewRefundTransaction[];
  /** @maxItems 100 */
  order_adjustments?: NewAdjustment[];
}

export interface CreateRefundBody {
  refund: NewRefund;
}
export interface CalculateBody {
  refund: Calculation;
}
interface PostedTransaction extends NewTransaction {
  kind: 'refund';
}
export interface CreateTransactionBody {
  transaction: PostedTransaction;
}
export interface CalculationAnswer {
  refund: CalculationShape;
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
