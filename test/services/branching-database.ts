/** The real stores over SQLite in memory, on which a change can be tried out and taken back: to walk every path of a world. */
import type { DataSource, QueryRunner } from 'typeorm';
import { openWriter } from '../../src/persistence/sqlite-connections';
import { Sql } from '../../src/persistence/sql';
import { storesOver } from '../../src/persistence/stores-over';
import type { Clock, Reader, Stores, UnitOfWork } from '../../src/services/ports';

export class BranchingDatabase implements UnitOfWork, Reader {
  private constructor(
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private readonly clock: Clock,
  ) {}

  static async open(clock: Clock): Promise<BranchingDatabase> {
    const source = await openWriter({ kind: 'memory' });
    await source.runMigrations();
    return new BranchingDatabase(source, source.createQueryRunner(), clock);
  }

  async run<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    const sql = new Sql(this.runner);
    await this.runner.query('SAVEPOINT unit');
    try {
      const answer = await change(storesOver(sql, this.clock));
      await this.runner.query('RELEASE unit');
      return answer;
    } catch (error) {
      await this.runner.query('ROLLBACK TO unit');
      await this.runner.query('RELEASE unit');
      throw error;
    } finally {
      await sql.end();
    }
  }

  async read<T>(look: (stores: Stores) => Promise<T>): Promise<T> {
    return this.run(look);
  }

  /** Walks one way; afterwards everything is as it was. */
  async branch(walk: () => Promise<void>): Promise<void> {
    await this.runner.query('SAVEPOINT branch');
    try {
      await walk();
    } finally {
      await this.runner.query('ROLLBACK TO branch');
      await this.runner.query('RELEASE branch');
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
