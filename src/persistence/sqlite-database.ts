import type { DataSource } from 'typeorm';
import type { Clock, Reader, UnitOfWork } from '../services/ports';
import { pendingMigrationsOf, refuseNewerVersion } from './newer-version';
import { QueuedReader } from './queued-reader';
import { ReadOnlyReader } from './read-only-reader';
import { runStatement } from './run-statement';
import { SerialUnitOfWork } from './serial-unit-of-work';
import { openReader, openWriter, type SqliteUrl } from './sqlite-connections';
import { BETTER_SQLITE, SQLITE, type SqlFlavour } from './sql-flavour';
import { WriteQueue } from './write-queue';

/** The gateway's database in one SQLite file, or in memory for tests and trials. */
export class SqliteDatabase {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  private readonly queue: WriteQueue;

  private constructor(
    private readonly writer: DataSource,
    private readonly second: DataSource | undefined,
    clock: Clock,
    flavour: SqlFlavour,
  ) {
    this.queue = new WriteQueue(writer);
    this.unitOfWork = new SerialUnitOfWork(this.queue, clock, flavour);
    this.reader = second
      ? new ReadOnlyReader(second.createQueryRunner(), clock, flavour)
      : new QueuedReader(this.unitOfWork);
  }

  static async open(url: SqliteUrl, clock: Clock): Promise<SqliteDatabase> {
    const writer = await openWriter(url);
    try {
      await refuseNewerVersion(writer);
      const second = url.kind === 'file' ? await openReader(url.path, url.driver) : undefined;
      return new SqliteDatabase(writer, second, clock, flavourOf(url));
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  }

  async migrate(): Promise<void> {
    // In the queue: under the write lock, so that two processes that start together do not both create the tables.
    await this.queue.run(() => this.writer.runMigrations({ transaction: 'none' }));
  }

  async pendingMigrations(): Promise<string[]> {
    return this.look(pendingMigrationsOf);
  }

  /** Writes, because a file that is full or locked can still be read: a number that nobody reads, which is always written anew. */
  async ping(): Promise<void> {
    await this.queue.run((runner) => runStatement(runner, 'PRAGMA user_version = 1'));
  }

  async close(): Promise<void> {
    await this.queue.close();
    // The writer goes last: whoever closes last folds the write-ahead log into the file.
    await this.second?.destroy();
    await this.writer.destroy();
  }

  private look<T>(read: (source: DataSource) => Promise<T>): Promise<T> {
    const { second, writer } = this;
    return second ? read(second) : this.queue.run(() => read(writer));
  }
}

function flavourOf(url: SqliteUrl): SqlFlavour {
  return url.kind === 'file' && url.driver === 'better-sqlite3' ? BETTER_SQLITE : SQLITE;
}
