/** What chance says in one sequence: the same again for the same seed. */
import { textOf } from '../model/amounts';
import type { Random } from '../reliability/random';
import type { LineTruth, PaymentTruth, RefundTruth, ReturnTruth, Truth } from './truth';

export class Dice {
  constructor(private readonly random: Random) {}

  /** A whole number from 0 up to, but not, `sides`. */
  below(sides: number): number {
    return this.random.whole(0, sides - 1);
  }

  /** True in so many of a hundred throws. */
  chance(percent: number): boolean {
    return this.random.chance(percent / 100);
  }

  one<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }

  /** Mostly an amount that fits, with a scenario of the simulated provider now and then; sometimes too much. */
  amount(left: number): number {
    const scenario = SCENARIOS[this.below(SCENARIOS.length)] ?? 0;
    if (scenario > 0 && scenario <= left) return scenario;
    if (this.chance(6)) return left + 1;
    if (left <= 0) return 1;
    // Mostly a part, or the order would soon be given back whole.
    return this.chance(8) ? left : 1 + this.below(Math.ceil(left / 4));
  }

  /** A refund of the order, mostly one for which this is the time. */
  refund({ refunds }: Truth, states: readonly string[]): RefundTruth | undefined {
    return this.fitting(refunds, ({ state }) => states.includes(state));
  }

  returned({ returns }: Truth, states: readonly string[]): ReturnTruth | undefined {
    return this.fitting(returns, ({ state }) => states.includes(state));
  }

  payment({ payments }: Truth): PaymentTruth | undefined {
    return this.fitting(payments, ({ captured, committed }) => committed < captured);
  }

  line({ lines }: Truth): LineTruth | undefined {
    return this.fitting(lines, ({ free, quantity }) => free === quantity);
  }

  /** In one of six throws any of them, also one that does not fit. */
  private fitting<T>(items: readonly T[], fits: (item: T) => boolean): T | undefined {
    return this.one(this.chance(16) ? items : items.filter(fits));
  }

  /** Some lines of the order, with quantities that are mostly there. */
  lines(truth: Truth): { readonly lineId: number; readonly quantity: number }[] {
    const some = this.chance(25) ? truth.lines : [this.fitting(truth.lines, ({ free }) => free > 0)];
    return some.flatMap((line) =>
      line
        ? [
            {
              lineId: line.id,
              quantity: 1 + this.below(this.chance(10) ? line.quantity : Math.max(1, Math.ceil(line.free / 2))),
            },
          ]
        : [],
    );
  }
}

/** Declined, settled later, declined later, lost with and without effect, taken back: by the last digits of the amount. */
const SCENARIOS = [0, 0, 0, 0, 0, 0, 0, 901, 902, 903, 904, 905, 906];

export function moneyOf(minor: number, { currency }: Pick<Truth, 'currency'>): string {
  return textOf(minor, currency);
}
