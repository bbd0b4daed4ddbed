import { MigrationExecutor, type DataSource } from 'typeorm';
import type { Clock, Reader, UnitOfWork } from '../services/ports';
import { DatabaseProblem } from './database-problem';
import type { DatabaseUrl } from './database-url';
import { QueuedReader } from './queued-reader';
import { ReadOnlyReader } from './read-only-reader';
import { SerialUnitOfWork } from './serial-unit-of-work';
import { openReader, openWriter } from './sqlite-connections';
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
  ) {
    this.queue = new WriteQueue(writer);
    this.unitOfWork = new SerialUnitOfWork(this.queue, clock);
    this.reader = second ? new ReadOnlyReader(second.createQueryRunner(), clock) : new QueuedReader(this.unitOfWork);
  }

  static async open(url: DatabaseUrl, clock: Clock): Promise<SqliteDatabase> {
    const writer = await openWriter(url);
    try {
      await refuseNewer(writer);
      const second = url.kind === 'file' ? await openReader(url.path) : undefined;
      return new SqliteDatabase(writer, second, clock);
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
    const pending = await this.look((source) => new MigrationExecutor(source).getPendingMigrations());
    return pending.map(({ name }) => name);
  }

  async ping(): Promise<void> {
    await this.look((source) => source.query('SELECT 1'));
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

/** A newer version may have given columns another meaning; an older one that writes into them would do harm. */
async function refuseNewer(writer: DataSource): Promise<void> {
  const known = new Set(writer.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const done = await new MigrationExecutor(writer).getExecutedMigrations();
  const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseProblem(
      `the database was made by a newer version of the gateway: this one does not know ${unknown.join(', ')}`,
    );
  }
}
