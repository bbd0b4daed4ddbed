/**
 * What a caller may wish for. Plain values: amounts are exact decimal text (a currency stands beside them, and only the
 * services read them), instants are epoch milliseconds, ids are whole numbers. Every dialect translates into these.
 */
import type { Destination, NamedAdjustment, RefundState, Restock, SourceType } from '../domain/refund';
import type { RefundForm } from '../domain/refund-form';
import type { Compensation, Condition, ReturnKind, ReturnState } from '../domain/return';
import type { Fulfilment } from '../domain/order';
import type { OrderSearch, ReturnSearch } from './ports-of-searches';

export interface LineQuantity {
  readonly lineId: number;
  readonly quantity: number;
}

/** What a refund is made of, beyond its amount. */
export interface RefundContent {
  readonly lines?: readonly LineQuantity[];
  readonly shipping?: string;
  readonly reason?: string;
  readonly note?: string;
}

export interface AddAutomaticRefund extends Source {
  /** Absent: what is left of the return's worth. */
  readonly amount?: string;
  /** Absent: the order's. */
  readonly currency?: string;
  readonly reason?: string;
  readonly note?: string;
}

/** A draft may be of no money, and of a payment whose reference is not known yet; what is missing is asked for at confirm. */
interface Draft {
  readonly draft?: true;
}

/** For platforms that refund orders by themselves only until they are fulfilled. */
interface UnfulfilledOnly {
  readonly unfulfilledOnly?: true;
}

/** The payment by the shop's number of it, or by its number among the payments and refunds of the order. */
type PaymentChoice = { readonly paymentId: number } | { readonly paymentOrdinal: number };

export type AddAutomaticRefundForOrder = RefundOfPayment & PaymentChoice;

interface RefundOfPayment extends RefundContent, Draft, UnfulfilledOnly {
  readonly orderId: number;
  readonly amount: string;
  readonly currency: string;
  readonly expectedRefundable?: string;
}

export interface AddManualRefund extends RefundContent, Draft {
  readonly sourceType: SourceType;
  readonly sourceId: number;
  readonly amount: string;
  readonly currency: string;
  /** Absent where the caller's platform has a number for it that is none of ours: refused with `destination_unknown`. */
  readonly destination?: Destination;
  readonly reference?: string;
  /** The account that the money goes to, and the customer's own: at most 64 characters each, kept as they are. */
  readonly account?: string;
  readonly clientAccount?: string;
  readonly expectedRefundable?: string;
}

/** A line of a refund that is put together, and where its goods go. */
export interface ComposedLine extends LineQuantity {
  readonly restock?: Restock;
  readonly location?: number;
}

export interface ComposedAdjustment {
  readonly kind: NamedAdjustment['kind'];
  readonly reason?: string;
  /** Added to what is given back. Shipping is above zero, anything else may be below it. */
  readonly amount: string;
  readonly tax?: string;
}

/** Money for one payment; automatic where its provider can, and otherwise recorded as moved. */
export interface ComposedPayment {
  /** Absent: the only payment that has enough left. */
  readonly paymentId?: number;
  /** Absent: what is left of the payment. */
  readonly amount?: string;
  /** Absent: the order's. */
  readonly currency?: string;
  /** How the money goes back; another way than it came is recorded, not asked for at the provider. */
  readonly way?: string;
}

export interface SuggestRefund {
  readonly orderId: number;
  readonly lines?: readonly ComposedLine[];
  /** `all` for what is left of it. */
  readonly shipping?: string;
  /** Absent: the order's. */
  readonly currency?: string;
}

/**
 * A refund of an order that is carried out as soon as it is added. Without parts no money moves: goods come back, and stay
 * taken for good.
 */
export interface AddComposedRefund extends SuggestRefund {
  /** Whether the customer is to be told of it. The audit says so; to tell him is for who reads it. */
  readonly notify?: boolean;
  readonly adjustments?: readonly ComposedAdjustment[];
  readonly parts?: readonly ComposedPayment[];
  readonly note?: string;
}

/**
 * A refund that pays back any number of returns of one order at once, or goods of the order itself, with shipping and an
 * adjustment. It is carried out as soon as it is added, planned over all payments by the shop's strategy; what no provider
 * can give back is recorded as moved.
 */
