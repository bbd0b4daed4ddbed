/** A shop is the tenant: every row, every key and every query carries its code. */
import type { Strategy } from './allocation';

export interface Shop {
  readonly code: string;
  /** ISO 4217 code that new orders usually have. */
  readonly currency: string;
  /** IANA name, such as Europe/Warsaw; dialects that speak local time use it. */
  readonly timezone: string;
  /** Days after delivery in which goods are returned; later they are claimed. */
  readonly returnWindowDays: number;
  /** How an automatic refund is spread over several payments. */
  readonly strategy: Strategy;
  /** Whether a customer may choose a voucher instead of his money. */
  readonly offersVouchers: boolean;
  /** Whether goods that come back inside the window for an exchange are accepted at once, on platforms that have it so. */
  readonly acceptsReturns: boolean;
  /** Its number on platforms where shops have numbers; given once, for ever. */
  readonly number: number;
}

/** What of a shop may be changed later. All else decides what its orders and returns already mean. */
export type ShopSettings = Pick<Shop, 'returnWindowDays' | 'strategy' | 'offersVouchers' | 'acceptsReturns'>;
