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
  ProviderLookup,
  ProviderNews,
  ProviderOutcome,
  Reader,
  RefundOrder,
  SimulatedRefund,
  UnitOfWork,
} from '../services/ports';

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
}

const DEFAULTS: Required<SimulatedSettings> = { scenario: 'settles', steerByAmount: true, delayMs: 0, laterMs: 1000 };
const LONGEST: Readonly<Record<'delayMs' | 'laterMs', number>> = { delayMs: 20_000, laterMs: 86_400_000 };
/** How many news are told at once. */
const NEWS_LIMIT = 50;

export class SimulatedProvider implements PaymentProvider {
  readonly name = 'simulated';
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
    return scenario === 'lost_after_effect' ? LOST : this.outcomeOf(booked);
  }

  async lookUp({ shop, providerKey }: RefundOrder): Promise<ProviderLookup> {
    const booked = await this.reader.read((stores) => stores.simulatedBooks.find(shop, providerKey));
    return booked ? this.outcomeOf(booked) : { kind: 'absent' };
  }

  async news(): Promise<ProviderNews[]> {
    const now = this.clock.now();
    const turning = await this.reader.read((stores) => stores.simulatedBooks.turning(now, NEWS_LIMIT));
    return turning.map(({ shop, providerKey, becomes = 'settled' }) => ({
      shop,
      providerKey,
      kind: becomes,
      ...(becomes === 'settled' ? {} : { message: REASONS[becomes] }),
    }));
  }

  async acknowledge({ shop, providerKey }: ProviderNews): Promise<void> {
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

  private outcomeOf({ status, becomes, becomesAt, reference }: SimulatedRefund): ProviderOutcome {
    const now = becomes !== undefined && (becomesAt ?? 0) <= this.clock.now() ? becomes : status;
    if (now === 'declined' || now === 'reversed') return { kind: 'declined', reason: REASONS[now], reference };
    return { kind: now, reference };
  }
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
  return `${name} is not known here`;
}
