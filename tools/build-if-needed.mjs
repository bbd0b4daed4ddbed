/** Compiles only when a source is newer than what was compiled last: every npm command begins here. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Written after a build without errors. */
const MARK = 'dist/built';
const SOURCES = ['src', 'generated', 'bench'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newest(folder) {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

const changed = Math.max(...SOURCES.filter(existsSync).map(newest), ...FILES.map((file) => statSync(file).mtimeMs));
if (!existsSync(MARK) || statSync(MARK).mtimeMs < changed) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  process.exitCode = status ?? 1;
  if (status === 0) writeFileSync(MARK, '');
}