export interface AddJointRefund {
  readonly orderId: number;
  /** The returns whose goods are paid back. Absent or empty: goods of the order itself. */
  readonly returnIds?: readonly number[];
  /** The lines of the goods, whole. Absent: those of the returns; where none is named, all of the order. */
  readonly lineIds?: readonly number[];
  /** Whether `amount` says what is given for the goods; otherwise it may only repeat what they are worth. */
  readonly partial?: boolean;
  readonly amount?: string;
  readonly shipping?: string;
  /** May be below zero: then less is given for the goods. */
  readonly adjustment?: string;
  /** Absent: the order's. */
  readonly currency?: string;
  /** For platforms that refund an order only once its merchant has confirmed it. */
  readonly confirmedOnly?: true;
  readonly note?: string;
  /** JSON that the caller's platform wants to hear again. */
  readonly said?: string;
}

export interface Source {
  readonly sourceType: SourceType;
  readonly sourceId: number;
}

export interface QuoteRefund extends Source {
  readonly lines?: readonly LineQuantity[];
  readonly shipping?: string;
  /** May be below zero. */
  readonly adjustment?: string;
  readonly amount?: string;
}

export interface LookForRefunds extends Source, UnfulfilledOnly {
  /** Refuses a return that cannot be refunded, or not yet, instead of answering that nothing is left. */
  readonly refundableOnly?: true;
}

/** A refund by its number among the payments and refunds of its source. */
export interface NumberedRefund extends Source {
  readonly ordinal: number;
}

export interface UpdateRefund extends Draft {
  readonly refundId: number;
  readonly amount: string;
  readonly currency: string;
}

export interface ConfirmRefund extends UnfulfilledOnly {
  readonly refundId: number;
  /** What the caller saw as refundable for the source; refused when it is something else now. */
  readonly expectedRefundable?: string;
}

export interface CancelRefund {
  readonly refundId: number;
  /** For platforms where a refund is final as soon as it is confirmed. */
  readonly unconfirmedOnly?: true;
  readonly reason?: string;
}

export interface ResolveRefund {
  readonly refundId: number;
  /** Absent: every transaction of the refund that is unknown or pending. */
  readonly transactionId?: number;
  /** What a person found out, such as from a statement of the provider. */
  readonly outcome: 'settled' | 'declined';
  readonly reason: string;
  /** The provider's own id of the refund. */
  readonly reference?: string;
}

/** One page: rows with an id above `cursor`, at most `limit` (1 to 100, 50 when absent). */
export interface PageWish {
  readonly cursor?: number;
  readonly limit?: number;
}

export interface ListRefunds extends PageWish {
  /** Absent: requested, that is, waiting for confirmation. */
  readonly state?: RefundState | 'all';
  readonly sourceType?: SourceType;
  readonly orderId?: number;
  readonly since?: number;
}

/** One page of the refunds that wait for confirmation, oldest first, by its number from 1 on. */
export interface PageOfDrafts {
  readonly sourceType?: SourceType;
  readonly page: number;
  /** 1 to 100. */
  readonly limit: number;
}

/** A page by its number from 1 on. */
interface CountedPageWish {
  readonly page: number;
  /** 1 to 100. */
  readonly limit: number;
}

export interface FindOrders extends OrderSearch, CountedPageWish {}

export interface FindReturns extends Omit<ReturnSearch, 'kinds'>, CountedPageWish {
  readonly sourceType: 'return' | 'claim';
}

export interface ListOrders extends PageWish {
  readonly fulfilment?: Fulfilment;
  readonly since?: number;
}

/** One page of the orders that came through sales channels, oldest first, by its number from 1 on. */
export interface PageOfChannels {
  readonly channel?: string;
  readonly fulfilments?: readonly Fulfilment[];
  readonly page: number;
  /** 1 to 100. */
  readonly limit: number;
}

/** One page of orders by id, by its number from 1 on. */
export interface PageOfLedgers extends Pick<OrderSearch, 'ids' | 'fulfilments' | 'created' | 'updated'> {
  readonly after: number;
  readonly page: number;
  /** 1 to 250. */
  readonly limit: number;
}

