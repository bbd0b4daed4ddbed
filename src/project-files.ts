/** Files that ship with the gateway, found from wherever this code runs: from src, from dist, or installed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('the files of the gateway are not where its code is');
  return findRoot(parent);
}

/** Where the gateway is installed. */
export const PROJECT_ROOT = findRoot(__dirname);

/** The text of a file that ships with the gateway, such as `wsdl/refund-gateway.wsdl`. */
export function readProjectFile(name: string): string {
  return readFileSync(path.join(PROJECT_ROOT, name), 'utf8');
}
