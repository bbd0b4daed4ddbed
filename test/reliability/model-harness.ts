/** The gateway against a model of it: whatever is asked, through whichever door, and whatever the provider does. */
import { runModel, type ModelPlan } from '../model/model-runs';
import { atLeast, exactly, known, type Figure } from './figures';
import { createScratchDatabase, type Engine } from './scratch-database';

export type ModelHarnessPlan = Omit<ModelPlan, 'url' | 'limitMs'> & { readonly engine: Engine };

/** Generous: a run of 60 commands takes about two seconds. */
const LIMIT_OF_A_RUN_MS = 20_000;

export async function modelHarness(plan: ModelHarnessPlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  try {
    const limitMs = Math.max(1, plan.runs) * LIMIT_OF_A_RUN_MS;
    const { coverage, failure } = await runModel({ ...plan, url: database.url, limitMs });
    if (failure !== undefined) tell(failure);
    const name = `model, ${plan.engine}`;
    for (const [transition, times] of coverage.rarest) tell(`${name}: ${transition}: ${times} times`);
    return [
      known(name, 'runs', coverage.runs),
      known(name, 'steps', coverage.steps),
      ...sorted(coverage.commands).map(([kind, times]) => known(name, `steps: ${kind}`, times)),
      known(
        name,
        'refusals',
        [...coverage.refusals.values()].reduce((sum, times) => sum + times, 0),
      ),
      known(name, 'codes of refusals', coverage.refusals.size),
      atLeast(name, 'transitions met', coverage.transitionsMet, coverage.transitionsInAll),
      exactly(name, 'disagreements', failure === undefined ? 0 : 1, 0),
    ];
  } finally {
    await database.drop();
  }
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
