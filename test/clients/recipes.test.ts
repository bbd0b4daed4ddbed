/** The recipes of docs/clients, run to the letter: what a stranger copies and what he sees are what the page says. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseImportFile } from '../../src/cli/import-file';
import { readProjectFile } from '../../src/project-files';
import { startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import { SOAP_VERSIONS } from './client-process';
import type { Stack } from './client-process';
import { notHere } from './not-here';
import { STACKS, STRONG_SOAP } from './stacks';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/clients');
const SAMPLE = 'samples/shop.json';
/** Where Debian's packages are; where node is; what the recipes of Node.js are told to install. */
const ENVIRONMENT = {
  PATH: `/usr/bin:${process.env['PATH'] ?? ''}`,
  NODE_PATH: [ROOT, STRONG_SOAP].map((folder) => path.join(folder, 'node_modules')).join(':'),
  LANG: 'C.UTF-8',
};

interface Recipe {
  readonly page: string;
  /** The title of the page. */
  readonly stack: string;
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly steps: readonly (readonly [typed: string, seen: string])[];
}

const RECIPES = readdirSync(FOLDER)
  .filter((page) => page !== 'README.md')
  .map((page): Recipe => {
    const text = readFileSync(path.join(FOLDER, page), 'utf8');
    const files = [...text.matchAll(/^Save this as `([^`]+)`:\n\n```\w*\n([\s\S]*?)^```$/gm)];
    const steps = [...text.matchAll(/^```sh\n([\s\S]*?)^```\n+```\n([\s\S]*?)^```$/gm)];
    return {
      page,
      stack: /^# (.+)$/m.exec(text)?.[1] ?? '',
      files: files.map(([, name = '', program = '']) => [name, program]),
      steps: steps.map(([, typed = '', seen = '']) => [typed, seen]),
    };
  });

/** A stack that compiles, or one on a busy machine, takes its time. */
jest.setTimeout(300_000);

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ now: Date.now(), doors: ['rest'] });
});
afterAll(() => gateway.stop());

function run(script: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...ENVIRONMENT, KEY: gateway.key };
    const shell = spawn('sh', ['-ec', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let seen = '';
    for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (chunk: Buffer) => (seen += chunk.toString()));
    shell.on('error', reject);
    shell.on('close', () => resolve(seen));
  });
}

test('every stack has a recipe, and every recipe a stack', () => {
  expect(RECIPES.map(({ stack }) => stack).sort()).toEqual(STACKS.map(({ name }) => name).sort());
});

test('the README names what each stack speaks and cannot do', () => {
  const rows = STACKS.map(({ name, noSoap12, limits }) => {
    const page = RECIPES.find(({ stack }) => stack === name)?.page ?? '';
    const versions = SOAP_VERSIONS.filter((version) => version === '1.1' || noSoap12 === undefined).join(', ');
    const cannot = Object.entries(limits).map(([check, why]) => `${check}: ${why}`);
    const all = noSoap12 === undefined ? cannot : [`SOAP 1.2: ${noSoap12}`, ...cannot];
    return `| [${name}](${page}) | ${versions} | ${all.join('; ')} |`;
  });
  const readme = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  expect(readme.split('\n').filter((line) => line.startsWith('| ['))).toEqual(rows);
});

describe.each(RECIPES.map((recipe) => [recipe.page, recipe] as const))('%s', (page, recipe) => {
  const { found } = STACKS.find(({ name }) => name === recipe.stack) as Stack;
  if ('missing' in found) return notHere(`${page} is not tried: ${found.missing}`);

  test('prints what it says, and leaves one refund behind', async () => {
    await gateway.clear();
    await gateway.services.imports.run(gateway.caller, parseImportFile(readProjectFile(SAMPLE), SAMPLE).rows);
    expect(recipe.files.length).toBeGreaterThan(0);
    expect(recipe.steps.length).toBeGreaterThan(0);
    const here = (text: string): string => text.replaceAll('http://127.0.0.1:3000', gateway.address);
    const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
    try {
      for (const [name, text] of recipe.files) writeFileSync(path.join(folder, name), here(text));
      // Twice, because that is what an idempotency key is for.
      for (const [typed, seen] of [...recipe.steps, ...recipe.steps]) expect(await run(here(typed), folder)).toBe(seen);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const left = await gateway.ask.rest('retrieveRefundsList', { state: 'all', orderId: 1002 });
    expect(left).toMatchObject({ answer: { refunds: [{ amount: '12.35', reason: 'pęknięty' }] } });
  });
});
