/** What the simulated provider keeps, as the database keeps it for it. */

/** A refund as the simulated provider's own books have it: what a real provider would know. */
export interface SimulatedRefund {
  readonly shop: string;
  readonly providerKey: string;
  readonly reference: string;
  readonly paymentReference: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'pending' | 'settled' | 'declined' | 'reversed';
  /** What it turns into later, and when (epoch ms). */
  readonly becomes?: 'settled' | 'declined' | 'reversed';
  readonly becomesAt?: number;
}

/** The books of the simulated provider. Not ours: the services never look into them, only the provider does. */
export interface SimulatedBooks {
  find(shop: string, providerKey: string): Promise<SimulatedRefund | undefined>;
  /** Adds a refund; one with the same shop and key is left as it is. */
  add(refund: SimulatedRefund): Promise<void>;
  /** Refunds that turn into something else at `now` or before. */
  turning(now: number, limit: number): Promise<SimulatedRefund[]>;
  ofPayment(shop: string, paymentReference: string): Promise<SimulatedRefund[]>;
  /** Turns a refund into what it becomes. */
  turn(refund: SimulatedRefund): Promise<void>;
}
