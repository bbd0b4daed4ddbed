/** Equal worlds, one for each door: the same data, the same clock, so that what goes in alike must come out alike. */
import { DOOR_NAMES, startGateway } from '../gateway-under-test';
import type { DoorName, GatewayUnderTest } from '../gateway-under-test';
import type { Rows } from '../onlooker';
import type { AnyRequest, AskOptions, Exchange, OperationName } from '../clients/doors';
import type { Case } from './cases/case';

export type Worlds = Readonly<Record<DoorName, GatewayUnderTest>>;

export async function openWorlds(): Promise<Worlds> {
  const gateways = await Promise.all(DOOR_NAMES.map((name) => startGateway({ doors: [name] })));
  return Object.fromEntries(DOOR_NAMES.map((name, index) => [name, gateways[index]])) as unknown as Worlds;
}

export async function closeWorlds(worlds: Worlds): Promise<void> {
  await Promise.all(DOOR_NAMES.map((name) => worlds[name].stop()));
}

/** What the caller learnt, and what became of the world. */
interface Outcome {
  readonly exchange: Exchange;
  readonly before: Rows;
  readonly after: Rows;
}

/** Each door's world made new and prepared, then asked once. */
export async function tryOut(
  worlds: Worlds,
  operation: OperationName,
  { given, request, options }: Pick<Case, 'given' | 'request' | 'options'>,
): Promise<Readonly<Record<DoorName, Outcome>>> {
  const outcomes = await Promise.all(
    DOOR_NAMES.map(async (name) => {
      const world = worlds[name];
      await world.clear();
      for (const step of given) await step(world);
      const before = plainRows(await world.rows());
      const said = typeof options === 'function' ? await options(world) : options;
      const exchange = await askThrough(world, name, operation, request, said);
      return { exchange, before, after: plainRows(await world.rows()) };
    }),
  );
  return Object.fromEntries(DOOR_NAMES.map((name, index) => [name, outcomes[index]])) as Record<DoorName, Outcome>;
}

export function askThrough(
  world: GatewayUnderTest,
  door: DoorName,
  operation: OperationName,
  request: AnyRequest,
  options: AskOptions = {},
): Promise<Exchange> {
  return world.doors[door](operation, request, { requestId: 'req-1', ...options });
}

/** Made by chance, and told apart by no caller: keys for providers, and their numbers. */
const RANDOM_COLUMNS = new Set(['credential', 'provider_key', 'token', 'claim']);
export const RANDOM_REFERENCE = /sim_[0-9A-Z]{26}/g;

/** Rows without what no two gateways have alike. */
export function plainRows(rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      list.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(name, value)])),
      ),
    ]),
  );
}

function plainValue(name: string, value: unknown): unknown {
  if (RANDOM_COLUMNS.has(name) && value !== null) return 'random';
  return typeof value === 'string' ? value.replace(RANDOM_REFERENCE, 'sim_random') : value;
}

/** What a door told, without what belongs to its protocol alone: the HTTP status. */
export function told({ reply, message }: Exchange): unknown {
  if ('answer' in reply) return JSON.parse(JSON.stringify(reply).replace(RANDOM_REFERENCE, 'sim_random'));
  const { code, field, retryable } = reply.refused;
  return { refused: { code, field, retryable, message } };
}
