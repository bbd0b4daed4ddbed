/** What the services answer beyond the things of the domain. Amounts are whole minor units of the currency beside them. */
import type { Part } from '../domain/allocation';
import type { Order, OrderLine, OrderSummary, Payment } from '../domain/order';
import type { OfferedForm } from '../domain/refund-form';
import type { NamedAdjustment, Refund, RefundLine, RefundState, SourceType, Transaction } from '../domain/refund';
import type { Return } from '../domain/return';
import type { UnitRange } from '../domain/units';
import type { AuditEntry } from './ports';

export interface PageOf<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; absent on the last. */
  readonly nextCursor?: number;
}

export interface PossibleRefunds {
  readonly sourceType: SourceType;
  readonly sourceId: number;
  readonly orderId: number;
  readonly currency: string;
  /** What can still be refunded for the source, by whatever way. */
  readonly refundable: number;
  readonly payments: readonly Payment[];
}

export interface RefundForms {
  readonly currency: string;
  readonly forms: readonly OfferedForm[];
}

export interface ReturnStory {
  readonly returned: Return;
  readonly refunds: readonly Refund[];
  /** When somebody first decided about it (epoch ms); absent while nobody has. */
  readonly decidedAt?: number;
}

export interface RefundStatus {
  readonly refundId: number;
  readonly state: RefundState;
  readonly amount: number;
  readonly currency: string;
  /** The part that was really given back. */
  readonly settledAmount: number;
  readonly createdAt: number;
  readonly confirmedAt?: number;
  /** When the last transaction settled; absent while none has. */
  readonly settledAt?: number;
  readonly transactions: readonly Transaction[];
}

export interface WholeRefund {
  readonly refund: Refund;
  readonly lines: readonly RefundLine[];
  /** Those that its caller named. */
  readonly adjustments: readonly NamedAdjustment[];
  readonly audit: readonly AuditEntry[];
}

/** One page of a list whose pages are counted. */
export interface Counted<T> {
  readonly items: readonly T[];
  /** On all pages. */
  readonly total: number;
}

/** What has a number in a source: a payment of an order, or a refund with what was done about it. */
export type NumberedEntry = { readonly orderId: number; readonly currency: string } & (
  | { readonly payment: Payment }
  | { readonly payment?: undefined; readonly refund: Refund; readonly audit: readonly AuditEntry[] }
);

export interface OrderWithEntries {
  readonly order: OrderSummary;
  readonly payments: readonly Payment[];
  /** Of the order itself, not of its returns. */
  readonly refunds: readonly Refund[];
}

/** A return with the order that it is of. */
export interface ReturnInOrder extends OrderWithReturns {
  readonly returned: Return;
}

/** An order with all returns of it, whatever became of them. */
export interface OrderWithReturns {
  readonly order: Order;
  readonly returns: readonly Return[];
}

export interface ItemOfOrder extends OrderWithReturns {
  readonly line: OrderLine;
}

export interface ReturnWithRefunds {
  readonly returned: Return;
  /** The number of the order that the customer knows. */
  readonly orderNumber?: string;
  readonly refunds: readonly Refund[];
}

/** A refund with what it is made of. */
export interface RefundParts {
  readonly refund: Refund;
  readonly lines: readonly RefundLine[];
  /** Those that its caller named; its shipping and its adjustment hold their amounts. */
  readonly adjustments: readonly NamedAdjustment[];
}

/** A refund as it stands among the others of its order. */
export interface LedgerRefund extends RefundParts {
  /** Whether no unit of the order was left to give back once this refund was added. */
  readonly isLastOfGoods: boolean;
}

/** An order with all that was given back of it: for platforms that show no refund without its order. */
export interface OrderLedger {
  readonly order: Order;
  /** By id. */
  readonly refunds: readonly LedgerRefund[];
  /** The units of each line that can still be given back. */
  readonly freeUnits: ReadonlyMap<number, readonly UnitRange[]>;
  /** How much of the order's shipping was given back, or is about to be. */
  readonly shippingTaken: number;
}

/** What a refund could be put together of; the payments are as they are before it. */
export interface Suggestion {
  readonly order: Order;
  readonly lines: readonly RefundLine[];
  readonly shipping: number;
  /** How much shipping can still be given back. */
  readonly shippingLeft: number;
  /** Below what lines and shipping come to where the payments have less left. */
  readonly parts: readonly Part[];
}

export interface QuoteLine {
  readonly lineId: number;
  readonly sku: string;
  readonly quantity: number;
  readonly amount: number;
  readonly discount: number;
  readonly tax: number;
  readonly explanation: string;
}

export interface QuotePart {
  readonly payment: Payment;
  readonly amount: number;
  readonly explanation: string;
}

export interface Quote {
  readonly sourceType: SourceType;
  readonly sourceId: number;
  readonly orderId: number;
  readonly currency: string;
  readonly amount: number;
  readonly refundable: number;
  /** How much of the amount payment providers can give back. */
  readonly automaticallyRefundable: number;
  readonly lines: readonly QuoteLine[];
  readonly shipping: number;
  readonly adjustment: number;
  readonly parts: readonly QuotePart[];
  readonly explanation: string;
}
