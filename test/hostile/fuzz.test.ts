/** A short round of the fuzzer: what `npm run reliability -- --only fuzz` does at length. */
import { BuiltProgram } from '../cli/built-program';
import { fuzzHarness } from '../reliability/fuzz-harness';

const SEED = 4711;
const MESSAGES = 1_500;
/** Enough for the broken gateway to be met by what breaks it. */
const FEWER_MESSAGES = 200;
const LIMIT_MS = 120_000;

const built = new BuiltProgram('test/reliability');
afterAll(() => built.remove());

const program = (source: string) => ({ script: built.built(source), folder: built.folder });

test(
  'no mutated message is answered wrongly, stops the gateway or moves money wrongly',
  async () => {
    const said: string[] = [];
    const plan = { engine: 'sqlite', messages: MESSAGES, seed: SEED, program: program('src/main') } as const;
    const missed = (await fuzzHarness(plan, (line) => said.push(line))).filter(({ met }) => !met);
    expect({ missed, said }).toEqual({ missed: [], said: [] });
  },
  LIMIT_MS,
);

test(
  'a gateway whose reader stumbles is found out',
  async () => {
    const broken = program('test/reliability/start-with-careless-reader');
    const plan = { engine: 'sqlite', messages: FEWER_MESSAGES, seed: SEED, program: broken } as const;
    const said: string[] = [];
    const missed = (await fuzzHarness(plan, (line) => said.push(line))).filter(({ met }) => !met);
    expect(missed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['internal errors', 'bugs the gateway logged']),
    );
    expect(said.join('\n')).toContain('internal error: message');
  },
  LIMIT_MS,
);
