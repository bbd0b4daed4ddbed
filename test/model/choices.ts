/** How often each command comes, so that runs go deep: much money is promised, sent, lost and found. */
import fc from 'fast-check';
import { DOOR_NAMES } from '../gateway-under-test';
import type { Operation } from './asking';
import { Ask, AskAgain } from './commands/asks';
import type { Command } from './commands/command';
import { TellOfHandmade, TellOfOurs } from './commands/webhook-commands';
import { LetThrough, Pass, Restart, Round, StrayArrives } from './commands/worker-commands';
import type { Session } from './session';
import type { ProviderPlan, Scenario, World } from './world';

const OPERATION_WEIGHTS: Readonly<Record<Operation, number>> = {
  putOrder: 7,
  openReturn: 9,
  acceptReturn: 16,
  receiveReturn: 12,
  closeReturn: 12,
  rejectReturn: 6,
  cancelReturn: 6,
  reopenReturn: 14,
  addAutomaticRefundForOrder: 18,
  addAutomaticRefund: 18,
  addManualRefund: 6,
  updateRefund: 8,
  confirmRefund: 40,
  cancelRefund: 7,
  resolveRefund: 10,
};

const SCENARIO_WEIGHTS: Readonly<Record<Scenario, number>> = {
  settles: 3,
  settles_later: 3,
  declines: 2,
  declines_later: 2,
  reverses_later: 3,
  lost_before_effect: 4,
  lost_after_effect: 3,
};

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS = [2 * HOUR_MS, 25 * HOUR_MS, 15 * DAY_MS, -HOUR_MS] as const;

function weighted<T extends string>(weights: Readonly<Record<T, number>>): fc.Arbitrary<T> {
  const entries = Object.entries(weights) as [T, number][];
  return fc.oneof(...entries.map(([name, weight]) => ({ arbitrary: fc.constant(name), weight })));
}

const percent = (chance: number): fc.Arbitrary<boolean> =>
  fc.oneof({ arbitrary: fc.constant(false), weight: 100 - chance }, { arbitrary: fc.constant(true), weight: chance });

/** Without bias: small numbers would choose the same again and again. */
const NUMBERS = fc.array(fc.noBias(fc.nat(999_999)), { minLength: 16, maxLength: 16 });
const DOOR = fc.constantFrom(...DOOR_NAMES);

const ASK = fc
  .record({
    ...{ operation: weighted(OPERATION_WEIGHTS), door: DOOR, shop: percent(8).map(Number), foreign: percent(5) },
    ...{ keyed: percent(45), dice: NUMBERS },
  })
  .map((choice): Command => new Ask(choice));

/** How much time passes before a round: often long enough for what was put off a moment ago. */
const BEFORE_MS = fc.constantFrom(0, 2 * SECOND_MS, 40 * SECOND_MS);
const LATER_MS = fc.constantFrom(1000, 30 * SECOND_MS, HOUR_MS);

function roundOf(scenarios: typeof SCENARIO_WEIGHTS, held: fc.Arbitrary<ProviderPlan['held']>): fc.Arbitrary<Command> {
  const plan = fc.record({ scenario: weighted(scenarios), laterMs: LATER_MS, held });
  return fc.tuple(plan, BEFORE_MS).map(([chosen, beforeMs]) => new Round(chosen, beforeMs));
}

const ROUND = roundOf(SCENARIO_WEIGHTS, fc.constant('no'));
const HELD_ROUND = roundOf({ ...SCENARIO_WEIGHTS, settles_later: 12 }, fc.constantFrom('before', 'after'));

const AGAIN = fc
  .record({ door: DOOR, which: fc.noBias(fc.nat(999)), change: fc.noBias(fc.nat(999)) })
  .map((choice): Command => new AskAgain(choice));

const COMMAND: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: ASK, weight: 60 },
  { arbitrary: ROUND, weight: 20 },
  { arbitrary: HELD_ROUND, weight: 4 },
  { arbitrary: fc.constantFrom(...STEPS_MS).map((ms) => new Pass(ms)), weight: 5 },
  { arbitrary: AGAIN, weight: 5 },
  { arbitrary: NUMBERS.map((dice) => new TellOfOurs(dice)), weight: 5 },
  { arbitrary: NUMBERS.map((dice) => new TellOfHandmade(dice)), weight: 3 },
  { arbitrary: fc.constant(null).map(() => new LetThrough()), weight: 3 },
  { arbitrary: fc.constant(null).map(() => new StrayArrives()), weight: 10 },
  { arbitrary: fc.constant(null).map(() => new Restart()), weight: 3 },
);

/** @param length how many commands a run has on average */
export function commandsOf(length: number) {
  return fc.commands<World, Session, true>([COMMAND], {
    ...{ maxCommands: 2 * length, size: 'max' },
  });
}
