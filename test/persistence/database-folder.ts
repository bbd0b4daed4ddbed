import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for database files that goes away after the tests of the file. */
export function databaseFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'refund-gateway-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
