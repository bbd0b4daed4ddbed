/** `npm run check`: everything a machine can judge, one after the other; ends with 1 when any of it fails. */
import { spawnSync } from 'node:child_process';

const CHECKS = [
  ['format', 'prettier', ['--check', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['arrows', 'depcruise', ['src', 'generated', 'test', 'bench', 'tools', '--config', '.dependency-cruiser.cjs']],
  ['unused code', 'knip', []],
  ['generated/ up to date', 'npm', ['run', '--silent', 'generate', '--', '--check']],
];

let failed = 0;
for (const [name, command, args] of CHECKS) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(`${stdout ?? ''}${stderr ?? ''}`.trim());
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
