/** A benchmark against a floor of other statements measures nothing, and nobody would notice. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fillDatabase } from '../../bench/sample-shop';
import { checkStatements } from '../../bench/statement-check';

let folder: string;

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'refund-gateway-floor-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the floor of the benchmark issues the statements of the gateway, one for one', async () => {
  const gateway = path.join(folder, 'gateway.sqlite');
  const floor = path.join(folder, 'floor.sqlite');
  const apiKey = await fillDatabase(gateway, 1);
  copyFileSync(gateway, floor);
  const counts = await checkStatements({ gateway, floor }, apiKey);
  // The key, the group and its savepoint are five of them.
  expect(counts.create).toBeGreaterThan(5);
  expect(counts.confirm).toBeGreaterThan(5);
  expect(counts.status).toBe(2);
});
