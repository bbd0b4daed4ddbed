/** Benchmarks: what the gateway costs beside a floor of the same statements, measured in one run; see docs/performance.md. */
import 'reflect-metadata';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measure, type Figure, type Servers } from './measure';
import { HELP, readOptions, type Options } from './options';
import { reportOf, textOf, type Report } from './report';
import { fillDatabase } from './sample-shop';
import { ServerProcess } from './server-process';
import { soak, type Soak } from './soak';
import { checkStatements } from './statement-check';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

interface Bench {
  readonly options: Options;
  readonly apiKey: string;
  /** A database of its own, filled alike. */
  copy(name: string): string;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return void process.stdout.write(HELP);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-gateway-bench-'));
  try {
    const report = await run(options, folder);
    process.stdout.write(options.json ? `${JSON.stringify(report, undefined, 2)}\n` : textOf(report));
    if (options.output !== undefined) write(path.resolve(os.tmpdir(), options.output), report);
    if (report.ratios.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(options: Options, folder: string): Promise<Report> {
  const original = path.join(folder, 'filled.sqlite');
  const apiKey = await fillDatabase(original);
  const bench: Bench = {
    options,
    apiKey,
    copy(name) {
      mkdirSync(path.join(folder, name));
      const copy = path.join(folder, name, 'refunds.sqlite');
      copyFileSync(original, copy);
      return copy;
    },
  };
  const copies = { gateway: bench.copy('check-gateway'), floor: bench.copy('check-floor') };
  const statements = await checkStatements(copies, apiKey);
  tell('the floor issues the same statements as the gateway');
  const figures = options.rounds > 0 ? await measureAll(bench) : [];
  const soaked = options.soak > 0 ? await soakOne(bench) : undefined;
  const { rounds, seconds } = options;
  return reportOf({ rounds, secondsPerRound: seconds, statements, figures, ...(soaked ? { soak: soaked } : {}) });
}

async function measureAll({ options, apiKey, copy }: Bench): Promise<Figure[]> {
  const profile = options.profile === undefined ? {} : { profile: path.resolve(os.tmpdir(), options.profile) };
  // Without the worker, which the floor has none of. Each door has a process and a database of its own.
  const servers: Servers = {
    floor: await ServerProcess.start({ databasePath: copy('floor'), ...profile }),
    REST: await ServerProcess.start({ databasePath: copy('rest'), roles: 'api', ...profile }),
    SOAP: await ServerProcess.start({ databasePath: copy('soap'), roles: 'api', ...profile }),
  };
  try {
    return await measure(servers, apiKey, options, tell);
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function soakOne({ options, apiKey, copy }: Bench): Promise<Soak> {
  const server = await ServerProcess.start({ databasePath: copy('soak'), roles: 'api,worker', logLevel: 'info' });
  try {
    return await soak(server, apiKey, options.soak, tell);
  } finally {
    await server.stop();
  }
}

function write(folder: string, report: Report): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'bench.json');
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  tell(`written to ${file}`);
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