export interface ListReturns extends PageWish {
  readonly state?: ReturnState;
  readonly kind?: ReturnKind;
  readonly orderId?: number;
  readonly since?: number;
}

export interface PutOrderLine {
  readonly lineId: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: string;
  readonly discount?: string;
  readonly tax?: string;
}

export interface PutPayment {
  readonly paymentId: number;
  readonly provider: string;
  readonly method: string;
  readonly amount: string;
  readonly reference?: string;
  readonly refundable?: boolean;
  readonly capturedAt?: number;
}

export interface PutOrder {
  readonly orderId: number;
  readonly orderNumber?: string;
  readonly currency: string;
  readonly fulfilment?: Fulfilment;
  readonly channel?: string;
  readonly placedAt?: number;
  readonly deliveredAt?: number;
  readonly taxIncluded?: boolean;
  readonly shipping?: string;
  readonly lines: readonly PutOrderLine[];
  readonly payments: readonly PutPayment[];
}

/** A step of an order that its merchant takes. */
export interface ChangeOrder {
  readonly orderId: number;
}

export interface OpenReturn {
  readonly orderId: number;
  readonly kind?: ReturnKind;
  readonly compensation?: Compensation;
  readonly reference?: string;
  readonly reason?: string;
  readonly note?: string;
  /** Where no kind is named: a return or a claim, never a cancellation, because the customer has the goods. */
  readonly goodsBack?: true;
  /** In which forms the customer wants the money; absent: that is decided when it is refunded. */
  readonly payback?: readonly RefundForm[];
  /** JSON that the caller's platform wants to hear again. */
  readonly said?: string;
  readonly reasonCode?: number;
  readonly customer?: number;
  readonly lines: readonly { readonly lineId: number; readonly quantity: number; readonly reason?: string }[];
}

export interface ChoosePayback {
  readonly returnId: number;
  readonly payback: readonly RefundForm[];
}

/** What a caller believes of a return; refused when it is otherwise. */
export interface ExpectedReturn {
  /** Lines of the order, all those of the return among them. */
  readonly lineIds?: readonly number[];
  readonly compensation?: Compensation;
}

/** A return for each of some lines of an order, with all that is left of the line: on platforms whose returns are of one item. */
export interface OpenItemReturns {
  /** Absent: the one order that has the lines; refused where several have. */
  readonly orderId?: number;
  /** At least one, at most 100. */
  readonly lineIds: readonly number[];
  readonly compensation: Compensation;
  /** The number of the shop, where the caller names it; refused when it is another one's. */
  readonly shopNumber?: number;
  readonly reasonCode?: number;
  /** Only for a single line. */
  readonly reference?: string;
  readonly note?: string;
  readonly customer?: number;
  readonly said?: string;
}

/** Changes what was written about a return, and nothing else of it. Null takes a text away; what is absent stays. */
export interface AmendReturn {
  readonly returnId: number;
  readonly reference?: string | null;
  readonly note?: string | null;
  /** Members of what its platform wants to hear again; the others stay. */
  readonly said?: Readonly<Record<string, boolean | number | string>>;
}

export interface AcceptReturn {
  readonly returnId: number;
  readonly expected?: ExpectedReturn;
  /** Absent: as it was asked for. */
  readonly compensation?: Compensation;
  /** A return that is accepted already is answered as it is. */
  readonly orAccepted?: true;
  /** Absent: all units. A line that is not named is not accepted. */
  readonly lines?: readonly LineQuantity[];
  readonly note?: string;
}

export interface RejectReturn {
  readonly returnId: number;
  readonly reason: string;
}

export interface ReceiveReturn {
  readonly returnId: number;
  readonly expected?: ExpectedReturn;
  /** Absent: all as accepted. A line that is not named did not arrive. */
  readonly lines?: readonly {
    readonly lineId: number;
    readonly received: number;
    readonly accepted?: number;
    readonly condition?: Condition;
    readonly restock?: boolean;
  }[];
  readonly note?: string;
}

/** Closing is of whoever calls, unless the platform says that it is the seller's. */
export interface CloseReturn extends ChangeReturn {
  readonly bySeller?: true;
}

export interface ChangeReturn {
  readonly returnId: number;
  readonly expected?: ExpectedReturn;
  readonly note?: string;
}
