/** The demo, as somebody who has just cloned the project starts it. */
import { readdirSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { BuiltProgram } from './built-program';

let program: BuiltProgram;

beforeAll(() => {
  program = new BuiltProgram();
});
afterAll(() => program.remove());

const left = (): string[] => readdirSync(program.folder).filter((name) => name.startsWith('refund-gateway-demo'));

function until(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text}`)));
    child.stdout?.on('data', (data) => {
      text += String(data);
      if (pattern.test(text)) resolve(text);
    });
  });
}

test('every step gives what it should, and nothing is left behind', async () => {
  const { code, stdout, stderr } = await program.run('demo', ['--once'], { PORT: '0' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const step of [1, 2, 3, 4, 5, 6, 7, 8]) expect(stdout).toContain(`\n${step}. `);
  expect(stdout).toContain('approved -> sending -> unknown -> settled');
  expect(stdout).toContain('Every step gave what it should.');
  expect(stdout).not.toMatch(/\u001b/);
  expect(stdout).not.toContain('listening on');
  expect(left()).toEqual([]);
}, 60_000);

test('without --once it goes on serving, with the curl line it showed, and ends cleanly', async () => {
  const child = program.start('demo', [], { PORT: '0' });
  const text = await until(child, /\nlistening on http:\/\/127\.0\.0\.1:\d+\n/);
  const [, key = '', url = ''] = /curl -H 'X-API-KEY: (\S+)' '(\S+)'/.exec(text) ?? [];
  const response = await fetch(url, { headers: { 'X-API-KEY': key } });
  expect(response.status).toBe(200);
  expect(((await response.json()) as { refunds: unknown[] }).refunds).toHaveLength(3);
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(left()).toEqual([]);
}, 60_000);

test.each([
  ['an option that it does not have', ['--twice'], { PORT: '0' }],
  ['a wrong environment', ['--once'], { PORT: 'x' }],
])('%s is wrong usage', async (_what, argv, environment) => {
  const { code, stdout, stderr } = await program.run('demo', argv, environment);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^refund-gateway: [^\n]+\n$/);
});
