/**
 * What the services need from outside, and what they may rely on. `persistence` and `providers` stand behind these.
 * All methods are bound to one shop by their first argument; an object of another shop is not there.
 */
import type { Fulfilment, Order, OrderLine, OrderSummary, Payment } from '../domain/order';
import type { Destination, NamedAdjustment, Refund, RefundLine, RefundState, SourceType } from '../domain/refund';
import type { ReturnShare } from '../domain/sharing';
import type { Shop } from '../domain/shop';
import type { TransactionState } from '../domain/transaction';
import type { UnitRange } from '../domain/units';
import type { ChannelOrderReads } from './ports-of-channels';
import type { CredentialReads, CredentialStore } from './ports-of-credentials';
import type { InboxReads, InboxStore } from './ports-of-inbox';
import type { ListingReads } from './ports-of-listings';
import type { OutboxReads, OutboxStore } from './ports-of-outbox';
import type { PotChange } from './ports-of-pots';
import type { ReturnReads, ReturnStore } from './ports-of-returns';
import type { CountedPage, OrderSearch, Page } from './ports-of-searches';
import type { SimulatedBooks } from './ports-of-simulated-books';
import type { TicketReads, TicketStore } from './ports-of-tickets';

export type { ApiKeyRecord, CredentialReads, CredentialStore, LoginRecord } from './ports-of-credentials';
export type { InboxReads, InboxRow, InboxStore, NewInboxRow } from './ports-of-inbox';
export type {
  BookingField,
  BookingSort,
  BookingPlace,
  ItemField,
  ItemSort,
  ItemPlace,
  ListingReads,
  OrderField,
  OrderSort,
  RefundField,
  RefundSort,
} from './ports-of-listings';
export type { OutboxReads, OutboxRow, OutboxStore, Tries } from './ports-of-outbox';
export type { PotChange } from './ports-of-pots';
export type { ReturnFilter, ReturnReads, ReturnStore, UnitsOfReturn } from './ports-of-returns';
export type {
  Condition,
  CountedPage,
  Listing,
  OrderSearch,
  Ordering,
  Page,
  Period,
  ReturnSearch,
} from './ports-of-searches';
export type { ReturnField, ReturnOrder } from './ports-of-searches';
export type { SimulatedBooks, SimulatedRefund } from './ports-of-simulated-books';
export type {
  ListedRefund,
  PaymentProvider,
  ProviderListing,
  ProviderLookup,
  ProviderNews,
  ProviderOutcome,
  RefundOrder,
  VerifiedWebhook,
  WebhookHeaders,
} from './ports-of-providers';

/** Epoch milliseconds. A fixed clock stands here in tests. */
export interface Clock {
  now(): number;
}

export interface OrderFilter extends Page {
  readonly fulfilment?: Fulfilment;
  /** Changed at this time (epoch ms) or later. */
  readonly since?: number;
}

export interface RefundFilter extends Page {
  /** Absent: refunds in every state. */
  readonly state?: RefundState;
  readonly sourceType?: SourceType;
  readonly orderId?: number;
  /** Added at this time (epoch ms) or later. */
  readonly since?: number;
  /** How many refunds to leave out before the first; for platforms that count their pages. */
  readonly skip?: number;
}

/** How platforms name a refund that have no ids for them. */
export interface RefundNumber {
  readonly sourceType: SourceType;
  readonly sourceId: number;
  readonly ordinal: number;
}

export interface OrderReads {
  find(shop: string, orderId: number): Promise<Order | undefined>;
  list(shop: string, filter: OrderFilter): Promise<OrderSummary[]>;
  /** @param search its `after` leaves out the ids up to that one */
  search(shop: string, search: OrderSearch & CountedPage & Partial<Pick<Page, 'after'>>): Promise<OrderSummary[]>;
  /** How many orders the search finds on all pages. */
  countFound(shop: string, search: OrderSearch): Promise<number>;
  /** The payments of these orders, by the id of the order. */
  paymentsIn(shop: string, orderIds: readonly number[]): Promise<ReadonlyMap<number, readonly Payment[]>>;
  /** The orders with a line of this id, as far as two of them: more than one are too many for whoever names a line alone. */
  withLine(shop: string, lineId: number): Promise<number[]>;
  /** The lines of these orders, by the id of the order. */
  linesIn(shop: string, orderIds: readonly number[]): Promise<ReadonlyMap<number, readonly OrderLine[]>>;
}

