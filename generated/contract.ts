// Made from wsdl/refund-gateway.wsdl by npm run generate. Do not edit.

/**
 * a whole number from 1 to 9007199254740991
 * @isLong must be a whole number from 1 to 9007199254740991
 * @minimum 1 must be a whole number from 1 to 9007199254740991
 * @maximum 9007199254740991 must be a whole number from 1 to 9007199254740991
 */
export type Id = number;

/**
 * decimal digits, at most 12 before the point and 3 after it, such as 12.30
 * @example "12.30"
 * @pattern ^(?:\d{1,12}(\.\d{1,3})?)$ must be decimal digits, at most 12 before the point and 3 after it, such as 12.30
 */
export type Amount = string;

/**
 * decimal digits, at most 12 before the point and 3 after it, with a minus sign if below zero, such as -2.50
 * @example "-2.50"
 * @pattern ^(?:-?\d{1,12}(\.\d{1,3})?)$ must be decimal digits, at most 12 before the point and 3 after it, with a minus sign if below zero, such as -2.50
 */
export type SignedAmount = string;

/**
 * an ISO 4217 code, such as PLN
 * @example "PLN"
 * @pattern ^(?:[A-Z]{3})$ must be an ISO 4217 code, such as PLN
 */
export type Currency = string;

/**
 * an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z
 * @example "2026-11-21T10:30:00Z"
 * @pattern ^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+\-]\d{2}:\d{2}))$ must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z
 */
export type Timestamp = string;

/**
 * a whole number from 1 to 1000000
 * @isInt must be a whole number from 1 to 1000000
 * @minimum 1 must be a whole number from 1 to 1000000
 * @maximum 1000000 must be a whole number from 1 to 1000000
 */
export type Quantity = number;

/**
 * a whole number from 0 to 1000000
 * @isInt must be a whole number from 0 to 1000000
 * @minimum 0 must be a whole number from 0 to 1000000
 * @maximum 1000000 must be a whole number from 0 to 1000000
 */
export type Count = number;

/**
 * text of 1 to 255 characters
 * @minLength 1 must be text of 1 to 255 characters
 * @maxLength 255 must be text of 1 to 255 characters
 */
export type Name = string;

/**
 * text of 1 to 100 characters
 * @minLength 1 must be text of 1 to 100 characters
 * @maxLength 100 must be text of 1 to 100 characters
 */
export type Reference = string;

/**
 * text of at most 100 characters
 * @maxLength 100 must be text of at most 100 characters
 */
export type ReferenceOrEmpty = string;

/**
 * text of at most 1000 characters
 * @maxLength 1000 must be text of at most 1000 characters
 */
export type Note = string;

/**
 * the nextCursor of the page before
 * @pattern ^(?:[0-9]{1,16})$ must be the nextCursor of the page before
 */
export type Cursor = string;

/**
 * a whole number from 1 to 100
 * @isInt must be a whole number from 1 to 100
 * @minimum 1 must be a whole number from 1 to 100
 * @maximum 100 must be a whole number from 1 to 100
 */
export type PageSize = number;

/** what is refunded: an order, a return or a claim */
export type SourceType = 'order' | 'return' | 'claim';

/** a return or a claim */
export type ReturnSourceType = 'return' | 'claim';

/** what is refunded: an order, a return or a claim */
export type SourceTypeFilter = 'order' | 'return' | 'claim';

/** automatic: a payment provider moves the money; manual: it moves outside and is recorded */
export type RefundMethod = 'automatic' | 'manual';

/** where a manual refund goes */
export type Destination = 'cash' | 'bank_transfer' | 'customer_balance' | 'voucher';

/** one movement of money */
export type TransactionState = 'requested' | 'approved' | 'sending' | 'pending' | 'unknown' | 'settled' | 'declined' | 'cancelled' | 'reversed';

/** derived from the transactions; partial: finished, and only some of them settled */
export type RefundState = 'requested' | 'approved' | 'sending' | 'pending' | 'unknown' | 'settled' | 'declined' | 'cancelled' | 'reversed' | 'partial';

/** a state of a refund, or all */
export type RefundStateFilter = 'requested' | 'approved' | 'sending' | 'pending' | 'unknown' | 'settled' | 'declined' | 'cancelled' | 'reversed' | 'partial' | 'all';

/** settled: the money went to the customer; declined: it did not, and will not */
export type ResolvedOutcome = 'settled' | 'declined';

/** where the order stands */
export type Fulfilment = 'open' | 'fulfilled' | 'cancelled';

/** return: inside the return window; claim: after it, or faulty; cancellation: before shipping */
export type ReturnKind = 'return' | 'claim' | 'cancellation';

/** what the customer wants */
export type Compensation = 'refund' | 'exchange';

/** where the return stands */
export type ReturnState = 'open' | 'accepted' | 'received' | 'closed' | 'rejected' | 'cancelled';

/** how the goods arrived */
export type Condition = 'ok' | 'damaged' | 'missing';

/**
 * decimal digits, at most 12 before the point and 3 after it, or the word all for what is left of it
 * @pattern ^(?:all|[0-9]{1,12}(\.[0-9]{1,3})?)$ must be decimal digits, at most 12 before the point and 3 after it, or the word all for what is left of it
 */
export type ShippingAmount = string;

/**
 * text of 1 to 64 characters
 * @minLength 1 must be text of 1 to 64 characters
 * @maxLength 64 must be text of 1 to 64 characters
 */
export type Account = string;

/** where the goods go: none, not back to stock; return, back to it; cancel, they never left */
export type Restock = 'none' | 'return' | 'cancel';

/** shipping: shipping cost; discrepancy: anything that is neither goods nor shipping */
export type AdjustmentKind = 'shipping' | 'discrepancy';

/** original: as it was paid; voucher: a voucher instead */
export type RefundFormKind = 'original' | 'voucher';

/**
 * a whole number from 0 to 9007199254740991
 * @isLong must be a whole number from 0 to 9007199254740991
 * @minimum 0 must be a whole number from 0 to 9007199254740991
 * @maximum 9007199254740991 must be a whole number from 0 to 9007199254740991
 */
export type WholeNumber = number;

/** how far the order has come with its merchant */
export type OrderStage = 'unpaid' | 'paid' | 'confirmed' | 'sent' | 'delivered' | 'cancelled';

/** who closed a return: somebody for its buyer, or the shop */
export type ReturnSide = 'buyer' | 'seller';

/** how far the money that refunds promise has come: none promised, underway, or all given back */
export type Payout = 'none' | 'underway' | 'done';

export interface OrderLineInput {
  /** The shop's own id of the line, unique inside the order. */
  lineId: Id;
  sku: Reference;
  name: Name;
  quantity: Quantity;
  /** Price of one unit. */
  price: Amount;
  /** Discount on the whole line; nothing when absent. */
  discount?: Amount;
  /** Tax on the whole line; part of the price when taxIncluded, else added to it. */
  tax?: Amount;
}

