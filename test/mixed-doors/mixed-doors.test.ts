/** A short round of what `npm run reliability -- --only doors` does at length. */
import { describeOnPostgres } from '../persistence/postgres-server';
import { createScratchDatabase, type Engine } from '../reliability/scratch-database';
import { MIXED_DOORS, runMixed } from './run';

const SEED = 20_261_130;
const LIMIT_MS = 600_000;

async function shortRound(engine: Engine, sequences: number): Promise<void> {
  const database = await createScratchDatabase(engine);
  try {
    const { failure, counts } = await runMixed({ url: database.url, sequences, steps: 40, seed: SEED });
    expect(failure).toBeUndefined();
    // Doors through which nothing comes would agree about anything.
    const most = MIXED_DOORS.flatMap(({ name }) => [`${name} done`, `${name} refused`]);
    expect([...counts.keys()].sort()).toEqual(most.sort());
  } finally {
    await database.drop();
  }
}

describe('whatever is asked through all doors at once, they tell one story of the money', () => {
  test('on SQLite', () => shortRound('sqlite', 12), LIMIT_MS);

  describeOnPostgres('on a server', () => {
    test('on PostgreSQL', () => shortRound('postgres', 4), LIMIT_MS);
  });
});
