/** What libxml2 says about envelopes. Asked in a process of its own, see schema-oracle.mjs. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PROJECT_ROOT, readProjectFile } from '../../src/project-files';

const ORACLE = path.join(PROJECT_ROOT, 'test/soap/schema-oracle.mjs');
const MOST_BYTES = 64 * 1024 * 1024;

/** For each envelope: '' where it is well-formed and its content fits the schema of the WSDL, today's when none is named. */
export function schemaVerdicts(envelopes: readonly string[], wsdl = 'wsdl/refund-gateway.wsdl'): string[] {
  const input = JSON.stringify({ wsdl: readProjectFile(wsdl), envelopes });
  const { stdout, stderr } = spawnSync(process.execPath, [ORACLE], { input, maxBuffer: MOST_BYTES });
  try {
    return JSON.parse(stdout.toString()) as string[];
  } catch {
    throw new Error(`the oracle failed: ${stderr.toString()}`);
  }
}