export interface PaymentInput {
  /** Number of the payment, unique inside the order. */
  paymentId: Id;
  /** Name of the payment provider, such as simulated; any other text for money taken outside. */
  provider: Reference;
  /** How the customer paid, such as card, transfer or voucher. */
  method: Reference;
  /** Money captured, in the currency of the order. */
  amount: Amount;
  /** The provider's own id of the payment. Without it the payment cannot be refunded automatically. */
  reference?: Reference;
  /** False when the provider cannot refund this payment. True when absent. */
  refundable?: boolean;
  capturedAt?: Timestamp;
}

export interface OrderLine {
  lineId: Id;
  sku: Reference;
  name: Name;
  quantity: Quantity;
  price: Amount;
  discount: Amount;
  tax: Amount;
  /** What the customer paid for the line: quantity x price - discount, and the tax where it is not included. */
  total: Amount;
}

export interface Payment {
  paymentId: Id;
  provider: Reference;
  method: Reference;
  reference?: Reference;
  /** Whether a provider can give this money back. */
  automatic: boolean;
  currency: Currency;
  captured: Amount;
  /** Held by refunds that are not finished. */
  reserved: Amount;
  /** Given back. */
  refunded: Amount;
  /** captured - reserved - refunded. */
  refundable: Amount;
  capturedAt?: Timestamp;
}

export interface OrderSummary {
  orderId: Id;
  orderNumber?: Reference;
  currency: Currency;
  fulfilment: Fulfilment;
  channel?: Reference;
  placedAt?: Timestamp;
  deliveredAt?: Timestamp;
  total: Amount;
  captured: Amount;
  /** Held by refunds that are not finished. */
  reserved: Amount;
  /** Given back. */
  refunded: Amount;
  /** captured - reserved - refunded. */
  refundable: Amount;
  updatedAt: Timestamp;
  /** When its merchant took it on, where he told us. Told where the caller asks for details. */
  confirmedAt?: Timestamp;
  /** Told where the caller asks for details. */
  stage?: OrderStage;
}

export interface OrderPage {
  /** @maxItems 100 must have at most 100 entries */
  orders: OrderSummary[];
  nextCursor?: Cursor;
}

export interface Order {
  orderId: Id;
  orderNumber?: Reference;
  currency: Currency;
  fulfilment: Fulfilment;
  channel?: Reference;
  placedAt?: Timestamp;
  deliveredAt?: Timestamp;
  taxIncluded: boolean;
  shipping: Amount;
  total: Amount;
  captured: Amount;
  /** Held by refunds that are not finished. */
  reserved: Amount;
  /** Given back. */
  refunded: Amount;
  /** captured - reserved - refunded. */
  refundable: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: OrderLine[];
  /** @maxItems 100 must have at most 100 entries */
  payments: Payment[];
  updatedAt: Timestamp;
  /** When its merchant took it on, where he told us. Told where the caller asks for details. */
  confirmedAt?: Timestamp;
  /** Told where the caller asks for details. */
  stage?: OrderStage;
}

export interface LineQuantity {
  lineId: Id;
  quantity: Quantity;
}

export interface ReturnShare {
  returnId: Id;
  amount: Amount;
}

export interface Transaction {
  transactionId: Id;
  state: TransactionState;
  amount: Amount;
  currency: Currency;
  /** The payment that is given back; absent for a manual refund. */
  paymentId?: Id;
  provider?: Reference;
  destination?: Destination;
  /** The provider's id of the refund, or the caller's own for a manual one. */
  reference?: Name;
  /** Why the provider declined, or what is not known. */
  message?: Note;
  updatedAt: Timestamp;
  /** How the money goes back, in the words of who asked for it, where that is not how it came. Told where the caller asks for details. */
  way?: Note;
  /** The account that the money of a manual refund goes to. Told where the caller asks for details. */
  account?: Account;
  /** The customer's own account. Told where the caller asks for details. */
  clientAccount?: Account;
  /** When the money was given back. Told where the caller asks for details. */
  settledAt?: Timestamp;
  /** How much of it is for the goods of which return; absent where all of it is for the source of the refund. Told where the caller asks for details. */
  shares?: ReturnShare[];
}

export interface Refund {
  refundId: Id;
  orderId: Id;
  sourceType: SourceType;
  sourceId: Id;
  method: RefundMethod;
  state: RefundState;
  amount: Amount;
  currency: Currency;
  reason?: Note;
  note?: Note;
  createdAt: Timestamp;
  confirmedAt?: Timestamp;
  transactions: Transaction[];
}

export interface RefundPage {
  /** @maxItems 100 must have at most 100 entries */
  refunds: Refund[];
  nextCursor?: Cursor;
}

export interface RefundStatus {
  refundId: Id;
  state: RefundState;
  amount: Amount;
  currency: Currency;
  settledAmount: Amount;
  createdAt: Timestamp;
  confirmedAt?: Timestamp;
  settledAt?: Timestamp;
  transactions: Transaction[];
}

export interface AdjustmentInput {
  kind: AdjustmentKind;
  /** Added to what is given back. Shipping is above zero; a discrepancy may be below it. */
  amount: SignedAmount;
  /** Tax beside that amount, with the same sign; nothing when absent. */
  tax?: SignedAmount;
  reason?: Note;
}

export interface Adjustment {
  kind: AdjustmentKind;
  amount: SignedAmount;
  tax: SignedAmount;
  reason?: Note;
}

export interface ComposedLine {
  lineId: Id;
  quantity: Quantity;
  restock?: Restock;
  /** Your own number of the place that the goods go to. */
  location?: Id;
}

export interface ComposedPart {
  /** The only payment that has enough left when absent. */
  paymentId?: Id;
  /** What is left of the payment when absent. */
  amount?: Amount;
  /** How the money goes back, such as cash; where that is another way than it came, the part is recorded as given back and no provider is asked. */
  way?: Name;
}

export interface RefundLine {
  lineId: Id;
  sku: Reference;
  quantity: Quantity;
  amount: Amount;
  /** Absent where nobody said it. Told where the caller asks for details. */
  restock?: Restock;
  /** The caller's own number of the place that the goods go to. Told where the caller asks for details. */
  location?: Id;
  /** The return that the goods came back with, in a refund of the order. Told where the caller asks for details. */
  returnId?: Id;
}

export interface AuditEntry {
  entryId: Id;
  at: Timestamp;
  actor: Name;
  action: Reference;
  requestId?: Reference;
  /** State and amount before, as JSON. */
  before?: string;
  /** State and amount after, as JSON. */
  after?: string;
}

export interface RefundDetails {
  refundId: Id;
  orderId: Id;
  sourceType: SourceType;
  sourceId: Id;
  method: RefundMethod;
  state: RefundState;
  amount: Amount;
  currency: Currency;
  reason?: Note;
  note?: Note;
  createdAt: Timestamp;
  confirmedAt?: Timestamp;
  transactions: Transaction[];
  /** @maxItems 500 must have at most 500 entries */
  lines: RefundLine[];
  shipping: Amount;
  adjustment: SignedAmount;
  audit: AuditEntry[];
  /** Its number among the payments and refunds of its source. Told where the caller asks for details. */
  ordinal?: Id;
  /** The parts that whoever put the refund together named: shipping and adjustment hold their amounts. Told where the caller asks for details. */
  adjustments?: Adjustment[];
}

