/** The books of the simulated Stripe: payments, and every refund that ever had an effect. */

export type StripeStatus = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

export interface StripePayment {
  readonly intent: string;
  readonly charge: string;
  /** In Stripe's units. */
  readonly captured: number;
  readonly currency: string;
  /** What a refund of it begins as; `succeeded` when absent. */
  readonly begins?: StripeStatus;
}

/** As Stripe's API shows it. */
export interface StripeRefundObject {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly charge: string;
  readonly payment_intent: string;
  readonly created: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: StripeStatus;
  readonly failure_reason?: string;
  readonly failure_balance_transaction?: string;
  readonly [other: string]: unknown;
}

export interface StripeError {
  readonly status: number;
  readonly error: { readonly type: string; readonly code?: string; readonly message: string };
}

const UNHEARD = {
  balance_transaction: null,
  reason: null,
  receipt_number: null,
  destination_details: { type: 'card' },
};
const LIVING: ReadonlySet<StripeStatus> = new Set(['pending', 'requires_action', 'succeeded']);

export class StripeBooks {
  /** Every effect, in the order of time. Money that went out twice stands here twice. */
  readonly refunds: StripeRefundObject[] = [];
  private readonly payments: StripePayment[] = [];

  /** @param mostPerPage at most so many refunds on a page, whatever is asked for */
  constructor(private readonly mostPerPage: number) {}

  pay(payment: StripePayment): void {
    this.payments.push(payment);
  }

  /** Refunds, or says why not; `key` is what the metadata of the refund will show. */
  refund(fields: URLSearchParams): StripeRefundObject | StripeError {
    const name = fields.get('payment_intent') ?? fields.get('charge') ?? '';
    const payment = this.payments.find(({ intent, charge }) => intent === name || charge === name);
    if (!payment) return refused(404, 'resource_missing', `No such payment: '${name}'`);
    const left = payment.captured - this.living(payment);
    const amount = Number(fields.get('amount') ?? left);
    if (left === 0)
      return refused(400, 'charge_already_refunded', `Charge ${payment.charge} has already been refunded.`);
    if (amount < 1) return refused(400, 'parameter_invalid_integer', 'Invalid positive integer');
    if (amount > left)
      return refused(400, undefined, `Refund amount (${amount}) is greater than unrefunded amount (${left})`);
    const made: StripeRefundObject = {
      ...UNHEARD,
      ...{ id: `re_${this.refunds.length + 1}`, object: 'refund', amount, currency: payment.currency },
      ...{ charge: payment.charge, payment_intent: payment.intent, created: Math.floor(Date.now() / 1000) },
      ...{ metadata: metadataOf(fields), status: payment.begins ?? 'succeeded' },
    };
    this.refunds.push(made);
    return made;
  }

  find(id: string): StripeRefundObject | StripeError {
    return (
      this.refunds.find((refund) => refund.id === id) ?? refused(404, 'resource_missing', `No such refund: '${id}'`)
    );
  }

  /** A page of the newest first, as Stripe has it. */
  page(query: URLSearchParams): object {
    const name = query.get('payment_intent') ?? query.get('charge');
    const all = this.refunds
      .filter(({ payment_intent, charge }) => payment_intent === name || charge === name)
      .reverse();
    const after = query.get('starting_after');
    const begin = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const size = Math.min(Number(query.get('limit') ?? 10), this.mostPerPage);
    const data = all.slice(begin, begin + size);
    return { object: 'list', url: '/v1/refunds', has_more: begin + size < all.length, data };
  }

  /** What becomes of a refund later. `cameBack`: the money had left. */
  turn(id: string, status: StripeStatus, cameBack = false): StripeRefundObject {
    const place = this.refunds.findIndex((refund) => refund.id === id);
    const before = this.refunds[place];
    if (!before) throw new Error(`there is no refund ${id}`);
    const failed = status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {};
    const turned = {
      ...before,
      status,
      ...failed,
      ...(cameBack ? { failure_balance_transaction: `txn_${place}` } : {}),
    };
    this.refunds[place] = turned;
    return turned;
  }

  private living({ intent }: StripePayment): number {
    const living = this.refunds.filter((refund) => refund.payment_intent === intent && LIVING.has(refund.status));
    return living.reduce((sum, { amount }) => sum + amount, 0);
  }
}

export function refused(status: number, code: string | undefined, message: string): StripeError {
  return { status, error: { type: 'invalid_request_error', ...(code === undefined ? {} : { code }), message } };
}

function metadataOf(fields: URLSearchParams): Record<string, string> {
  const named = [...fields].map(([name, value]) => [/^metadata\[(\w+)\]$/.exec(name)?.[1], value] as const);
  return Object.fromEntries(named.flatMap(([name, value]) => (name === undefined ? [] : [[name, value]])));
}
