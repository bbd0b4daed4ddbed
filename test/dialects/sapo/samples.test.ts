/**
 * The messages of the contract, a folder each: what is sent, and every key of the answer in its order. They are answered by a
 * shop where nothing was given back before, or by what a folder says beside: another order (shop.json), settings, earlier requests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PutOrder } from '../../../src/services/wishes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop } from './shop';

jest.setTimeout(60_000);

const FOLDER = path.join(__dirname, '..', '..', 'samples', 'sapo');

/** One for each choice of settings that a sample makes. */
const gateways = new Map<string, GatewayUnderTest>();
afterAll(() => Promise.all([...gateways.values()].map((gateway) => gateway.stop())));

async function gatewayWith(environment: Readonly<Record<string, string>>): Promise<GatewayUnderTest> {
  const name = JSON.stringify(environment);
  const gateway = gateways.get(name) ?? (await startGateway({ doors: [], environment }));
  gateways.set(name, gateway);
  await gateway.clear();
  return gateway;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

interface Sample extends Asked {
  /** Of the deployment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What was asked before, in this order. */
  readonly before?: readonly Asked[];
}

const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, name, file), 'utf8'));

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const { settings = {}, before = [], ...request } = read(name, 'request.json') as Sample;
  const gateway = await gatewayWith(settings);
  const shop = existsSync(path.join(FOLDER, name, 'shop.json')) ? read(name, 'shop.json') : undefined;
  if (shop) await gateway.services.orders.put(gateway.caller, shop as PutOrder);
  else await openShop(gateway);
  for (const earlier of before) await ask(gateway, earlier.path, earlier);
  const answer = await ask(gateway, request.path, request);
  const { status, body } = read(name, 'response.json') as { status: number; body: unknown };
  expect([answer.status, answer.body]).toEqual([status, body]);
  expect(answer.text).toBe(JSON.stringify(body));
});
