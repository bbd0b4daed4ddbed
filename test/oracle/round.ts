/** A round of the comparison: so many valid messages, so many mutants, and what came of them. */
import type { Contract } from '../../src/soap/contract';
import { Comparison, EXCEPTION_NAMES } from './comparison';
import type { Judge } from './judge';
import { mutant, validMessage, type Mutant } from './mutants';
import { smallest } from './shrinking';

export interface RoundPlan {
  readonly contract: Contract;
  readonly judge: Judge;
  readonly seed: number;
  readonly valid: number;
  readonly mutants: number;
}

export interface RoundResult {
  /** Valid messages that both took, without an exception. */
  readonly valid: number;
  readonly taken: number;
  readonly refused: number;
  /** How often each exception was needed; a row that never was has a zero. */
  readonly exceptions: ReadonlyMap<string, number>;
  readonly differences: readonly string[];
}

const BATCH = 500;
/** Of many messages that differ most differ alike. */
const MOST_SHRUNK = 3;

export async function compareRound({ contract, judge, seed, valid, mutants }: RoundPlan): Promise<RoundResult> {
  const comparison = new Comparison(contract, judge);
  const exceptions = new Map(EXCEPTION_NAMES.map((name) => [name, 0]));
  const differences: string[] = [];
  const count = { valid: 0, taken: 0, refused: 0 };
  const tell = async (one: Mutant, what: string): Promise<void> => {
    const small = differences.length < MOST_SHRUNK ? await smallest(one.bytes, comparison) : one.bytes;
    const [outcome] = await comparison.compare([small]);
    const number = `message ${one.number} of seed ${seed} (${one.mutations.join(', ') || 'valid'})`;
    differences.push(`${number}: ${outcome?.difference ?? what}\n${small.toString()}`);
  };

  await inBatches(
    valid,
    async (number) => validMessage(contract, seed, number),
    comparison,
    async (one, outcome) => {
      const fine = outcome.taken && outcome.exceptions.length === 0 && outcome.difference === undefined;
      if (fine) count.valid++;
      else await tell(one, outcome.difference ?? 'a valid message is refused by both, or needs an exception');
    },
  );
  await inBatches(
    mutants,
    async (number) => mutant(contract, seed, number),
    comparison,
    async (one, outcome) => {
      count[outcome.taken ? 'taken' : 'refused']++;
      for (const name of outcome.exceptions) exceptions.set(name, (exceptions.get(name) ?? 0) + 1);
      if (outcome.difference !== undefined) await tell(one, outcome.difference);
    },
  );
  return { ...count, exceptions, differences };
}

type Outcome = Awaited<ReturnType<Comparison['compare']>>[number];

async function inBatches(
  count: number,
  make: (number: number) => Promise<Mutant>,
  comparison: Comparison,
  each: (mutant: Mutant, outcome: Outcome) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < count; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => at + index);
    const batch = await Promise.all(numbers.map(make));
    const outcomes = await comparison.compare(batch.map(({ bytes }) => bytes));
    for (const [index, outcome] of outcomes.entries()) await each(batch[index] as Mutant, outcome);
  }
}