export interface OrderStore extends OrderReads {
  /** Marks the number as used by a refund of the order. The order is taken, so nobody else can have used it. */
  takeOrdinal(shop: string, orderId: number, ordinal: number): Promise<void>;
  /**
   * Takes the order for this unit of work and reads it: until the unit ends nobody else decides about its money.
   * Every decision about an order begins here, whichever door it came through.
   */
  lock(shop: string, orderId: number): Promise<Order | undefined>;
  /** Writes the order with its lines and payments; what the pots hold (committed, refunded) is left alone. */
  put(shop: string, order: Order): Promise<void>;
  /** Writes how far the order has come with its merchant. */
  mark(shop: string, order: Pick<Order, 'id' | 'fulfilment' | 'confirmedAt' | 'updatedAt'>): Promise<void>;
  /**
   * Changes the pots of the order and, when named, of one payment. Conditional: refuses with
   * `amount_exceeds_refundable` and changes nothing when a pot would leave 0 <= refunded <= committed <= captured.
   */
  change(shop: string, orderId: number, paymentId: number | undefined, change: PotChange): Promise<void>;
  /** The payments that this provider knows under this id, by order. */
  paymentsOf(shop: string, provider: string, reference: string): Promise<{ orderId: number; paymentId: number }[]>;
}

/** A transaction as the store keeps it, with what only sending needs. */
export interface TransactionRecord {
  readonly id: number;
  readonly shop: string;
  readonly refundId: number;
  readonly orderId: number;
  /** The returns that it gives money for, each with its part of the amount; none where all of it is for the order. */
  readonly shares: readonly ReturnShare[];
  readonly state: TransactionState;
  readonly amount: number;
  readonly currency: string;
  readonly paymentId?: number;
  readonly provider?: string;
  readonly destination?: Destination;
  /** How the money goes back, where that is not how it came. */
  readonly way?: string;
  /** The account that the money of a manual refund goes to, and the customer's own, as the caller wrote them. */
  readonly account?: string;
  readonly clientAccount?: string;
  /** The key under which the provider is asked. Stored before the first try, never made anew. */
  readonly providerKey?: string;
  readonly reference?: string;
  readonly message?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly settledAt?: number;
  /** When it was first handed to its provider; never changes, whatever the provider says later. */
  readonly sentAt?: number;
}

export type NewTransaction = Pick<
  TransactionRecord,
  | 'amount'
  | 'paymentId'
  | 'provider'
  | 'destination'
  | 'way'
  | 'providerKey'
  | 'reference'
  | 'account'
  | 'clientAccount'
> &
  // Absent where all of it is for the source of the refund.
  Partial<Pick<TransactionRecord, 'shares'>>;

export type NewRefund = Omit<Refund, 'id' | 'transactions' | 'confirmedAt'> & {
  /** The return that is refunded, whatever its kind. */
  readonly returnId?: number;
  readonly lines: readonly RefundLine[];
  readonly adjustments?: readonly NamedAdjustment[];
  readonly transactions: readonly NewTransaction[];
};

