/**
 * Random sequences of calls, each carried out over REST in one gateway, over the JSON gate in a second and over SOAP in a third:
 * all three answer alike and leave the same rows behind, and what they tell adds up. Other sequences:
 * IDOSELL_SEQUENCES=2000 IDOSELL_SEED=7 npx jest test/dialects/idosell/equal-worlds
 */
import fc from 'fast-check';
import { plainRows, RANDOM_REFERENCE } from '../../conformance/worlds';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import type { Rows } from '../../onlooker';
import { moves, openSmallShop } from './call-sequences';
import type { Call, Move } from './call-sequences';
import { COLUMNS, failedReply } from './contract-columns';
import type { Column } from './contract-columns';
import { problemsIn, questionsAbout } from './shop-sums';
import type { Fault } from './shop-sums';
import { WIRE_DOOR_NAMES, WIRE_DOORS } from './wire-doors';
import type { Heard, WireDoorName } from './wire-doors';

const numRuns = Number(process.env['IDOSELL_SEQUENCES'] ?? 100);
/** Always the same runs unless asked for others, so that a run that fails tells of the last change. */
const seed = Number(process.env['IDOSELL_SEED'] ?? 20_261_122);

const NO_ERRORS: Fault = { faultCode: 0, faultString: '' };

jest.setTimeout(60_000 + numRuns * 4000);

let worlds: Readonly<Record<WireDoorName, GatewayUnderTest>>;
beforeAll(async () => {
  const opened = await Promise.all(
    WIRE_DOOR_NAMES.map(async (name) => [name, await startGateway({ doors: [] })] as const),
  );
  worlds = Object.fromEntries(opened) as Record<WireDoorName, GatewayUnderTest>;
});
afterAll(() => Promise.all(WIRE_DOOR_NAMES.map((name) => worlds[name].stop())));

interface Told extends Call {
  readonly told: Readonly<Record<string, unknown>>;
}

/** What was told on the way, and what stands in the tables in the end. */
interface Story {
  readonly told: readonly Told[];
  readonly rows: Rows;
}

async function carryOut(door: WireDoorName, list: readonly Move[]): Promise<Story> {
  const world = worlds[door];
  await world.clear();
  await openSmallShop(world);
  const ask = async ({ method, params }: Call): Promise<Told> => {
    const heard = await WIRE_DOORS[door]({ ...world, bearer: world.key }, method, params);
    return { method, params, told: plain(method, heard) };
  };
  const told: Told[] = [];
  for (const move of list) {
    if (move === 'the worker sends') await world.drain();
    else told.push(await ask(move));
  }
  for (const call of questionsAbout(told)) told.push(await ask(call));
  return { told, rows: plainRows(await world.rows()) };
}

/** The envelope taken off: statuses, the errors that REST leaves out, and the total, which the WSDL has no member for. */
function plain(method: Column, { status, reply }: Heard): Told['told'] {
  if (status === 422) return failedReply(method, 3);
  const { errors = NO_ERRORS, resultsNumberAll: _total, ...rest } = reply;
  const text = JSON.stringify({ errors, ...rest }).replace(RANDOM_REFERENCE, 'sim_random');
  return JSON.parse(text) as Told['told'];
}

test(`${numRuns} sequences of calls are the same story over every door, and add up`, async () => {
  const met = new Set<string>();
  const property = fc.asyncProperty(moves, async (list) => {
    const [rest, json, soap] = await Promise.all(WIRE_DOOR_NAMES.map((door) => carryOut(door, list)));
    expect(json).toEqual(rest);
    expect(soap).toEqual(rest);
    expect(problemsIn(rest?.told ?? [])).toEqual([]);
    for (const { method, told } of rest?.told ?? []) met.add(`${method} ${(told['errors'] as Fault).faultCode}`);
  });
  await fc.assert(property, { seed, numRuns });
  // Sequences that meet next to nothing would be alike anywhere.
  for (const method of COLUMNS) expect(met).toContain(`${method} 0`);
  expect(met.size).toBeGreaterThan(30);
});
