/** Benchmarks: what the gateway costs beside a floor of the same statements and beside other SOAP servers; see docs/performance.md. */
import 'reflect-metadata';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measure, type Figure, type Servers } from './measure';
import type { MeasuredServer } from './measured-server';
import { fillLongShop, measureLists, type Lists } from './lists';
import { HELP, readOptions, type Options } from './options';
import { PhpServer } from './php/php-server';
import { reportOf, textOf, type Report } from './report';
import { fillDatabase } from './sample-shop';
import { ServerProcess } from './server-process';
import { soak, type Soak } from './soak';
import { checkStatements } from './statement-check';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

interface Bench {
  readonly options: Options;
  readonly apiKey: string;
  readonly folder: string;
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
    folder,
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
  const noPhp = PhpServer.missing();
  if (noPhp !== undefined) tell(`PHP is left out: ${noPhp}`);
  const figures = options.rounds > 0 ? await measureAll(bench, noPhp) : [];
  const soaked = options.soak > 0 ? await soakOne(bench) : undefined;
  const lists = options.lists > 0 ? await measureLongLists(bench) : undefined;
  const { rounds, seconds } = options;
  return reportOf({
    ...{ rounds, secondsPerRound: seconds, statements, figures },
    ...(noPhp === undefined ? {} : { withoutPhp: noPhp }),
    ...(soaked ? { soak: soaked } : {}),
    ...(lists ? { lists } : {}),
  });
}

async function measureAll({ options, apiKey, folder, copy }: Bench, noPhp: string | undefined): Promise<Figure[]> {
  const profile = options.profile === undefined ? {} : { profile: path.resolve(os.tmpdir(), options.profile) };
  // Without the worker, which the floor has none of. Each door has a process and a database of its own.
  const started: MeasuredServer[] = [];
  const begin = async <S extends MeasuredServer>(starting: Promise<S>): Promise<S> => {
    const server = await starting;
    started.push(server);
    return server;
  };
  try {
    const soapDatabase = copy('soap');
    const servers: Servers = {
      floor: await begin(ServerProcess.start({ server: 'floor', databasePath: copy('floor'), ...profile })),
      REST: await begin(ServerProcess.start({ server: 'gateway', databasePath: copy('rest'), ...profile })),
      SOAP: await begin(ServerProcess.start({ server: 'gateway', databasePath: soapDatabase, ...profile })),
      IdoSell: await begin(ServerProcess.start({ server: 'gateway', databasePath: copy('idosell'), ...profile })),
      'node-soap': await begin(
        ServerProcess.start({ server: 'node-soap', databasePath: copy('node-soap'), ...profile }),
      ),
      'SOAP edge': await begin(ServerProcess.start({ server: 'SOAP edge', ...profile })),
      'node-soap edge': await begin(ServerProcess.start({ server: 'node-soap edge', ...profile })),
      // On the database of the SOAP door: the same rows, and what it only reads nobody else writes meanwhile.
      ...(noPhp === undefined
        ? { PHP: await begin(PhpServer.start({ databasePath: soapDatabase, folder: path.join(folder, 'php') })) }
        : {}),
    };
    return await measure(servers, apiKey, options, tell);
  } finally {
    await Promise.all(started.map((server) => server.stop()));
  }
}

async function soakOne({ options, apiKey, copy }: Bench): Promise<Soak> {
  const server = await ServerProcess.start({
    ...{ server: 'gateway', databasePath: copy('soak'), roles: 'api,worker', logLevel: 'info' },
  });
  try {
    return await soak(server, apiKey, options.soak, tell);
  } finally {
    await server.stop();
  }
}

async function measureLongLists({ options, folder }: Bench): Promise<Lists> {
  const databasePath = path.join(folder, 'long.sqlite');
  const access = await fillLongShop(databasePath, options.lists);
  const server = await ServerProcess.start({ server: 'gateway', databasePath });
  try {
    return await measureLists(server, access, options.lists, tell);
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