export interface PossibleRefunds {
  sourceType: SourceType;
  sourceId: Id;
  orderId: Id;
  currency: Currency;
  /** What can still be refunded for the source, by whatever way. */
  refundable: Amount;
  /** @maxItems 100 must have at most 100 entries */
  payments: Payment[];
}

export interface QuoteLine {
  lineId: Id;
  sku: Reference;
  quantity: Quantity;
  amount: Amount;
  /** Share of the line's discount in these units. */
  discount: Amount;
  /** Share of the line's tax in these units. */
  tax: Amount;
  explanation: Note;
}

export interface QuotePart {
  paymentId: Id;
  provider: Reference;
  method: Reference;
  amount: Amount;
  refundable: Amount;
  explanation: Note;
}

export interface Quote {
  sourceType: SourceType;
  sourceId: Id;
  orderId: Id;
  currency: Currency;
  /** lines + shipping + adjustment, or what is left when nothing was named. */
  amount: Amount;
  refundable: Amount;
  /** How much of the amount payment providers can give back. */
  automaticallyRefundable: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: QuoteLine[];
  shipping: Amount;
  adjustment: SignedAmount;
  /** @maxItems 100 must have at most 100 entries */
  parts: QuotePart[];
  explanation: Note;
}

export interface ReturnLineInput {
  lineId: Id;
  quantity: Quantity;
  reason?: Note;
}

export interface ReceivedLine {
  lineId: Id;
  received: Count;
  /** Units the refund may cover; when absent, as many as were received and accepted before. */
  accepted?: Count;
  /** ok when absent. */
  condition?: Condition;
  /** Whether the units go back to stock; false when absent. */
  restock?: boolean;
}

export interface ReturnLine {
  lineId: Id;
  sku: Reference;
  requested: Count;
  accepted: Count;
  received: Count;
  condition?: Condition;
  restock: boolean;
  restockReported: boolean;
  /** What the accepted units are worth. */
  amount: Amount;
  reason?: Note;
}

export interface ReturnCase {
  returnId: Id;
  orderId: Id;
  reference?: Reference;
  kind: ReturnKind;
  compensation: Compensation;
  state: ReturnState;
  reason?: Note;
  note?: Note;
  currency: Currency;
  /** What the accepted units are worth: the most that refunds of this return may give back. */
  worth: Amount;
  reserved: Amount;
  refunded: Amount;
  refundable: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: ReturnLine[];
  openedAt: Timestamp;
  updatedAt: Timestamp;
  /** In which forms the customer wants the money and how much each is to give; absent where it was not chosen. Told where the caller asks for details, or chooses. */
  payback?: PaybackForm[];
  /** The number of the reason, where reasons are numbered. Told where the caller asks for details. */
  reasonCode?: WholeNumber;
  /** The customer's number, as whoever opened the return said. Told where the caller asks for details. */
  customer?: WholeNumber;
  /** Of a return that is closed. Told where the caller asks for details. */
  closedAt?: Timestamp;
  /** Of a return that is closed. Told where the caller asks for details. */
  closedBy?: ReturnSide;
}

export interface ReturnPage {
  /** @maxItems 100 must have at most 100 entries */
  returns: ReturnCase[];
  nextCursor?: Cursor;
}

export interface RefundForm {
  kind: RefundFormKind;
  /** How it was paid, in the word that getRefundForms has for it, such as card; voucher for a voucher. */
  method: Name;
}

export interface OfferedForm {
  kind: RefundFormKind;
  method: Name;
  /** The most that it can give. */
  limit: Amount;
}

export interface RefundForms {
  orderId: Id;
  currency: Currency;
  /** As the order was paid, and a voucher instead. A form with nothing left is not among them. */
  forms: OfferedForm[];
}

export interface PaybackForm {
  kind: RefundFormKind;
  method: Name;
  /** What it is to give; 0 while the forms before it suffice. */
  amount: Amount;
}

export interface SuggestedPart {
  paymentId: Id;
  provider: Reference;
  method: Reference;
  /** Whether a provider can give this money back. */
  automatic: boolean;
  amount: Amount;
  /** What is left of the payment before the refund. */
  refundable: Amount;
}

export interface Suggestion {
  orderId: Id;
  currency: Currency;
  /** What the parts give together: what lines and shipping come to, or what is left of the order where that is less. */
  amount: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: RefundLine[];
  shipping: Amount;
  /** How much shipping can still be given back. */
  shippingLeft: Amount;
  /**
   * The oldest payments first.
   * @maxItems 100 must have at most 100 entries
   */
  parts: SuggestedPart[];
}

export interface FreeLine {
  lineId: Id;
  sku: Reference;
  /** Units that can still be given back. */
  quantity: Count;
}

export interface LedgerRefund {
  refundId: Id;
  sourceType: SourceType;
  sourceId: Id;
  /** Its number among the payments and refunds of its source. */
  ordinal: Id;
  method: RefundMethod;
  state: RefundState;
  amount: Amount;
  reason?: Note;
  note?: Note;
  createdAt: Timestamp;
  confirmedAt?: Timestamp;
  /** @maxItems 500 must have at most 500 entries */
  lines: RefundLine[];
  shipping: Amount;
  adjustment: SignedAmount;
  /** The parts that whoever put the refund together named: shipping and adjustment hold their amounts. */
  adjustments: Adjustment[];
  /** Whether no unit of the order was left to give back once this refund was added. */
  lastOfGoods: boolean;
  transactions: Transaction[];
}

export interface OrderLedger {
  order: Order;
  /** By id: those of the order and those of its returns. */
  refunds: LedgerRefund[];
  /**
   * Each line with the units that no refund and no return holds.
   * @maxItems 500 must have at most 500 entries
   */
  freeLines: FreeLine[];
  /** Shipping that refunds of the order give back. */
  shippingTaken: Amount;
  /** Shipping that can still be given back. */
  shippingLeft: Amount;
}

export interface FoundOrder {
  order: OrderSummary;
  /** @maxItems 100 must have at most 100 entries */
  payments: Payment[];
  /** Of the order itself, not of its returns. */
  refunds: Refund[];
}

export interface FoundOrders {
  /** @maxItems 100 must have at most 100 entries */
  orders: FoundOrder[];
  /** On all pages. */
  total: WholeNumber;
}

export interface FoundReturn {
  returnCase: ReturnCase;
  /** The number of the order that the customer knows. */
  orderNumber?: Reference;
  /** What refunds give for this return. */
  refunds: Refund[];
}

export interface FoundReturns {
  /** @maxItems 100 must have at most 100 entries */
  returns: FoundReturn[];
  /** On all pages. */
  total: WholeNumber;
}

export interface ReturnStory {
  returnCase: ReturnCase;
  /** When somebody first decided about it; absent while nobody has. */
  decidedAt?: Timestamp;
  /** What refunds give for this return. */
  refunds: Refund[];
}

export interface OrderReturns {
  orderId: Id;
  /** By id. */
  returns: ReturnStory[];
}

/**
 * text of 1 to 201 characters, such as web-1001
 * @example "web-1001"
 * @minLength 1 must be text of 1 to 201 characters, such as web-1001
 * @maxLength 201 must be text of 1 to 201 characters, such as web-1001
 */
