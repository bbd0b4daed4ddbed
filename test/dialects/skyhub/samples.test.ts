/** Each folder of test/samples/skyhub is a request and its answer, member for member and in this order. A new case needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseImportFile } from '../../../src/cli/import-file';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder } from './channel-shop';

const SAMPLES = path.join(__dirname, '../../samples/skyhub');

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Names of samples whose requests are sent before. */
  readonly after?: readonly string[];
  /** Tickets that are there, in the form of an import. */
  readonly tickets?: readonly Record<'code' | 'orderCode' | 'platform' | 'createdAt', string>[];
}

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(path.join(SAMPLES, folder, file), 'utf8')) as T;

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, channelOrder());
});

test.each(readdirSync(SAMPLES))('%s', async (folder) => {
  const { method, path: target, body, after = [], tickets = [] } = read<Request>(folder, 'request.json');
  const { rows } = parseImportFile(JSON.stringify({ tickets }), 'tickets.json');
  for (const { wish } of rows.tickets) await gateway.services.tickets.put(gateway.caller, wish);
  for (const earlier of after) {
    const { method: verb, path: where, body: what } = read<Request>(earlier, 'request.json');
    await ask(gateway, verb, where, what);
    gateway.clock.pass(60_000);
  }
  const answer = await ask(gateway, method, target, body);
  expect(JSON.stringify(answer, null, 2).replaceAll(gateway.address, 'https://gateway.example')).toBe(
    JSON.stringify(read(folder, 'response.json'), null, 2),
  );
});
