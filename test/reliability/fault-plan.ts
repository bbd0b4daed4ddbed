/** The faults between the gateway and its provider: which one meets a refund, and how often before it stops. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineFault } from '../fakes/faulty-line';
import type { StripeFault, StripeRequest } from '../fakes/stripe-simulator';
import { Random } from './random';

/** How long the connector waits: short, so that a run is; long enough that no other fault becomes this one. */
export const TIMEOUT_MS = 1500;
/** Later than the limit; a request so late that the refund was asked after, found absent and sent again meanwhile. */
const LATE_REPLY_MS = 2 * TIMEOUT_MS;
const LATE_REQUEST_MS = 4 * TIMEOUT_MS;
/** Far more than what arrives late takes to have its effect. */
const QUIET_MS = 1000;
/** Shorter than any reply of the simulator. */
const MOST_BYTES = 400;

type OnLine = (random: Random) => LineFault;

const ON_LINE = {
  'timeout before the effect': () => ({ kind: 'silent_before' }),
  'timeout after the effect': () => ({ kind: 'silent_after' }),
  'reset before the effect': () => ({ kind: 'reset_before' }),
  'reset after the effect': () => ({ kind: 'reset_after' }),
  'half a reply': (random) => ({ kind: 'cut', bytes: random.whole(1, MOST_BYTES) }),
  'reply after the limit': () => ({ kind: 'late_reply', after: sleep(LATE_REPLY_MS) }),
  'request after the limit': () => ({ kind: 'late_request', after: sleep(LATE_REQUEST_MS) }),
} as const satisfies Record<string, OnLine>;

const AT_STRIPE = {
  '500 before the effect': 'error_before',
  '500 after the effect': 'error_after',
  '429 with Retry-After': 'rate_limited',
  'invalid JSON': 'invalid_json',
  'wrong schema': 'wrong_schema',
  'wrong amount in the reply': 'wrong_amount',
} as const satisfies Record<string, StripeFault>;

export type FaultName = keyof typeof ON_LINE | keyof typeof AT_STRIPE;
export const FAULT_NAMES = [...Object.keys(ON_LINE), ...Object.keys(AT_STRIPE)] as readonly FaultName[];

/** Orders take turns: order 1 and its payment `pi_1` meet the first fault. */
export function faultOf(orderId: number): FaultName {
  const name = FAULT_NAMES[(orderId - 1) % FAULT_NAMES.length];
  if (name === undefined) throw new Error(`order ${orderId} meets no fault`);
  return name;
}

/** A refund is known here by its payment and amount, never by its key: a broken gateway might use many. */
export class FaultPlan {
  /** When a fault last hit a request, by `performance.now()`. */
  lastStrike = performance.now();
  private readonly strikes = new Map<string, number>();
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** What the line does to a request, given as its text. */
  readonly onLine = (request: string): LineFault | undefined => {
    const [method = ''] = request.split(' ', 1);
    const form = new URLSearchParams(request.slice(request.indexOf('\r\n\r\n') + 4));
    const name = this.meant(method, form);
    return name !== undefined && name in ON_LINE && this.strike(form)
      ? ON_LINE[name as keyof typeof ON_LINE](this.random)
      : undefined;
  };

  /** What Stripe does with a request that reached it. */
  readonly atStripe = ({ method, fields }: StripeRequest): StripeFault | undefined => {
    const name = this.meant(method, fields);
    return name !== undefined && name in AT_STRIPE && this.strike(fields)
      ? AT_STRIPE[name as keyof typeof AT_STRIPE]
      : undefined;
  };

  /** Waits until nothing that was held up on the line is still under way. */
  async quiet(): Promise<void> {
    await sleep(Math.max(0, this.lastStrike + LATE_REQUEST_MS + QUIET_MS - performance.now()));
  }

  /** How many tries to refund were met by the fault, and of how many refunds. */
  met(fault: FaultName): { readonly refunds: number; readonly tries: number } {
    const counts = [...this.strikes].flatMap(([refund, count]) =>
      faultOf(Number(refund.split(' ')[0])) === fault ? [count] : [],
    );
    return { refunds: counts.length, tries: counts.reduce((sum, count) => sum + count, 0) };
  }

  /** Questions are never met: the truth can be had, if one asks for it. */
  private meant(method: string, fields: URLSearchParams): FaultName | undefined {
    return method === 'POST' ? faultOf(orderIdOf(fields)) : undefined;
  }

  /** The first try, or the first two. */
  private strike(fields: URLSearchParams): boolean {
    const amount = Number(fields.get('amount'));
    const refund = `${orderIdOf(fields)} ${amount}`;
    const before = this.strikes.get(refund) ?? 0;
    if (before >= this.random.fork(amount).whole(1, 2)) return false;
    this.strikes.set(refund, before + 1);
    this.lastStrike = performance.now();
    return true;
  }
}

function orderIdOf(fields: URLSearchParams): number {
  return Number(fields.get('payment_intent')?.slice('pi_'.length));
}