export type TicketCode = string;

/** whether somebody read the messages, or put them away */
export type TicketState = 'unread' | 'read' | 'archived';

export interface Ticket {
  /** The sales channel's whole code of the order: channel, -, number. One ticket has it. */
  code: TicketCode;
  /** The bare code of the order that the channel writes beside it, such as 02-4711. */
  orderCode: Reference;
  /** Where the messages were exchanged, such as B2w. */
  platform: Reference;
  state: TicketState;
  /** Whether the platform itself was asked to decide. */
  mediation: boolean;
  warehouse?: Reference;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

export interface TicketPage {
  /** @maxItems 100 must have at most 100 entries */
  tickets: Ticket[];
  nextCursor?: Cursor;
}

/**
 * text of 1 to 255 printable ASCII characters
 * @pattern ^(?:[!-~]{1,255})$ must be text of 1 to 255 printable ASCII characters
 */
export type IdempotencyKeyText = string;

export interface RefundGatewayFault {
  /** A code of docs/errors.md. */
  code: Reference;
  message: string;
  /** Path of the field that is wrong. */
  field?: string;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  requestId: Reference;
}

export interface AddAutomaticRefundRequest {
  sourceType: ReturnSourceType;
  sourceId: Id;
  /** What is left of the return's worth when absent. */
  amount?: Amount;
  /** The currency of the order when absent. */
  currency?: Currency;
  reason?: Note;
  note?: Note;
}

export interface AddAutomaticRefundBody {
  sourceType: ReturnSourceType;
  sourceId: Id;
  /** What is left of the return's worth when absent. */
  amount?: Amount;
  /** The currency of the order when absent. */
  currency?: Currency;
  reason?: Note;
  note?: Note;
}

export type AddAutomaticRefundResponse = Refund;

export interface AddAutomaticRefundForOrderRequest {
  orderId: Id;
  paymentId: Id;
  amount: Amount;
  currency: Currency;
  /** What the caller believes can be refunded on the payment; refused when it is something else. */
  expectedRefundable?: Amount;
  /**
   * Units that the refund covers. Their worth, the shipping and an adjustment that makes up the rest add up to the amount.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  /** Shipping cost that the refund covers. */
  shipping?: Amount;
  reason?: Note;
  note?: Note;
}

export interface AddAutomaticRefundForOrderBody {
  paymentId: Id;
  amount: Amount;
  currency: Currency;
  /** What the caller believes can be refunded on the payment; refused when it is something else. */
  expectedRefundable?: Amount;
  /**
   * Units that the refund covers. Their worth, the shipping and an adjustment that makes up the rest add up to the amount.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  /** Shipping cost that the refund covers. */
  shipping?: Amount;
  reason?: Note;
  note?: Note;
}

export type AddAutomaticRefundForOrderResponse = Refund;

export interface AddManualRefundRequest {
  sourceType: SourceType;
  sourceId: Id;
  amount: Amount;
  currency: Currency;
  destination: Destination;
  /** The caller's own number of the pay-out. */
  reference?: Reference;
  /** What the caller believes can be refunded for the source; refused when it is something else. */
  expectedRefundable?: Amount;
  /**
   * Units that the refund covers. Their worth, the shipping and an adjustment that makes up the rest add up to the amount.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  /** Shipping cost that the refund covers. */
  shipping?: Amount;
  reason?: Note;
  note?: Note;
  /** The account that the money goes to, kept as it is. */
  account?: Account;
  /** The customer's own account, kept as it is. */
  clientAccount?: Account;
}

export interface AddManualRefundBody {
  sourceType: SourceType;
  sourceId: Id;
  amount: Amount;
  currency: Currency;
  destination: Destination;
  /** The caller's own number of the pay-out. */
  reference?: Reference;
  /** What the caller believes can be refunded for the source; refused when it is something else. */
  expectedRefundable?: Amount;
  /**
   * Units that the refund covers. Their worth, the shipping and an adjustment that makes up the rest add up to the amount.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  /** Shipping cost that the refund covers. */
  shipping?: Amount;
  reason?: Note;
  note?: Note;
  /** The account that the money goes to, kept as it is. */
  account?: Account;
  /** The customer's own account, kept as it is. */
  clientAccount?: Account;
}

export type AddManualRefundResponse = Refund;

export interface GetPossibleAutoRefundsRequest {
  sourceType: SourceType;
  sourceId: Id;
}

export interface GetPossibleAutoRefundsQuery {
  sourceType: SourceType;
  sourceId: Id;
}

export type GetPossibleAutoRefundsResponse = PossibleRefunds;

export interface GetRefundStatusRequest {
  refundId: Id;
}

export type GetRefundStatusResponse = RefundStatus;

export interface UpdateRefundRequest {
  refundId: Id;
  amount: Amount;
  currency: Currency;
}

export interface UpdateRefundBody {
  amount: Amount;
  currency: Currency;
}

export type UpdateRefundResponse = Refund;

export interface ConfirmRefundRequest {
  refundId: Id;
  /** What getPossibleAutoRefunds showed as refundable for the source; refused when it is something else now. */
  expectedRefundable?: Amount;
}

export interface ConfirmRefundBody {
  /** What getPossibleAutoRefunds showed as refundable for the source; refused when it is something else now. */
  expectedRefundable?: Amount;
}

export type ConfirmRefundResponse = Refund;

export interface CancelRefundRequest {
  refundId: Id;
  reason?: Note;
}

export interface CancelRefundBody {
  reason?: Note;
}

export type CancelRefundResponse = Refund;

export interface ResolveRefundRequest {
  refundId: Id;
  /** Every transaction of the refund that is unknown or pending when absent. */
  transactionId?: Id;
  outcome: ResolvedOutcome;
  /** How you know; kept in the audit. */
  reason: Name;
  /** The provider's own id of the refund, where one transaction is resolved. */
  reference?: Reference;
}

export interface ResolveRefundBody {
  /** Every transaction of the refund that is unknown or pending when absent. */
  transactionId?: Id;
  outcome: ResolvedOutcome;
  /** How you know; kept in the audit. */
  reason: Name;
  /** The provider's own id of the refund, where one transaction is resolved. */
  reference?: Reference;
}

export type ResolveRefundResponse = Refund;

export interface RetrieveRefundsListRequest {
  /** requested when absent. */
  state?: RefundStateFilter;
  sourceType?: SourceTypeFilter;
  orderId?: Id;
  /** Only refunds added at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface RetrieveRefundsListQuery {
  /** requested when absent. */
  state?: RefundStateFilter;
  sourceType?: SourceTypeFilter;
  orderId?: Id;
  /** Only refunds added at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type RetrieveRefundsListResponse = RefundPage;

export interface GetRefundRequest {
  refundId: Id;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface GetRefundQuery {
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type GetRefundResponse = RefundDetails;

export interface QuoteRefundRequest {
  sourceType: SourceType;
  sourceId: Id;
  /** @maxItems 500 must have at most 500 entries */
  lines?: LineQuantity[];
  shipping?: Amount;
  adjustment?: SignedAmount;
  /** The whole amount; the adjustment is then worked out. */
  amount?: Amount;
}

export interface QuoteRefundBody {
  sourceType: SourceType;
  sourceId: Id;
  /** @maxItems 500 must have at most 500 entries */
  lines?: LineQuantity[];
  shipping?: Amount;
  adjustment?: SignedAmount;
  /** The whole amount; the adjustment is then worked out. */
  amount?: Amount;
}

export type QuoteRefundResponse = Quote;

export interface PutOrderRequest {
  orderId: Id;
  orderNumber?: Reference;
  currency: Currency;
  /** open when absent. */
  fulfilment?: Fulfilment;
  channel?: Reference;
  placedAt?: Timestamp;
  deliveredAt?: Timestamp;
  /** True when absent. */
  taxIncluded?: boolean;
  shipping?: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: OrderLineInput[];
  /** @maxItems 100 must have at most 100 entries */
  payments: PaymentInput[];
}

export interface PutOrderBody {
  orderNumber?: Reference;
  currency: Currency;
  /** open when absent. */
  fulfilment?: Fulfilment;
  channel?: Reference;
  placedAt?: Timestamp;
  deliveredAt?: Timestamp;
  /** True when absent. */
  taxIncluded?: boolean;
  shipping?: Amount;
  /** @maxItems 500 must have at most 500 entries */
  lines: OrderLineInput[];
  /** @maxItems 100 must have at most 100 entries */
  payments: PaymentInput[];
}

export type PutOrderResponse = Order;

export interface GetOrderRequest {
  orderId: Id;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface GetOrderQuery {
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type GetOrderResponse = Order;

export interface ListOrdersRequest {
  fulfilment?: Fulfilment;
  /** Only orders changed at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface ListOrdersQuery {
  fulfilment?: Fulfilment;
  /** Only orders changed at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type ListOrdersResponse = OrderPage;

export interface OpenReturnRequest {
  orderId: Id;
  /** When absent: return inside the return window, claim after it, cancellation before shipping. */
  kind?: ReturnKind;
  /** refund when absent. */
  compensation?: Compensation;
  /** The shop's own number of the return, unique in the shop. */
  reference?: Reference;
  reason?: Note;
  note?: Note;
  /** @maxItems 500 must have at most 500 entries */
  lines: ReturnLineInput[];
  /**
   * In which forms of getRefundForms the customer wants the money. They are filled one after the other with what the goods are worth, and the acceptance makes refunds of them.
   * @maxItems 100 must have at most 100 entries
   */
  payback?: RefundForm[];
  /** Your own number of the reason. */
  reasonCode?: WholeNumber;
  /** Your own number of the customer. */
  customer?: WholeNumber;
}

export interface OpenReturnBody {
  orderId: Id;
  /** When absent: return inside the return window, claim after it, cancellation before shipping. */
  kind?: ReturnKind;
  /** refund when absent. */
  compensation?: Compensation;
  /** The shop's own number of the return, unique in the shop. */
  reference?: Reference;
  reason?: Note;
  note?: Note;
  /** @maxItems 500 must have at most 500 entries */
  lines: ReturnLineInput[];
  /**
   * In which forms of getRefundForms the customer wants the money. They are filled one after the other with what the goods are worth, and the acceptance makes refunds of them.
   * @maxItems 100 must have at most 100 entries
   */
  payback?: RefundForm[];
  /** Your own number of the reason. */
  reasonCode?: WholeNumber;
  /** Your own number of the customer. */
  customer?: WholeNumber;
}

export type OpenReturnResponse = ReturnCase;

export interface GetReturnRequest {
  returnId: Id;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface GetReturnQuery {
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type GetReturnResponse = ReturnCase;

export interface ListReturnsRequest {
  state?: ReturnState;
  kind?: ReturnKind;
  orderId?: Id;
  /** Only returns changed at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export interface ListReturnsQuery {
  state?: ReturnState;
  kind?: ReturnKind;
  orderId?: Id;
  /** Only returns changed at this time or later. */
  since?: Timestamp;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
  /** Whether to tell also what this answer could not tell at first; a client that was made of an older WSDL might not read it. False when absent. */
  details?: boolean;
}

export type ListReturnsResponse = ReturnPage;

export interface AcceptReturnRequest {
  returnId: Id;
  /**
   * Accepted units; all when absent. A line that is not named is not accepted.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  note?: Note;
  /** As it was asked for when absent. */
  compensation?: Compensation;
}

export interface AcceptReturnBody {
  /**
   * Accepted units; all when absent. A line that is not named is not accepted.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: LineQuantity[];
  note?: Note;
  /** As it was asked for when absent. */
  compensation?: Compensation;
}

export type AcceptReturnResponse = ReturnCase;

export interface RejectReturnRequest {
  returnId: Id;
  reason: Note;
}

export interface RejectReturnBody {
  reason: Note;
}

export type RejectReturnResponse = ReturnCase;

export interface ReceiveReturnRequest {
  returnId: Id;
  /**
   * All as accepted and ok when absent. A line that is not named did not arrive.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ReceivedLine[];
  note?: Note;
}

export interface ReceiveReturnBody {
  /**
   * All as accepted and ok when absent. A line that is not named did not arrive.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ReceivedLine[];
  note?: Note;
}

export type ReceiveReturnResponse = ReturnCase;

export interface CloseReturnRequest {
  returnId: Id;
  note?: Note;
}

export interface CloseReturnBody {
  note?: Note;
}

export type CloseReturnResponse = ReturnCase;

export interface CancelReturnRequest {
  returnId: Id;
  note?: Note;
}

export interface CancelReturnBody {
  note?: Note;
}

export type CancelReturnResponse = ReturnCase;

export interface ReopenReturnRequest {
  returnId: Id;
  note?: Note;
}

export interface ReopenReturnBody {
  note?: Note;
}

export type ReopenReturnResponse = ReturnCase;

export interface AddComposedRefundRequest {
  orderId: Id;
  /**
   * Units that come back.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ComposedLine[];
  /** Shipping that is given back: an amount, or all that is left of it. */
  shipping?: ShippingAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
  /** @maxItems 100 must have at most 100 entries */
  adjustments?: AdjustmentInput[];
  /**
   * The money, payment by payment. Without parts no money moves: goods come back, and stay taken for good.
   * @maxItems 100 must have at most 100 entries
   */
  parts?: ComposedPart[];
  note?: Note;
}

export interface AddComposedRefundBody {
  /**
   * Units that come back.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ComposedLine[];
  /** Shipping that is given back: an amount, or all that is left of it. */
  shipping?: ShippingAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
  /** @maxItems 100 must have at most 100 entries */
  adjustments?: AdjustmentInput[];
  /**
   * The money, payment by payment. Without parts no money moves: goods come back, and stay taken for good.
   * @maxItems 100 must have at most 100 entries
   */
  parts?: ComposedPart[];
  note?: Note;
}

export type AddComposedRefundResponse = Refund;

export interface SuggestRefundRequest {
  orderId: Id;
  /**
   * Units that would come back.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ComposedLine[];
  /** Shipping that would be given back: an amount, or all that is left of it. */
  shipping?: ShippingAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
}

export interface SuggestRefundBody {
  /**
   * Units that would come back.
   * @maxItems 500 must have at most 500 entries
   */
  lines?: ComposedLine[];
  /** Shipping that would be given back: an amount, or all that is left of it. */
  shipping?: ShippingAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
}

export type SuggestRefundResponse = Suggestion;

export interface GetRefundFormsRequest {
  orderId: Id;
}

export type GetRefundFormsResponse = RefundForms;

export interface GetOrderLedgerRequest {
  orderId: Id;
}

export type GetOrderLedgerResponse = OrderLedger;

export interface ChoosePaybackRequest {
  returnId: Id;
  /**
   * Forms of getRefundForms, in place of those chosen before.
   * @maxItems 100 must have at most 100 entries
   */
  payback: RefundForm[];
}

export interface ChoosePaybackBody {
  /**
   * Forms of getRefundForms, in place of those chosen before.
   * @maxItems 100 must have at most 100 entries
   */
  payback: RefundForm[];
}

export type ChoosePaybackResponse = ReturnCase;

export interface WithdrawReturnRequest {
  returnId: Id;
  note?: Note;
}

export interface WithdrawReturnBody {
  note?: Note;
}

export type WithdrawReturnResponse = ReturnCase;

export interface PutTicketRequest {
  /** The sales channel's whole code of the order: channel, -, number. One ticket has it. */
  code: TicketCode;
  /** The bare code of the order that the channel writes beside it, such as 02-4711. */
  orderCode: Reference;
  /** Where the messages were exchanged, such as B2w. */
  platform: Reference;
  /** unread when absent. */
  state?: TicketState;
  /** Whether the platform itself was asked to decide; false when absent. */
  mediation?: boolean;
  warehouse?: Reference;
  createdAt: Timestamp;
  /** When it was created, when absent. */
  updatedAt?: Timestamp;
}

export interface PutTicketBody {
  /** The bare code of the order that the channel writes beside it, such as 02-4711. */
  orderCode: Reference;
  /** Where the messages were exchanged, such as B2w. */
  platform: Reference;
  /** unread when absent. */
  state?: TicketState;
  /** Whether the platform itself was asked to decide; false when absent. */
  mediation?: boolean;
  warehouse?: Reference;
  createdAt: Timestamp;
  /** When it was created, when absent. */
  updatedAt?: Timestamp;
}

export type PutTicketResponse = Ticket;

export interface GetTicketRequest {
  code: TicketCode;
}

export type GetTicketResponse = Ticket;

export interface ListTicketsRequest {
  state?: TicketState;
  platform?: Reference;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
}

export interface ListTicketsQuery {
  state?: TicketState;
  platform?: Reference;
  cursor?: Cursor;
  /** 50 when absent. */
  limit?: PageSize;
}

export type ListTicketsResponse = TicketPage;

export interface AddJointRefundRequest {
  orderId: Id;
  /**
   * The accepted returns whose goods are paid back. Without any: goods of the order itself.
   * @maxItems 100 must have at most 100 entries
   */
  returnIds?: Id[];
  /**
   * The lines of the goods, each whole. Those of the returns when absent; where no return is named, all of the order. Beside returns, all lines of theirs, unless the refund is partial: a return is paid back whole.
   * @maxItems 100 must have at most 100 entries
   */
  lineIds?: Id[];
  /** Whether amount says what is given for the goods. When it is false or absent, amount may only repeat what they are worth. */
  partial?: boolean;
  amount?: Amount;
  /** Shipping that is given back besides. */
  shipping?: Amount;
  /** Added to what is given back; below zero, less is given for the goods. */
  adjustment?: SignedAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
  note?: Note;
}

export interface AddJointRefundBody {
  /**
   * The accepted returns whose goods are paid back. Without any: goods of the order itself.
   * @maxItems 100 must have at most 100 entries
   */
  returnIds?: Id[];
  /**
   * The lines of the goods, each whole. Those of the returns when absent; where no return is named, all of the order. Beside returns, all lines of theirs, unless the refund is partial: a return is paid back whole.
   * @maxItems 100 must have at most 100 entries
   */
  lineIds?: Id[];
  /** Whether amount says what is given for the goods. When it is false or absent, amount may only repeat what they are worth. */
  partial?: boolean;
  amount?: Amount;
  /** Shipping that is given back besides. */
  shipping?: Amount;
  /** Added to what is given back; below zero, less is given for the goods. */
  adjustment?: SignedAmount;
  /** The currency of the order when absent. */
  currency?: Currency;
  note?: Note;
}

export type AddJointRefundResponse = Refund;

export interface ConfirmOrderRequest {
  orderId: Id;
}

export type ConfirmOrderResponse = Order;

export interface SendOrderRequest {
  orderId: Id;
}

export type SendOrderResponse = Order;

export interface CancelOrderRequest {
  orderId: Id;
}

export type CancelOrderResponse = Order;

export interface GetOrderReturnsRequest {
  orderId: Id;
}

export type GetOrderReturnsResponse = OrderReturns;

export interface SearchOrdersRequest {
  /** @maxItems 100 must have at most 100 entries */
  orderIds?: Id[];
  /**
   * The numbers that customers know; an order without one is known by its id.
   * @maxItems 100 must have at most 100 entries
   */
  orderNumbers?: Reference[];
  /** @maxItems 100 must have at most 100 entries */
  fulfilments?: Fulfilment[];
  /** Only orders placed at this time or later. */
  placedFrom?: Timestamp;
  placedBefore?: Timestamp;
  /** Only orders changed at this time or later. */
  updatedFrom?: Timestamp;
  updatedBefore?: Timestamp;
  /** Number of the page, from 1 on. */
  page: Quantity;
  limit: PageSize;
}

export interface SearchOrdersBody {
  /** @maxItems 100 must have at most 100 entries */
  orderIds?: Id[];
  /**
   * The numbers that customers know; an order without one is known by its id.
   * @maxItems 100 must have at most 100 entries
   */
  orderNumbers?: Reference[];
  /** @maxItems 100 must have at most 100 entries */
  fulfilments?: Fulfilment[];
  /** Only orders placed at this time or later. */
  placedFrom?: Timestamp;
  placedBefore?: Timestamp;
  /** Only orders changed at this time or later. */
  updatedFrom?: Timestamp;
  updatedBefore?: Timestamp;
  /** Number of the page, from 1 on. */
  page: Quantity;
  limit: PageSize;
}

export type SearchOrdersResponse = FoundOrders;

export interface SearchReturnsRequest {
  /** A cancellation is found as a return. */
  sourceType: ReturnSourceType;
  /** @maxItems 100 must have at most 100 entries */
  returnIds?: Id[];
  /** @maxItems 100 must have at most 100 entries */
  orderIds?: Id[];
  /** @maxItems 100 must have at most 100 entries */
  states?: ReturnState[];
  payout?: Payout;
  /** Only returns opened at this time or later. */
  openedFrom?: Timestamp;
  openedBefore?: Timestamp;
  /** Number of the page, from 1 on. */
  page: Quantity;
  limit: PageSize;
}

export interface SearchReturnsBody {
  /** A cancellation is found as a return. */
  sourceType: ReturnSourceType;
  /** @maxItems 100 must have at most 100 entries */
  returnIds?: Id[];
  /** @maxItems 100 must have at most 100 entries */
  orderIds?: Id[];
  /** @maxItems 100 must have at most 100 entries */
  states?: ReturnState[];
  payout?: Payout;
  /** Only returns opened at this time or later. */
  openedFrom?: Timestamp;
  openedBefore?: Timestamp;
  /** Number of the page, from 1 on. */
  page: Quantity;
  limit: PageSize;
}

export type SearchReturnsResponse = FoundReturns;

export interface AmendReturnRequest {
  returnId: Id;
  /** The shop's own number of the return, unique in the shop. Empty takes it away; absent, it stays. */
  reference?: ReferenceOrEmpty;
  /** In place of the note that was there. Empty takes it away; absent, it stays. */
  note?: Note;
}

export interface AmendReturnBody {
  /** The shop's own number of the return, unique in the shop. Empty takes it away; absent, it stays. */
  reference?: ReferenceOrEmpty;
  /** In place of the note that was there. Empty takes it away; absent, it stays. */
  note?: Note;
}

export type AmendReturnResponse = ReturnCase;

export interface CloseReturnAnywayRequest {
  returnId: Id;
  note?: Note;
}

export interface CloseReturnAnywayBody {
  note?: Note;
}

export type CloseReturnAnywayResponse = ReturnCase;

/** What each operation takes and gives. */
export interface OperationTypes {
  addAutomaticRefund: { request: AddAutomaticRefundRequest; response: AddAutomaticRefundResponse };
  addAutomaticRefundForOrder: { request: AddAutomaticRefundForOrderRequest; response: AddAutomaticRefundForOrderResponse };
  addManualRefund: { request: AddManualRefundRequest; response: AddManualRefundResponse };
  getPossibleAutoRefunds: { request: GetPossibleAutoRefundsRequest; response: GetPossibleAutoRefundsResponse };
  getRefundStatus: { request: GetRefundStatusRequest; response: GetRefundStatusResponse };
  updateRefund: { request: UpdateRefundRequest; response: UpdateRefundResponse };
  confirmRefund: { request: ConfirmRefundRequest; response: ConfirmRefundResponse };
  cancelRefund: { request: CancelRefundRequest; response: CancelRefundResponse };
  resolveRefund: { request: ResolveRefundRequest; response: ResolveRefundResponse };
  retrieveRefundsList: { request: RetrieveRefundsListRequest; response: RetrieveRefundsListResponse };
  getRefund: { request: GetRefundRequest; response: GetRefundResponse };
  quoteRefund: { request: QuoteRefundRequest; response: QuoteRefundResponse };
  putOrder: { request: PutOrderRequest; response: PutOrderResponse };
  getOrder: { request: GetOrderRequest; response: GetOrderResponse };
  listOrders: { request: ListOrdersRequest; response: ListOrdersResponse };
  openReturn: { request: OpenReturnRequest; response: OpenReturnResponse };
  getReturn: { request: GetReturnRequest; response: GetReturnResponse };
  listReturns: { request: ListReturnsRequest; response: ListReturnsResponse };
  acceptReturn: { request: AcceptReturnRequest; response: AcceptReturnResponse };
  rejectReturn: { request: RejectReturnRequest; response: RejectReturnResponse };
  receiveReturn: { request: ReceiveReturnRequest; response: ReceiveReturnResponse };
  closeReturn: { request: CloseReturnRequest; response: CloseReturnResponse };
  cancelReturn: { request: CancelReturnRequest; response: CancelReturnResponse };
  reopenReturn: { request: ReopenReturnRequest; response: ReopenReturnResponse };
  addComposedRefund: { request: AddComposedRefundRequest; response: AddComposedRefundResponse };
  suggestRefund: { request: SuggestRefundRequest; response: SuggestRefundResponse };
  getRefundForms: { request: GetRefundFormsRequest; response: GetRefundFormsResponse };
  getOrderLedger: { request: GetOrderLedgerRequest; response: GetOrderLedgerResponse };
  choosePayback: { request: ChoosePaybackRequest; response: ChoosePaybackResponse };
  withdrawReturn: { request: WithdrawReturnRequest; response: WithdrawReturnResponse };
  putTicket: { request: PutTicketRequest; response: PutTicketResponse };
  getTicket: { request: GetTicketRequest; response: GetTicketResponse };
  listTickets: { request: ListTicketsRequest; response: ListTicketsResponse };
  addJointRefund: { request: AddJointRefundRequest; response: AddJointRefundResponse };
  confirmOrder: { request: ConfirmOrderRequest; response: ConfirmOrderResponse };
  sendOrder: { request: SendOrderRequest; response: SendOrderResponse };
  cancelOrder: { request: CancelOrderRequest; response: CancelOrderResponse };
  getOrderReturns: { request: GetOrderReturnsRequest; response: GetOrderReturnsResponse };
  searchOrders: { request: SearchOrdersRequest; response: SearchOrdersResponse };
  searchReturns: { request: SearchReturnsRequest; response: SearchReturnsResponse };
  amendReturn: { request: AmendReturnRequest; response: AmendReturnResponse };
  closeReturnAnyway: { request: CloseReturnAnywayRequest; response: CloseReturnAnywayResponse };
}

/** The REST twin of each operation, and its header blocks. */
export const OPERATIONS = {
  addAutomaticRefund: {
    method: 'POST',
    path: '/refunds/automatic',
    summary: 'Adds a refund of an accepted return or claim, planned over the payments of its order and reserved at once. It is sent after confirmRefund.',
    headers: ['IdempotencyKey'],
  },
  addAutomaticRefundForOrder: {
    method: 'POST',
    path: '/orders/{orderId}/refunds/automatic',
    summary: 'Adds a refund of one payment of an order and reserves its amount. It is sent after confirmRefund.',
    headers: ['IdempotencyKey'],
  },
  addManualRefund: {
    method: 'POST',
    path: '/refunds/manual',
    summary: 'Adds a refund whose money moves outside (cash, transfer, customer balance, voucher) and reserves its amount. confirmRefund records that it moved.',
    headers: ['IdempotencyKey'],
  },
  getPossibleAutoRefunds: {
    method: 'GET',
    path: '/refunds/possible',
    summary: 'Tells what can still be refunded for an order, a return or a claim, payment by payment.',
    headers: [],
  },
  getRefundStatus: {
    method: 'GET',
    path: '/refunds/{refundId}/status',
    summary: 'Tells where a refund and each of its transactions stand.',
    headers: [],
  },
  updateRefund: {
    method: 'PATCH',
    path: '/refunds/{refundId}',
    summary: 'Changes the amount of a refund that is not confirmed.',
    headers: ['IdempotencyKey'],
  },
  confirmRefund: {
    method: 'POST',
    path: '/refunds/{refundId}/confirm',
    summary: 'Confirms a refund: an automatic one is handed to the provider, a manual one is recorded as paid out.',
    headers: ['IdempotencyKey'],
  },
  cancelRefund: {
    method: 'POST',
    path: '/refunds/{refundId}/cancel',
    summary: 'Cancels a refund that was never handed to its provider, and releases its money.',
    headers: ['IdempotencyKey'],
  },
  resolveRefund: {
    method: 'POST',
    path: '/refunds/{refundId}/resolve',
    summary: 'Records what a person found out at the provider about a refund that is unknown or pending.',
    headers: ['IdempotencyKey'],
  },
  retrieveRefundsList: {
    method: 'GET',
    path: '/refunds',
    summary: 'Lists refunds by id; those that wait for confirmation unless another state is asked for.',
    headers: [],
  },
  getRefund: {
    method: 'GET',
    path: '/refunds/{refundId}',
    summary: 'Shows a refund whole: lines, transactions and audit entries.',
    headers: [],
  },
  quoteRefund: {
    method: 'POST',
    path: '/refunds/quote',
    summary: 'Works out what a refund would give back, to where and why. Writes nothing.',
    headers: [],
  },
  putOrder: {
    method: 'PUT',
    path: '/orders/{orderId}',
    summary: 'Stores an order with its lines and payments under the shop\'s own id, or replaces it.',
    headers: ['IdempotencyKey'],
  },
  getOrder: {
    method: 'GET',
    path: '/orders/{orderId}',
    summary: 'Shows an order with its lines and payments.',
    headers: [],
  },
  listOrders: {
    method: 'GET',
    path: '/orders',
    summary: 'Lists orders by id.',
    headers: [],
  },
  openReturn: {
    method: 'POST',
    path: '/returns',
    summary: 'Opens a return, claim or cancellation for units of an order.',
    headers: ['IdempotencyKey'],
  },
  getReturn: {
    method: 'GET',
    path: '/returns/{returnId}',
    summary: 'Shows a return.',
    headers: [],
  },
  listReturns: {
    method: 'GET',
    path: '/returns',
    summary: 'Lists returns by id.',
    headers: [],
  },
  acceptReturn: {
    method: 'POST',
    path: '/returns/{returnId}/accept',
    summary: 'Accepts a return, whole or for fewer units.',
    headers: ['IdempotencyKey'],
  },
  rejectReturn: {
    method: 'POST',
    path: '/returns/{returnId}/reject',
    summary: 'Rejects a return.',
    headers: ['IdempotencyKey'],
  },
  receiveReturn: {
    method: 'POST',
    path: '/returns/{returnId}/receive',
    summary: 'Records what arrived, in which condition, and what goes back to stock.',
    headers: ['IdempotencyKey'],
  },
  closeReturn: {
    method: 'POST',
    path: '/returns/{returnId}/close',
    summary: 'Closes a return whose goods were received.',
    headers: ['IdempotencyKey'],
  },
  cancelReturn: {
    method: 'POST',
    path: '/returns/{returnId}/cancel',
    summary: 'Cancels a return.',
    headers: ['IdempotencyKey'],
  },
  reopenReturn: {
    method: 'POST',
    path: '/returns/{returnId}/reopen',
    summary: 'Takes a closed, rejected or cancelled return up again: it is accepted once more, as far as it was before. Asked for by a buyer (returns:ask), a cancelled one that nobody had decided about is open again.',
    headers: ['IdempotencyKey'],
  },
  addComposedRefund: {
    method: 'POST',
    path: '/orders/{orderId}/refunds/composed',
    summary: 'Adds a refund that you put together, of units, shipping, adjustments and a part for each payment, and carries it out at once. What a provider can move is handed to it, the rest is recorded as given back; there is nothing to confirm.',
    headers: ['IdempotencyKey'],
  },
  suggestRefund: {
    method: 'POST',
    path: '/orders/{orderId}/refunds/suggestion',
    summary: 'Works out what a refund of these units and this shipping would be of, and which payments would give it back. Writes nothing.',
    headers: [],
  },
  getRefundForms: {
    method: 'GET',
    path: '/orders/{orderId}/refund-forms',
    summary: 'Tells in which forms the customer may have the money of an order back, and how much of it.',
    headers: [],
  },
  getOrderLedger: {
    method: 'GET',
    path: '/orders/{orderId}/ledger',
    summary: 'Shows an order with all that was given back of it, and what is still left.',
    headers: [],
  },
  choosePayback: {
    method: 'PUT',
    path: '/returns/{returnId}/payback',
    summary: 'Replaces the forms in which the customer wants the money, while nobody has decided about the return.',
    headers: ['IdempotencyKey'],
  },
  withdrawReturn: {
    method: 'POST',
    path: '/returns/{returnId}/withdraw',
    summary: 'Cancels a return together with those of its refunds that wait for confirmation.',
    headers: ['IdempotencyKey'],
  },
  putTicket: {
    method: 'PUT',
    path: '/tickets/{code}',
    summary: 'Tells of a ticket of a sales channel, or replaces what was told of it; its messages are elsewhere.',
    headers: ['IdempotencyKey'],
  },
  getTicket: {
    method: 'GET',
    path: '/tickets/{code}',
    summary: 'Shows what was told of a ticket.',
    headers: ['IdempotencyKey'],
  },
  listTickets: {
    method: 'GET',
    path: '/tickets',
    summary: 'Lists tickets, the newest first.',
    headers: ['IdempotencyKey'],
  },
  addJointRefund: {
    method: 'POST',
    path: '/orders/{orderId}/refunds/joint',
    summary: 'Adds one refund for several returns of an order, with shipping and an adjustment, and carries it out at once. It is planned over all payments; what no provider can give back is recorded as given back.',
    headers: ['IdempotencyKey'],
  },
  confirmOrder: {
    method: 'POST',
    path: '/orders/{orderId}/confirm',
    summary: 'Records that the merchant takes a paid order on.',
    headers: ['IdempotencyKey'],
  },
  sendOrder: {
    method: 'POST',
    path: '/orders/{orderId}/send',
    summary: 'Records that the merchant has sent the goods of an order that he took on.',
    headers: ['IdempotencyKey'],
  },
  cancelOrder: {
    method: 'POST',
    path: '/orders/{orderId}/cancel',
    summary: 'Records that the merchant gives up an order that is not sent. No money moves: what was paid is refunded apart.',
    headers: ['IdempotencyKey'],
  },
  getOrderReturns: {
    method: 'GET',
    path: '/orders/{orderId}/returns',
    summary: 'Shows the returns of an order, each with its refunds.',
    headers: [],
  },
  searchOrders: {
    method: 'POST',
    path: '/orders/search',
    summary: 'Finds orders by many ids, numbers, states or days at once, with their payments and refunds, page by counted page. A list that is empty finds nothing.',
    headers: [],
  },
  searchReturns: {
    method: 'POST',
    path: '/returns/search',
    summary: 'Finds returns or claims by many ids, orders, states or days at once, with their refunds, page by counted page. A list that is empty finds nothing.',
    headers: [],
  },
  amendReturn: {
    method: 'PATCH',
    path: '/returns/{returnId}',
    summary: 'Changes what was written about a return; its state, goods and money stay.',
    headers: ['IdempotencyKey'],
  },
  closeReturnAnyway: {
    method: 'POST',
    path: '/returns/{returnId}/close-anyway',
    summary: 'Closes an accepted return whether its goods came or not.',
    headers: ['IdempotencyKey'],
  },
} as const;
