/**
 * A payment provider that moves no money, so that a shop can be tried without any. It keeps books of its own, as a
 * real one would, and goes wrong on purpose: by settings, or by the amount, whose last three digits in minor units choose
 * a scenario (901 is 9.01 in a currency of two decimals, and 50901 is 50901 in one of none).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type {
  Clock,
  PaymentProvider,
  ProviderListing,
  ProviderLookup,
  ProviderNews,
  ProviderOutcome,
  Reader,
  RefundOrder,
  SimulatedRefund,
  UnitOfWork,
  VerifiedWebhook,
  WebhookHeaders,
} from '../services/ports';
import { readEvent, shopOf } from './simulated-events';
import { secretBytes, verifiedId } from './standard-webhooks';

/** What the provider does with a refund. */
export const SCENARIOS = [
  'settles',
  'declines',
  'settles_later',
  'declines_later',
  'lost_before_effect',
  'lost_after_effect',
  'reverses_later',
  'answers_slowly',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** Scenario by the last three digits of the amount. */
export const SCENARIO_OF_AMOUNT: Readonly<Record<number, Scenario>> = {
  901: 'declines',
  902: 'settles_later',
  903: 'declines_later',
  904: 'lost_before_effect',
  905: 'lost_after_effect',
  906: 'reverses_later',
  907: 'answers_slowly',
};

export interface SimulatedSettings {
  /** What happens to every refund whose amount chooses nothing else. `settles` when absent. */
  readonly scenario?: Scenario;
  /** Whether amounts may choose a scenario. True when absent. */
  readonly steerByAmount?: boolean;
  /** How long the provider takes to answer, in milliseconds, 0 to 20000. */
  readonly delayMs?: number;
  /** How long `..._later` scenarios and slow answers take, in milliseconds, 0 to 86400000. */
  readonly laterMs?: number;
  /** Signs its webhooks: `whsec_` and 24 to 64 bytes in Base64. Absent: none is taken. */
  readonly webhookSecret?: string;
}

const DEFAULTS: Required<Omit<SimulatedSettings, 'webhookSecret'>> = {
  scenario: 'settles',
  steerByAmount: true,
  delayMs: 0,
  laterMs: 1000,
};
const LONGEST: Readonly<Record<'delayMs' | 'laterMs', number>> = { delayMs: 20_000, laterMs: 86_400_000 };
/** How many news are told at once. */
const NEWS_LIMIT = 50;
const KEY_LIFE_MS = 24 * 60 * 60 * 1000;

export class SimulatedProvider implements PaymentProvider {
  readonly name = 'simulated';
  readonly keyLifeMs = KEY_LIFE_MS;
  /** Refunds whose line broke once; see `lost_before_effect`. */
  private readonly brokenLines = new Set<string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  checkSettings(settings: unknown): string | undefined {
    if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return 'must be a JSON object';
    for (const [name, value] of Object.entries(settings)) {
      const problem = settingProblem(name, value);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  async refund(order: RefundOrder, settings: unknown): Promise<ProviderOutcome> {
    const { delayMs, laterMs, ...rest } = { ...DEFAULTS, ...(settings as SimulatedSettings | undefined) };
    const scenario = scenarioOf(order.amount, rest);
    await sleep(scenario === 'answers_slowly' ? delayMs + laterMs : delayMs);
    if (scenario === 'lost_before_effect' && this.breaksNow(order)) return LOST;
    const booked = await this.book(order, scenario, this.clock.now() + laterMs);
    if (scenario === 'lost_after_effect') return LOST;
    const outcome = this.outcomeOf(booked);
    // Sent again after it came back: nothing moves, and no word of a first answer fits. Asked, it tells the whole story.
    return outcome.kind === 'reversed' ? { kind: 'unknown', cause: 'the refund was known and came back' } : outcome;
  }

  async lookUp({ shop, providerKey }: RefundOrder): Promise<ProviderLookup> {
    const booked = await this.reader.read((stores) => stores.simulatedBooks.find(shop, providerKey));
    return booked ? this.outcomeOf(booked) : { kind: 'absent' };
  }

  /** A refund whose key is none of ours was made here by hand: whoever lists the payment sees it like any other. */
  async list(paymentReference: string, shop: string): Promise<ProviderListing> {
    const booked = await this.reader.read((stores) => stores.simulatedBooks.ofPayment(shop, paymentReference));
    const refunds = booked.map((refund) => {
      const { reference, providerKey: ourReference, amount, currency } = refund;
      return { reference, ourReference, amount, currency, ...told(this.statusOf(refund)) };
    });
    return { kind: 'listed', refunds };
  }

  async news(): Promise<ProviderNews[]> {
    const now = this.clock.now();
    const turning = await this.reader.read((stores) => stores.simulatedBooks.turning(now, NEWS_LIMIT));
    return turning.map(({ becomes = 'settled', ...refund }) => {
      const { shop, providerKey, reference, paymentReference, amount, currency } = refund;
      return { shop, providerKey, reference, paymentReference, amount, currency, ...told(becomes) };
    });
  }

  async acknowledge({ shop, providerKey }: ProviderNews): Promise<void> {
    if (providerKey === undefined) return;
    await this.work.run(async (stores) => {
      const booked = await stores.simulatedBooks.find(shop, providerKey);
      if (booked) await stores.simulatedBooks.turn(booked);
    });
  }

  /** The line breaks at the first try of a refund and holds at the next one, so that a lost refund arrives in the end. */
  private breaksNow({ shop, providerKey }: RefundOrder): boolean {
    const name = `${shop} ${providerKey}`;
    if (this.brokenLines.delete(name)) return false;
    this.brokenLines.add(name);
    return true;
  }

  /** Same key, same refund: a repeat finds what the first try booked. */
  private async book(order: RefundOrder, scenario: Scenario, later: number): Promise<SimulatedRefund> {
    const { shop, providerKey, paymentReference, amount, currency } = order;
    const fresh: SimulatedRefund = {
      shop,
      providerKey,
      paymentReference,
      amount,
      currency,
      reference: `sim_${ulid()}`,
      ...COURSE_OF[scenario](later),
    };
    return this.work.run(async (stores) => {
      await stores.simulatedBooks.add(fresh);
      return (await stores.simulatedBooks.find(shop, providerKey)) ?? fresh;
    });
  }

  verifyWebhook(rawBody: Buffer, headers: WebhookHeaders, settings: unknown, now: number): VerifiedWebhook {
    const secret = secretBytes((settings as SimulatedSettings | undefined)?.webhookSecret);
    const eventId = verifiedId(secret, rawBody, headers, now);
    if (eventId === undefined) return { kind: 'refused' };
    const event = readEvent(rawBody);
    if ('problem' in event) return { kind: 'unreadable', problem: event.problem };
    return { kind: 'verified', eventId, news: event.news };
  }

  shopOfWebhook(rawBody: Buffer): string | undefined {
    return shopOf(rawBody);
  }

  private statusOf({ status, becomes, becomesAt }: SimulatedRefund): SimulatedRefund['status'] {
    return becomes !== undefined && (becomesAt ?? 0) <= this.clock.now() ? becomes : status;
  }

  private outcomeOf(booked: SimulatedRefund): Exclude<ProviderLookup, { kind: 'absent' | 'unknown' }> {
    const { reference } = booked;
    const status = this.statusOf(booked);
    if (status === 'declined' || status === 'reversed') return { kind: status, reason: REASONS[status], reference };
    return { kind: status, reference };
  }
}

/** A status as news and lists tell it, with the reason where there is one. */
function told(kind: SimulatedRefund['status']): Pick<ProviderNews, 'kind' | 'message'> {
  return kind === 'declined' || kind === 'reversed' ? { kind, message: REASONS[kind] } : { kind };
}

const LOST: ProviderOutcome = { kind: 'unknown', cause: 'timeout before the provider answered' };

const REASONS = {
  declined: 'Merchant account has insufficient balance',
  reversed: 'The bank of the customer sent the money back',
} as const;

type Course = Pick<SimulatedRefund, 'status' | 'becomes' | 'becomesAt'>;

/** How the books of the provider develop in each scenario; `later` is an instant in epoch milliseconds. */
const COURSE_OF: Readonly<Record<Scenario, (later: number) => Course>> = {
  settles: () => ({ status: 'settled' }),
  declines: () => ({ status: 'declined' }),
  settles_later: (later) => ({ status: 'pending', becomes: 'settled', becomesAt: later }),
  declines_later: (later) => ({ status: 'pending', becomes: 'declined', becomesAt: later }),
  lost_before_effect: () => ({ status: 'settled' }),
  lost_after_effect: () => ({ status: 'settled' }),
  reverses_later: (later) => ({ status: 'settled', becomes: 'reversed', becomesAt: later }),
  answers_slowly: () => ({ status: 'settled' }),
};

function scenarioOf(
  amount: number,
  settings: Pick<Required<SimulatedSettings>, 'scenario' | 'steerByAmount'>,
): Scenario {
  return (settings.steerByAmount ? SCENARIO_OF_AMOUNT[amount % 1000] : undefined) ?? settings.scenario;
}

function settingProblem(name: string, value: unknown): string | undefined {
  if (name === 'scenario') {
    return SCENARIOS.some((scenario) => scenario === value)
      ? undefined
      : `scenario must be one of ${SCENARIOS.join(', ')}`;
  }
  if (name === 'steerByAmount') return typeof value === 'boolean' ? undefined : 'steerByAmount must be true or false';
  if (name === 'delayMs' || name === 'laterMs') {
    const most = LONGEST[name];
    const fits = Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
    return fits ? undefined : `${name} must be a whole number of milliseconds from 0 to ${most}`;
  }
  if (name === 'webhookSecret') {
    return secretBytes(value) ? undefined : 'webhookSecret must be whsec_ and 24 to 64 bytes in Base64';
  }
  return `${name} is not known here`;
}
