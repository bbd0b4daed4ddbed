import { MigrationExecutor, type DataSource } from 'typeorm';
import type { Clock, Reader, UnitOfWork } from '../services/ports';
import { Admission, type AdmissionLimits } from './admission';
import { pendingMigrationsOf, refuseNewerVersion } from './newer-version';
import { PooledReader } from './pooled-reader';
import { PooledUnitOfWork } from './pooled-unit-of-work';
import { openPool, postgresProblem, type PostgresUrl } from './postgres-connections';

/** A handful of instances stay below the hundred connections that a server takes by default. */
const UNITS: AdmissionLimits = { atOnce: 10, mostWaiting: 1000, longestWaitMs: 3000 };
const READS: AdmissionLimits = { atOnce: 10, mostWaiting: 1000, longestWaitMs: 3000 };

/** One number for all instances: whoever holds it changes the tables. */
const MIGRATION_LOCK = 7_733_683_463;

/** The gateway's database on a PostgreSQL server, which several instances may share. */
export class PostgresDatabase {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;

  private constructor(
    private readonly url: PostgresUrl,
    private readonly writers: DataSource,
    private readonly readers: DataSource,
    private readonly units: Admission,
    private readonly reads: Admission,
    clock: Clock,
  ) {
    this.unitOfWork = new PooledUnitOfWork(writers, units, clock);
    this.reader = new PooledReader(readers, reads, clock);
  }

  static async open(url: PostgresUrl, clock: Clock, limits: Partial<AdmissionLimits> = {}): Promise<PostgresDatabase> {
    const units = { ...UNITS, ...limits };
    const writers = await openPool(url, 'write', units.atOnce);
    try {
      await refuseNewerVersion(writers);
      const readers = await openPool(url, 'read', READS.atOnce);
      return new PostgresDatabase(url, writers, readers, new Admission(units), new Admission(READS), clock);
    } catch (error) {
      await writers.destroy();
      throw error;
    }
  }

  /** Instances that start together do it one after the other; those that come later find nothing left to do. */
  async migrate(): Promise<void> {
    const pool = await openPool(this.url, 'migrate', 1);
    const runner = pool.createQueryRunner();
    try {
      await runner.query('BEGIN');
      await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      const executor = new MigrationExecutor(pool, runner);
      executor.transaction = 'none';
      await executor.executePendingMigrations();
      await runner.query('COMMIT');
    } catch (error) {
      throw postgresProblem(this.url, error);
    } finally {
      // Closing the connection takes back what was not committed.
      await runner.release();
      await pool.destroy();
    }
  }

  async pendingMigrations(): Promise<string[]> {
    return this.reads.run(() => pendingMigrationsOf(this.readers));
  }

  /** Where units of work run: a server that can only be read has become a copy. */
  async ping(): Promise<void> {
    await this.unitOfWork.run(() => Promise.resolve());
  }

  async close(): Promise<void> {
    await Promise.all([this.units.close(), this.reads.close()]);
    await Promise.all([this.writers.destroy(), this.readers.destroy()]);
  }
}
