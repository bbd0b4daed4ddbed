/**
 * A second gateway, told in some hundred lines from the design, beside the real one: whatever is asked of both, through
 * whichever door, whatever the provider does, they agree. Longer rounds: `npm run reliability -- --only model`.
 */
import { describeOnPostgres } from '../persistence/postgres-server';
import { createScratchDatabase } from '../reliability/scratch-database';
import { runModel, type ModelPlan } from './model-runs';

/** Always the same runs, so that a run that fails tells of the last change. */
const PLAN = { length: 50, seed: 20_261_121, limitMs: 150_000 } as const;
const PATIENCE_MS = 180_000;

async function expectAgreement(plan: Pick<ModelPlan, 'url' | 'runs'>): Promise<void> {
  const { coverage, failure } = await runModel({ ...PLAN, ...plan });
  expect(failure).toBeUndefined();
  expect(coverage.runs).toBe(plan.runs);
  // A model that met next to nothing would agree with anything.
  expect(coverage.transitionsMet).toBeGreaterThan(coverage.transitionsInAll / 2);
  expect(coverage.refusals.size).toBeGreaterThan(8);
}

test(
  'the gateway does what the model says, on SQLite',
  async () => {
    const database = await createScratchDatabase('sqlite');
    try {
      await expectAgreement({ url: database.url, runs: 15 });
    } finally {
      await database.drop();
    }
  },
  PATIENCE_MS,
);

describeOnPostgres('beside the model on PostgreSQL', (server) => {
  test('the gateway does what the model says', () => expectAgreement({ url: server.url, runs: 4 }), PATIENCE_MS);
});
