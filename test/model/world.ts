/**
 * What the gateway should be, told a second time: a world of plain objects, written from the design and without a line of
 * the source. Nothing here is added up ahead: what is held is counted from the transactions whenever somebody asks.
 */

export type TransactionState =
  | 'requested'
  | 'approved'
  | 'sending'
  | 'pending'
  | 'unknown'
  | 'settled'
  | 'declined'
  | 'cancelled'
  | 'reversed';
export type ReturnState = 'open' | 'accepted' | 'received' | 'closed' | 'rejected' | 'cancelled';
export type Word = 'pending' | 'settled' | 'declined' | 'reversed';
export type Strategy = 'largest_first' | 'oldest_first' | 'original_ratio' | 'card_before_voucher';

export interface Payment {
  readonly id: number;
  readonly provider: string;
  readonly method: string;
  readonly reference?: string;
  readonly refundable: boolean;
  readonly captured: number;
  readonly capturedAt?: number;
}

export interface Line {
  readonly id: number;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
  readonly total: number;
}

export interface Order {
  readonly id: number;
  readonly currency: string;
  readonly fulfilment: string;
  readonly deliveredAt?: number;
  readonly shipping: number;
  readonly lines: readonly Line[];
  /** By their ids. */
  readonly payments: readonly Payment[];
  /** All that the shop said of it: to know whether it says the same again. */
  readonly said: string;
}

export interface ReturnLine {
  readonly lineId: number;
  readonly requested: number;
  accepted: number;
  acceptedBefore?: number;
  received: number;
  condition?: string;
  restock: boolean;
  restockReported: boolean;
  /** Numbers of the units of the order line, from 1. */
  units: readonly number[];
  amount: number;
}

export interface Return {
  /** As the gateway numbered it; absent until it was seen. */
  id?: number;
  readonly orderId: number;
  readonly kind: string;
  readonly compensation: string;
  state: ReturnState;
  lines: ReturnLine[];
}

export interface Transaction {
  id?: number;
  readonly refund: Refund;
  state: TransactionState;
  amount: number;
  readonly paymentId?: number;
  readonly provider?: string;
  readonly destination?: string;
  /** When its provider was first told of it. */
  sentAt?: number;
  /** The provider's own name of it, once it told one. */
  reference?: string;
  /** What was said about it and cannot be true; each is written down once. */
  readonly contradictions: Set<string>;
  /** A person or a webhook told something else than the provider's books: they need not agree any more. */
  misled: boolean;
}

export interface Refund {
  id?: number;
  readonly orderId: number;
  readonly sourceType: string;
  readonly sourceId: number;
  readonly returned?: Return;
  readonly method: 'automatic' | 'manual';
  readonly currency: string;
  amount: number;
  lines: readonly { readonly lineId: number; readonly units: readonly number[]; readonly amount: number }[];
  readonly shipping: number;
  adjustment: number;
  confirmed: boolean;
  transactions: Transaction[];
}

/** A wish that was granted under a key. */
export interface KeptAnswer {
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly answer: unknown;
}

export interface Shop {
  readonly code: string;
  readonly strategy: Strategy;
  readonly orders: Map<number, Order>;
  readonly returns: Return[];
  readonly refunds: Refund[];
  readonly kept: KeptAnswer[];
  /** Entries that its audit should have. */
  audited: number;
}

/** A refund in the provider's own books. */
export interface Booked {
  readonly shop: Shop;
  readonly transaction: Transaction;
  readonly paymentReference: string;
  readonly amount: number;
  status: Word;
  becomes?: Word;
  becomesAt?: number;
}

/** A call to the provider that was begun and whose answer has not come. */
export interface Flight {
  readonly shop: Shop;
  readonly transaction: Transaction;
  readonly plan: ProviderPlan;
  /** Somebody else asks after it by now. */
  overtaken: boolean;
  /** What the provider said, where the line is held up on the way back. */
  said?: Word | 'unknown';
}

export type Scenario =
  | 'settles'
  | 'declines'
  | 'settles_later'
  | 'declines_later'
  | 'reverses_later'
  | 'lost_before_effect'
  | 'lost_after_effect';

/** What the provider does with what it is sent, and where the line is held up meanwhile. */
export interface ProviderPlan {
  readonly scenario: Scenario;
  readonly laterMs: number;
  readonly held: 'no' | 'before' | 'after';
}

/** What a webhook told, and whether it found its place in our books. */
export interface Told {
  readonly shop: Shop;
  readonly event: string;
  readonly word: Word;
  /** The refund of ours that it names by its key. */
  readonly transaction?: Transaction;
  readonly reference: string;
  readonly paymentReference: string;
  readonly amount: number;
  readonly currency: string;
  placed: boolean;
}

export interface World {
  now: number;
  readonly shops: readonly Shop[];
  readonly books: Booked[];
  readonly inbox: Told[];
  flights: Flight[];
  /** Calls that were under way when the gateway was killed: they may still reach the provider. */
  strays: Flight[];
  /** Refunds whose line broke once before the effect; the simulated provider forgets them with its process. */
  readonly broken: Set<Transaction>;
  /** Hears of every step of a transaction and a return. */
  readonly onStep: (thing: 'transaction' | 'return', from: string, to: string) => void;
}

export function newWorld(now: number, shops: readonly Shop[], onStep: World['onStep']): World {
  return { now, shops, books: [], inbox: [], flights: [], strays: [], broken: new Set(), onStep };
}

export function newShop(code: string, strategy: Strategy): Shop {
  return { code, strategy, orders: new Map(), returns: [], refunds: [], kept: [], audited: 0 };
}
