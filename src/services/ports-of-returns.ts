/** What the services need to keep and find of returns. */
import type { Return, ReturnKind, ReturnState } from '../domain/return';
import type { UnitRange } from '../domain/units';
import type { PotChange } from './ports-of-pots';
import type {
  Page,
  Condition,
  CountedPage,
  Listing,
  ReturnField,
  ReturnOrder,
  ReturnSearch,
} from './ports-of-searches';

export interface ReturnFilter extends Page {
  readonly state?: ReturnState;
  readonly kind?: ReturnKind;
  readonly orderId?: number;
  /** Changed at this time (epoch ms) or later. */
  readonly since?: number;
}

/** Units of a line that came back, or are to, as a return that nobody turned down holds them. */
export interface UnitsOfReturn {
  readonly returnId: number;
  readonly orderId: number;
  /** When the return was opened. */
  readonly openedAt: number;
  readonly lineId: number;
  readonly units: readonly UnitRange[];
}

export interface ReturnReads {
  find(shop: string, returnId: number): Promise<Return | undefined>;
  findByReference(shop: string, reference: string): Promise<Return | undefined>;
  /** The order that a return belongs to; it never changes. */
  orderOf(shop: string, returnId: number): Promise<number | undefined>;
  ofOrder(shop: string, orderId: number): Promise<Return[]>;
  /** The returns of these orders, by order and id. */
  ofOrders(shop: string, orderIds: readonly number[]): Promise<Return[]>;
  /** What the returns of these orders hold, by order, return and position. */
  unitsHeld(shop: string, orderIds: readonly number[]): Promise<UnitsOfReturn[]>;
  list(shop: string, filter: ReturnFilter): Promise<Return[]>;
  search(shop: string, search: ReturnSearch & CountedPage): Promise<Return[]>;
  /** How many returns the search finds on all pages. */
  countFound(shop: string, search: ReturnSearch): Promise<number>;
  /** A page of the returns that fit all conditions, in the order that was asked for. */
  listed(shop: string, listing: Listing<ReturnField, ReturnOrder>): Promise<Return[]>;
  /** How many returns fit. */
  countListed(shop: string, conditions: readonly Condition<ReturnField>[]): Promise<number>;
}

export interface ReturnStore extends ReturnReads {
  /** Adds a return and gives it its id. Refuses with `reference_taken`. */
  add(shop: string, found: Omit<Return, 'id'>): Promise<Return>;
  /** Writes what may change of a return, its lines included; the pots are left alone. */
  update(shop: string, changed: Return): Promise<void>;
  /** As OrderStore.takeOrdinal; the return's order is taken. */
  takeOrdinal(shop: string, returnId: number, ordinal: number): Promise<void>;
  /** As OrderStore.change, for the pot of a return. */
  change(shop: string, returnId: number, change: PotChange): Promise<void>;
}
