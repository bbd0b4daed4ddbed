/** `npm run reliability`: compiles the harnesses with what they judge, and runs them. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const ROOT = path.resolve(import.meta.dirname, '../..');

const compiled = spawnSync('tsc', ['-p', path.join(import.meta.dirname, 'tsconfig.json')], { stdio: ['ignore', 2, 2] });
if (compiled.status !== 0) process.exit(2);
const main = path.relative(ROOT, require.resolve('./main.ts')).replace(/\.ts$/, '.js');
const program = path.join(ROOT, 'dist/reliability', main);
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;
