/** What the services need from payment providers, and what they may rely on. One file of `providers` stands behind each. */
import type { ProviderWord } from '../domain/transaction';

/** What a provider is asked to do. */
export interface RefundOrder {
  readonly shop: string;
  readonly transactionId: number;
  /** The provider's own id of the payment. */
  readonly paymentReference: string;
  readonly amount: number;
  readonly currency: string;
  /** Same key, same refund: a repeat never moves money twice. */
  readonly providerKey: string;
  /** The provider's own id of the refund, once it told one. */
  readonly reference?: string;
}

/** What became of it. A value, not an exception: a decline or a lost line is news. */
export type ProviderOutcome =
  | { readonly kind: 'settled'; readonly reference: string }
  | { readonly kind: 'pending'; readonly reference: string }
  | { readonly kind: 'declined'; readonly reason: string; readonly reference?: string }
  /** `mismatch`: the provider has something else than what was ordered. It will not pass by itself: a person is called. */
  | { readonly kind: 'unknown'; readonly cause: string; readonly mismatch?: true };

/**
 * What the provider says when it is asked again; `absent` proves that the refund never arrived, `reversed` that the money
 * went out and came back.
 */
export type ProviderLookup =
  | ProviderOutcome
  | { readonly kind: 'reversed'; readonly reason: string; readonly reference?: string }
  | { readonly kind: 'absent' };

/** A refund as the provider shows it, ours or not. */
export interface ListedRefund {
  /** The provider's own id of the refund. */
  readonly reference: string;
  /** The provider key we sent along; absent when the provider shows none, as for a refund made there by hand. */
  readonly ourReference?: string;
  readonly amount: number;
  readonly currency: string;
  readonly kind: ProviderWord;
  readonly message?: string;
}

/** `listed` holds every refund of the payment: what is not in it does not exist. Half a list is `unknown`. */
export type ProviderListing =
  | { readonly kind: 'listed'; readonly refunds: readonly ListedRefund[] }
  | { readonly kind: 'unknown'; readonly cause: string };

/**
 * Something a provider tells by itself, later; in any order, any number of times. It names the refund by the provider key
 * that we sent along, or by the provider's own reference, or both; payment, amount and currency as the provider has them.
 */
export interface ProviderNews {
  readonly shop: string;
  /** `reversed`: the money went out and came back. `declined`: it never went. */
  readonly kind: ProviderWord;
  readonly providerKey?: string;
  readonly reference?: string;
  readonly paymentReference?: string;
  /** Other names that the provider has for the same payment: the shop may know it by any of them. */
  readonly paymentAliases?: readonly string[];
  readonly amount?: number;
  readonly currency?: string;
  readonly message?: string;
}

/** Headers of a webhook by their names in small letters. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a webhook is. `refused`: nothing proves that the provider sent it. `unreadable`: it did, and we cannot read it. */
export type VerifiedWebhook =
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreadable'; readonly problem: string }
  /** News of the shop whose settings were given; none when the event is about something else. */
  | { readonly kind: 'verified'; readonly eventId: string; readonly news: readonly Omit<ProviderNews, 'shop'>[] };

/**
 * `refund`, `lookUp`, `list` and `news` are cut off after CALL_LIMIT_MS (30 s) of `jobs/worker.ts`: the outcome is then
 * unknown. What a cut-off `refund` or `lookUp` answers later is still written down, as news are.
 */
export interface PaymentProvider {
  readonly name: string;
  /** How long the provider remembers a provider key. Afterwards we list and match: `lookUp` would prove nothing. */
  readonly keyLifeMs: number;
  /** Says what is wrong with settings, or nothing. */
  checkSettings(settings: unknown): string | undefined;
  /** Never throws: whatever happens on the line is an outcome. `settings` is what `provider set` stored. */
  refund(order: RefundOrder, settings: unknown): Promise<ProviderOutcome>;
  /**
   * Never throws. Moves no money. Asked inside the life of the key. A provider that cannot be asked by key answers with the
   * list of the payment, and we match.
   */
  lookUp(order: RefundOrder, settings: unknown): Promise<ProviderLookup | ProviderListing>;
  /** Never throws. Moves no money. All refunds of one payment, all pages of them. */
  list(paymentReference: string, shop: string, settings: unknown): Promise<ProviderListing>;
  /** News that were not acknowledged, where the provider is one that is asked for them. Never throws. */
  news?(): Promise<ProviderNews[]>;
  /** Called after the news were recorded; until then they are told again. */
  acknowledge?(news: ProviderNews): Promise<void>;
  /** Whether the provider sent this, to the shop of these settings. Compares in constant time. Never throws. */
  verifyWebhook?(rawBody: Buffer, headers: WebhookHeaders, settings: unknown, now: number): VerifiedWebhook;
  /** The shop that a webhook says it is for, before anything is proved; its settings are then asked for proof. */
  shopOfWebhook?(rawBody: Buffer): string | undefined;
}
