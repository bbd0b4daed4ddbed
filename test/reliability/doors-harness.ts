/** Wishes at random through the doors of all platforms at once: one ledger, and every door tells the same of it. */
import { MIXED_DOORS, runMixed, type MixedPlan } from '../mixed-doors/run';
import { atLeast, exactly, known, type Figure } from './figures';
import { createScratchDatabase, type Engine } from './scratch-database';

export type DoorsHarnessPlan = Omit<MixedPlan, 'url'> & { readonly engine: Engine };

export async function doorsHarness(plan: DoorsHarnessPlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  try {
    const { counts, failure, sequences } = await runMixed({ ...plan, url: database.url });
    if (failure !== undefined) tell(failure);
    const name = `doors, ${plan.engine}`;
    return [
      known(name, 'steps of a sequence', plan.steps),
      ...[...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([kind, times]) => known(name, kind, times)),
      atLeast(name, 'doors with wishes that were carried out', doorsWith(counts, 'done'), MIXED_DOORS.length),
      atLeast(name, 'doors with wishes that were refused', doorsWith(counts, 'refused'), MIXED_DOORS.length),
      exactly(name, 'sequences', sequences, plan.sequences),
      exactly(name, 'broken laws and disagreements', failure === undefined ? 0 : 1, 0),
    ];
  } finally {
    await database.drop();
  }
}

function doorsWith(counts: ReadonlyMap<string, number>, outcome: string): number {
  return MIXED_DOORS.filter(({ name }) => (counts.get(`${name} ${outcome}`) ?? 0) > 0).length;
}
