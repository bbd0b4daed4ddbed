/**
 * Two gateways on one SQLite file, which nobody recommends and nothing prevents: each unit of work begins with BEGIN
 * IMMEDIATE and waits for the other's, so what one has read nobody changes before it has written.
 */
import { BuiltProgram } from '../cli/built-program';
import { openDatabase } from '../../src/persistence/database';
import { NOW, order } from './samples';

const CALLERS = 4;
const ROUNDS = 150;
const CAPTURED = 10_000;
const EACH = 50;

/** Counts in a text (read, add one, write), and takes from a payment what its own look at it says is left. */
const SCRIPT = `
require('reflect-metadata');
const { openDatabase } = require('./dist/src/persistence/database.js');
const { existsSync, writeFileSync } = require('node:fs');
const [url, mine, other] = process.argv.slice(2);
async function main() {
  const { unitOfWork } = await openDatabase(url, { now: Date.now });
  const told = { counted: 0, taken: 0, busy: 0, met: 0 };
  let last = 0;
  const step = (change) => unitOfWork.run(change).catch((error) => {
    if (error.code !== 'gateway_busy') throw error;
    told.busy += 1;
    return false;
  });
  const caller = async () => {
    for (let round = 0; round < ${ROUNDS}; round += 1) {
      const counted = await step(async ({ providerSettings }) => {
        const count = Number((await providerSettings.find('a', 'count')) ?? 0);
        told.met += Number(count !== last);
        last = count + 1;
        await providerSettings.put('a', 'count', String(count + 1), 0);
        return true;
      });
      const taken = await step(async ({ orders }) => {
        const order = await orders.lock('a', 42);
        if (order.committed + ${EACH} > order.captured) return false;
        await orders.change('a', 42, 1, { committed: ${EACH}, refunded: 0 });
        return true;
      });
      told.counted += Number(counted);
      told.taken += Number(taken);
      // SQLite has no line to stand in: without a pause the one that has the file keeps it.
      await new Promise((resolve) => setTimeout(resolve, 12 * Math.random()));
    }
  };
  writeFileSync(mine, '');
  while (!existsSync(other)) await new Promise((resolve) => setTimeout(resolve, 1));
  await Promise.all(Array.from({ length: ${CALLERS} }, caller));
  process.stdout.write(JSON.stringify(told));
}
main().then(() => process.exit(0));
`;

interface Told {
  readonly counted: number;
  readonly taken: number;
  readonly busy: number;
  /** How often it found that the other had been there since. */
  readonly met: number;
}

const program = new BuiltProgram();
afterAll(() => program.remove());

test.each([
  ['sqlite3', ['sqlite', 'sqlite']],
  ['better-sqlite3', ['better-sqlite', 'better-sqlite']],
  ['one driver each', ['sqlite', 'better-sqlite']],
])('two processes on one file neither lose nor double anything: %s', async (name, schemes) => {
  const file = program.file(`${name}.sqlite`);
  const database = await openDatabase(`sqlite:${file}`, { now: () => NOW });
  await database.migrate();
  await database.unitOfWork.run(({ orders }) => orders.put('a', order));
  program.file('dist/src/race.js', SCRIPT.replace('./dist/src/', './'));

  const flags = [`${file}.one`, `${file}.two`];
  const ends = await Promise.all(
    schemes.map((scheme, index) =>
      program.run('race', [`${scheme}:${file}`, ...(index === 0 ? flags : [...flags].reverse())]),
    ),
  );
  expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual(ends.map(() => [0, '']));
  const [one, two] = ends.map(({ stdout }) => JSON.parse(stdout) as Told) as [Told, Told];

  expect(Math.min(one.met, two.met)).toBeGreaterThan(0);
  expect(one.counted + two.counted + one.busy + two.busy).toBe(2 * CALLERS * ROUNDS);
  expect(one.busy + two.busy).toBe(0);
  await database.reader.read(async ({ orders, providerSettings }) => {
    expect(await providerSettings.find('a', 'count')).toBe(String(one.counted + two.counted));
    const found = await orders.find('a', order.id);
    expect([found?.committed, one.taken + two.taken]).toEqual([CAPTURED, CAPTURED / EACH]);
  });
  await database.close();
});

test('a driver that is named but not installed is asked for in one line', async () => {
  // The package is looked for from where TypeORM is, so it is hidden by a loader that knows no such package.
  const hide = program.file(
    'hide.js',
    `const load = require('node:module')._load;
    require('node:module')._load = function (name, ...rest) {
      if (name.endsWith('better-sqlite3')) throw new Error("Cannot find module 'better-sqlite3'");
      return load.call(this, name, ...rest);
    };`,
  );
  const environment = { DATABASE_URL: `better-sqlite:${program.file('x.sqlite')}`, NODE_OPTIONS: `--require ${hide}` };
  const { code, stderr } = await program.run('main', [], environment);
  expect(stderr).toMatch(
    /^refund-gateway: cannot use the database .*x\.sqlite: better-sqlite3 is not installed; run .*\n$/,
  );
  expect(code).toBe(1);
});