export interface RefundReads {
  find(shop: string, refundId: number): Promise<Refund | undefined>;
  /** The order that a refund belongs to; it never changes. */
  orderOf(shop: string, refundId: number): Promise<number | undefined>;
  /** The refund with this number among the payments and refunds of its source. */
  findNumbered(shop: string, source: RefundNumber): Promise<Refund | undefined>;
  /** The refunds of these sources, which are all of one type, by source and number. */
  ofSources(shop: string, sourceType: SourceType, sourceIds: readonly number[]): Promise<Refund[]>;
  linesOf(shop: string, refundId: number): Promise<RefundLine[]>;
  /** The refunds of these orders and of their returns, by order and id. */
  ofOrders(shop: string, orderIds: readonly number[]): Promise<Refund[]>;
  /** The lines of the same refunds, by order, refund and position. */
  linesOfOrders(shop: string, orderIds: readonly number[]): Promise<(RefundLine & { readonly refundId: number })[]>;
  /** The same for the adjustments that callers named. */
  adjustmentsOfOrders(
    shop: string,
    orderIds: readonly number[],
  ): Promise<(NamedAdjustment & { readonly refundId: number })[]>;
  list(shop: string, filter: RefundFilter): Promise<Refund[]>;
  /** How many refunds are in this state. */
  count(shop: string, filter: Pick<RefundFilter, 'sourceType'> & { readonly state: RefundState }): Promise<number>;
}

/** What a refund is made of once it has another amount; without lines it keeps those it has. */
export interface ResizedContent extends Pick<NewRefund, 'adjustment'> {
  readonly lines?: readonly RefundLine[];
}

export interface RefundStore extends RefundReads {
  /** The transaction that was sent under this key. */
  findByProviderKey(shop: string, providerKey: string): Promise<TransactionRecord | undefined>;
  /** The transactions that this provider knows under its own id; more than one where it uses an id twice. */
  findByReference(shop: string, provider: string, reference: string): Promise<TransactionRecord[]>;
  /** All transactions that give this payment back, or would. */
  ofPayment(shop: string, orderId: number, paymentId: number): Promise<TransactionRecord[]>;
  add(shop: string, refund: NewRefund): Promise<Refund>;
  transactionsOf(shop: string, refundId: number): Promise<TransactionRecord[]>;
  transaction(shop: string, transactionId: number): Promise<TransactionRecord | undefined>;
  /** Writes another amount and adjustment on a refund, and other lines where some are given; its transactions are changed apart. */
  resize(shop: string, refundId: number, amount: number, content: ResizedContent): Promise<void>;
  /** Writes another amount on a transaction that is still requested; refuses as `move` when it is not. */
  resizeTransaction(transaction: TransactionRecord, amount: number, at: number): Promise<void>;
  /** Takes a transaction that is still requested out of its refund; refuses as `move` when it is not. */
  dropTransaction(transaction: TransactionRecord): Promise<void>;
  addTransaction(shop: string, refundId: number, added: NewTransaction, at: number): Promise<void>;
  markConfirmed(shop: string, refundId: number, at: number): Promise<void>;
  /**
   * Moves a transaction from one state to another, and only from that one: refuses with `transition_not_allowed`
   * when it has meanwhile left it.
   */
  move(
    transaction: TransactionRecord,
    to: TransactionState,
    at: number,
    news?: { readonly reference?: string; readonly message?: string },
  ): Promise<void>;
  /** Units of the order's lines held by live refunds of the order itself (not by goods of its returns), by line. */
  unitsTaken(shop: string, orderId: number): Promise<{ lineId: number; units: readonly UnitRange[] }[]>;
  /** Shipping covered by live refunds of the order, in minor units. */
  shippingTaken(shop: string, orderId: number): Promise<number>;
}

/** What is remembered of a wish that had an idempotency key. */
export interface RememberedAnswer {
  readonly operation: string;
  /** SHA-256 of operation and wish. */
  readonly fingerprint: string;
  /** The answer, as JSON. */
  readonly answer: string;
}

export interface IdempotencyStore {
  find(shop: string, credential: string, key: string): Promise<RememberedAnswer | undefined>;
  add(shop: string, credential: string, key: string, remembered: RememberedAnswer, at: number): Promise<void>;
}

export type AuditSubject = 'refund' | 'order' | 'return';

