/** Refunds as they are asked for and answered (contract, section 5). */
import type { RefundStatus } from './refund-status';

export interface NewRefundBody {
  merchant_order: string | number | object;
  /** What is given for the goods: a number or its text. Left out, they say it; named beside `partial_refund: false`, it must agree. */
  amount?: string | number;
  shipping?: string | number;
  /** May be below zero. */
  adjustment?: string | number;
  /** false when absent: the goods are paid back as they are. */
  partial_refund?: boolean;
  /** The returns that are paid back, as URIs. */
  return_requests?: (string | number | object)[];
  order_items?: (string | number | object)[];
  merchant?: string | number | object;
  user?: string | number | object;
  /** To the buyer. */
  memo?: string;
  /** For the merchant alone. */
  seller_note?: string;
  /** Waits for the outcome, up to a limit of the deployment. */
  sync?: boolean;
}

export interface RefundShape {
  id: number;
  pk: number;
  resource_uri: string;
  status: RefundStatus;
  amount: string;
  shipping: string;
  adjustment: string;
  /** amount + shipping + adjustment. */
  total_refund_amount: string;
  currency: string;
  partial_refund: boolean;
  merchant_order: string;
  return_requests: string[];
  order_items: string[];
  merchant: string;
  user: string | null;
  memo: string;
  seller_note: string;
  created_on: string;
  last_updated: string;
  from_list: boolean;
}
