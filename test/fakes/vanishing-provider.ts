import type {
  ListedRefund,
  PaymentProvider,
  ProviderListing,
  ProviderLookup,
  ProviderNews,
  ProviderOutcome,
  RefundOrder,
} from '../../src/services/ports';

/**
 * A payment provider whose answers get lost. It keeps books like a real one: one refund a key, however often it is asked.
 * Until the line is mended, an order either never arrives or is carried out without a word.
 */
export class VanishingProvider implements PaymentProvider {
  readonly name = 'simulated';
  keyLifeMs = Number.MAX_SAFE_INTEGER;
  /** What really happened, by key. */
  readonly books = new Map<string, RefundOrder>();
  /** Every call, as it came in. */
  readonly calls: string[] = [];
  /** What happens to the next orders; once used up, all goes well. */
  readonly troubles: ('before' | 'after' | 'crash')[] = [];
  /** What the list of a payment shows beside our own refunds, by payment reference. */
  readonly others = new Map<string, ListedRefund[]>();
  /** Whether the list can be had. */
  listable = true;
  /** What is told by itself when asked for news. */
  readonly told: ProviderNews[] = [];

  checkSettings(): undefined {
    return undefined;
  }

  async refund(order: RefundOrder): Promise<ProviderOutcome> {
    this.calls.push(`refund ${order.providerKey}`);
    const trouble = this.troubles.shift();
    if (trouble !== 'before') this.books.set(order.providerKey, order);
    if (trouble === 'crash') throw new Error('a provider must not throw, and this one did');
    if (trouble !== undefined) return { kind: 'unknown', cause: 'the line broke' };
    return { kind: 'settled', reference: `ref ${order.providerKey}` };
  }

  async lookUp({ providerKey }: RefundOrder): Promise<ProviderLookup | ProviderListing> {
    this.calls.push(`lookUp ${providerKey}`);
    return this.books.has(providerKey) ? { kind: 'settled', reference: `ref ${providerKey}` } : { kind: 'absent' };
  }

  async list(paymentReference: string): Promise<ProviderListing> {
    this.calls.push(`list ${paymentReference}`);
    if (!this.listable) return { kind: 'unknown', cause: 'the list broke off' };
    const ours = [...this.books.values()]
      .filter((order) => order.paymentReference === paymentReference)
      .map(({ providerKey, amount, currency }) => {
        return {
          reference: `ref ${providerKey}`,
          ourReference: providerKey,
          amount,
          currency,
          kind: 'settled' as const,
        };
      });
    return { kind: 'listed', refunds: [...ours, ...(this.others.get(paymentReference) ?? [])] };
  }

  async news(): Promise<ProviderNews[]> {
    return [...this.told];
  }

  async acknowledge(news: ProviderNews): Promise<void> {
    this.told.splice(this.told.indexOf(news), 1);
  }
}