export interface AuditEntry {
  readonly id: number;
  readonly subject: AuditSubject;
  readonly subjectId: number;
  readonly actor: string;
  readonly action: string;
  readonly requestId?: string;
  /** What it was and what it became, as JSON; absent where there was nothing. */
  readonly before?: string;
  readonly after?: string;
  readonly at: number;
}

/** An entry with its place in the chain of its shop. */
export interface ChainedEntry extends AuditEntry {
  /** 1, 2, 3 ... without a gap. */
  readonly seq: number;
  /** SHA-256 over the hash of the entry before and the contents of this one. */
  readonly hash: string;
}

/** Where the chain of a shop ends. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditReads {
  of(shop: string, subject: AuditSubject, subjectId: number): Promise<AuditEntry[]>;
  /** Undefined while the shop has no entry. */
  head(shop: string): Promise<AuditHead | undefined>;
  /** At most `limit` entries after this sequence number, in the order of the chain. */
  chain(shop: string, after: number, limit: number): Promise<ChainedEntry[]>;
}

/** Append-only: the database itself refuses to change or delete an entry. */
export interface AuditStore extends AuditReads {
  /** As `head`, and holds the chain for this unit of work: nobody else appends to it until the unit ends. */
  takeHead(shop: string): Promise<AuditHead | undefined>;
  /** Appends the entry, and moves the head to it. */
  add(shop: string, entry: Omit<ChainedEntry, 'id'>): Promise<void>;
}

export interface ShopStore {
  find(code: string): Promise<Shop | undefined>;
  /** Gives the shop the number after the highest. Refuses with `reference_taken`. */
  add(shop: Omit<Shop, 'number'>, at: number): Promise<void>;
  /** Writes what of a shop may be changed; nothing where there is no such shop. */
  set(shop: Shop): Promise<void>;
}

export interface ProviderSettingsStore {
  find(shop: string, provider: string): Promise<string | undefined>;
  /** Stores settings that are already encrypted. */
  put(shop: string, provider: string, sealed: string, at: number): Promise<void>;
}

export interface ReadStores {
  readonly orders: OrderReads;
  readonly listings: ListingReads;
  readonly channelOrders: ChannelOrderReads;
  readonly returns: ReturnReads;
  readonly refunds: RefundReads & Pick<RefundStore, 'unitsTaken' | 'shippingTaken'>;
  readonly audit: AuditReads;
  readonly shops: Pick<ShopStore, 'find'>;
  readonly credentials: CredentialReads;
  readonly providerSettings: Pick<ProviderSettingsStore, 'find'>;
  readonly outbox: OutboxReads;
  readonly inbox: InboxReads;
  readonly tickets: TicketReads;
  readonly simulatedBooks: Pick<SimulatedBooks, 'find' | 'turning' | 'ofPayment'>;
}

export interface Stores extends ReadStores {
  readonly orders: OrderStore;
  readonly returns: ReturnStore;
  readonly refunds: RefundStore;
  readonly outbox: OutboxStore & OutboxReads;
  readonly inbox: InboxStore & InboxReads;
  readonly tickets: TicketStore;
  readonly idempotency: IdempotencyStore;
  readonly audit: AuditStore;
  readonly shops: ShopStore;
  readonly credentials: CredentialStore;
  readonly providerSettings: ProviderSettingsStore;
  readonly simulatedBooks: SimulatedBooks;
}

/**
 * All or nothing: what `change` wrote is durable when `run` answers, and gone when it throws. Never call `run` inside
 * `run`, and nothing slow inside it: no network, no timers. Refuses with `gateway_busy` when too many wait or the
 * database is away, within seconds; with its subclass `CommitLost` when nobody knows whether the COMMIT was carried out.
 */
export interface UnitOfWork {
  run<T>(change: (stores: Stores) => Promise<T>): Promise<T>;
}

/** Reads what is committed; decides nothing. */
export interface Reader {
  read<T>(look: (stores: ReadStores) => Promise<T>): Promise<T>;
}

/** Encrypts what must be read again, such as a provider's credentials. */
export interface Sealer {
  seal(clear: string): string;
  open(sealed: string): string;
}
