/** Each folder of test/samples/skyhub is a request and its answer, member for member and in this order. A new case needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseImportFile } from '../../../src/cli/import-file';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import type { PutOrder } from '../../../src/services/wishes';
import { channelOrder, send, type Sent } from './channel-shop';

const SAMPLES = path.join(__dirname, '../../samples/skyhub');

interface Request extends Sent {
  readonly method: string;
  readonly path: string;
  /** What is different about the order of the shop. */
  readonly order?: Partial<PutOrder>;
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
});

test.each(readdirSync(SAMPLES))('%s', async (folder) => {
  const { method, path: target, order, after = [], tickets = [], ...sent } = read<Request>(folder, 'request.json');
  await gateway.services.orders.put(gateway.caller, channelOrder(order));
  const { rows } = parseImportFile(JSON.stringify({ tickets }), 'tickets.json');
  for (const { wish } of rows.tickets) await gateway.services.tickets.put(gateway.caller, wish);
  for (const earlier of after) {
    const { method: verb, path: where, body } = read<Required<Request>>(earlier, 'request.json');
    await send(gateway, verb, where, { body });
    gateway.clock.pass(60_000);
  }
  const { status, text } = await send(gateway, method, target, sent);
  const answer = { status, body: JSON.parse(text) as unknown };
  expect(JSON.stringify(answer, null, 2).replaceAll(gateway.address, 'https://gateway.example')).toBe(
    JSON.stringify(read(folder, 'response.json'), null, 2),
  );
});
