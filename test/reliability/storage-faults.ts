/** What can happen to a database while the gateway runs, engine by engine, each undone again. */
import pg from 'pg';
import { PostgresCluster } from './postgres-cluster';
import {
  inFile,
  onServer,
  scratchFolder,
  type Engine,
  type OpenConnection,
  type ScratchDatabase,
} from './scratch-database';
import { SmallDisk } from './small-disk';

export interface Fault {
  readonly name: string;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
  /** How often it happens. */
  readonly times: number;
  /** Whether it lasts until it is ended; a crash is over as soon as it has begun. */
  readonly lasts: boolean;
  /** Whether reads go on meanwhile. */
  readonly reads: boolean;
}

/** A database on ground of its own, which may be shaken. */
export interface Ground {
  readonly database: ScratchDatabase;
  readonly faults: readonly Fault[];
  /** While it is so, no gateway can be started; undefined where a start would only wait. */
  readonly unusable?: Pick<Fault, 'name' | 'begin' | 'end'>;
  /** What is left out on this machine, and why. */
  readonly skipped?: string;
  remove(): Promise<void>;
}

const CRASHES = 5;

/** Why nothing of this engine can be shaken on this machine; undefined when something can. */
export function whyNot(engine: Engine): string | undefined {
  return engine === 'postgres' ? PostgresCluster.whyNot() : undefined;
}

export function prepareGround(engine: Engine): Promise<Ground> {
  if (engine === 'postgres') return ownServer();
  const reason = SmallDisk.whyNot();
  return Promise.resolve(reason === undefined ? ownDisk(engine) : anyFolder(engine, reason));
}

const onFile = { times: 1, lasts: true, reads: true };

function anyFolder(engine: Exclude<Engine, 'postgres'>, reason: string): Ground {
  const folder = scratchFolder();
  const database = inFile(engine, folder);
  const skipped = `skipped: disk full, file unwritable (${reason})`;
  return { database, faults: [{ ...lock(database), ...onFile }], skipped, remove: () => database.drop() };
}

function ownDisk(engine: Exclude<Engine, 'postgres'>): Ground {
  const disk = SmallDisk.create();
  const database = inFile(engine, disk.folder);
  // Not the index of the log (-shm), which is mapped memory: who cannot write there is ended by the kernel, as by a kill.
  const files = ['refunds.sqlite', 'refunds.sqlite-wal'];
  const full = { name: 'disk full', begin: () => disk.fill(), end: () => disk.free() };
  const unwritable = {
    name: 'file unwritable',
    begin: () => disk.protect('.', ...files),
    end: () => disk.release('.', ...files),
  };
  const closed = {
    name: 'file read-only',
    begin: () => disk.protect('.', 'refunds.sqlite'),
    end: () => disk.release('.', 'refunds.sqlite'),
  };
  return {
    database,
    faults: [full, unwritable, lock(database)].map((fault) => ({ ...fault, ...onFile })),
    unusable: closed,
    remove: () => Promise.resolve(disk.remove()),
  };
}

/** As the command line beside the gateway, or a backup, would hold the file: we are the other process. */
function lock(database: ScratchDatabase): Pick<Fault, 'name' | 'begin' | 'end'> {
  let holder: OpenConnection | undefined;
  return {
    name: 'file locked',
    async begin() {
      holder = await database.connect();
      // SQLite lets nobody stand in line: a gateway under load leaves the file free for moments only.
      await holder.run('PRAGMA busy_timeout = 60000');
      await holder.run('BEGIN IMMEDIATE');
    },
    async end() {
      await holder?.run('ROLLBACK');
      await holder?.close();
    },
  };
}

async function ownServer(): Promise<Ground> {
  const cluster = await PostgresCluster.create();
  const database = await onServer(cluster.url);
  const crash: Fault = {
    ...{ name: 'server crashed', times: CRASHES, lasts: false, reads: false },
    begin: () => cluster.crash(),
    end: () => undefined,
  };
  const lasting = { times: 1, lasts: true, reads: false };
  return {
    database,
    faults: [
      { name: 'server stopped', ...lasting, begin: () => cluster.stop(), end: () => cluster.start() },
      crash,
      { name: 'server paused', ...lasting, begin: () => cluster.pause(), end: () => cluster.resume() },
      { ...allConnections(cluster, database.url), ...lasting },
    ],
    remove: () => cluster.remove(),
  };
}

/** Somebody else ends the gateway's connections and takes all there are, as fast as they come free. */
function allConnections(cluster: PostgresCluster, gatewayUrl: string): Pick<Fault, 'name' | 'begin' | 'end'> {
  const held: pg.Client[] = [];
  const takeAll = async (): Promise<void> => {
    for (;;) {
      const client = new pg.Client({ connectionString: cluster.url }).on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return;
      }
      held.push(client);
    }
  };
  const theirs = new URL(gatewayUrl).pathname.slice(1);
  /** Answers how many there were. */
  const endTheirs = async (): Promise<number> => {
    const text = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
    return (await held[0]?.query(text, [theirs]))?.rowCount ?? 0;
  };
  return {
    name: 'no connection left',
    async begin() {
      do await takeAll();
      while ((await endTheirs()) > 0);
    },
    async end() {
      await Promise.all(held.splice(0).map((client) => client.end()));
    },
  };
}
