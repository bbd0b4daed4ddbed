/** The tour of the README, run to the letter: what a stranger types and what he sees are what it says. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const TOUR = README.slice(README.indexOf('## A tour in five minutes'), README.indexOf('## Configuration'));
const STEPS = [...TOUR.matchAll(/```sh\n([\s\S]*?)```\s+(?:```(?:json)?\n([\s\S]*?)```)/g)].map(
  ([, typed = '', seen = '']) => ({
    typed,
    seen,
  }),
);
const HAS_PHP = spawnSync('php', ['-m']).stdout?.toString().split('\n').includes('soap') ?? false;
const MARK = '--- next step ---';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Times and the ids that are made anew each time are the reader's own. */
function plain(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME')
    .replace(/sim_[0-9A-Z]{26}/g, 'REFERENCE')
    .replace(/"requestId":"[^"]+"/g, '"requestId":"ID"')
    .replace(/:\d{4,5}(?=\s|$)/g, ':PORT')
    .replace(/}(?=\{)/g, '}\n')
    .trim();
}

function run(script: string, environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    const shell = spawn('bash', ['-c', script], { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    let seen = '';
    shell.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
    shell.on('close', () => resolve(seen));
  });
}

test('the tour shows what the README says, step by step', async () => {
  expect(STEPS.length).toBe(6);
  const steps = HAS_PHP || process.env['CI'] === 'true' ? STEPS : STEPS.slice(0, -1);
  if (steps.length < STEPS.length)
    console.warn('the PHP step of the tour is skipped: php-cli with php-soap is not here');

  const folder = mkdtempSync(path.join(tmpdir(), 'refund-gateway-tour-'));
  const port = await freePort();
  const ready = `for i in $(seq 300); do curl -sf http://127.0.0.1:${port}/readyz >/dev/null && break; sleep 0.2; done`;
  const typed = steps.map((step, index) => `${step.typed}\n${index === 0 ? `${ready}\n` : ''}echo; echo '${MARK}'`);
  const script = `set -m\n${typed.join('\n')}\nkill %1; wait`
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)
    .replaceAll('sqlite:tour/', `sqlite:${folder}/`)
    .replace('php samples/tour.php "$KEY"', `php samples/tour.php "$KEY" http://127.0.0.1:${port}`);
  try {
    const seen = (await run(script, { ...process.env, PORT: String(port) })).split(MARK).slice(0, steps.length);
    expect(seen.map(plain)).toEqual(steps.map((step) => plain(step.seen)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
