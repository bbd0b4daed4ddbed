/** The `sqlite3` package and nothing around it: each statement is prepared once and kept. */
import sqlite3 from 'sqlite3';
import { BEGIN, COMMIT, RELEASE, SAVEPOINT } from './statements';

export type Row = Record<string, string | number | null>;
type Value = string | number | null;

export class Connection {
  private readonly prepared = new Map<string, sqlite3.Statement>();

  private constructor(private readonly database: sqlite3.Database) {}

  static async open(path: string, mode: number, pragmas: readonly string[]): Promise<Connection> {
    const database = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened = new sqlite3.Database(path, mode, (error) => (error ? reject(error) : resolve(opened)));
    });
    const settings = pragmas.map((pragma) => `PRAGMA ${pragma}`).join(';');
    await new Promise<void>((resolve, reject) => {
      database.exec(settings, (error) => (error ? reject(error) : resolve()));
    });
    return new Connection(database);
  }

  rows(text: string, values: readonly Value[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.statement(text).all<Row>(values, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  /** The id of the row that was inserted last. */
  run(text: string, values: readonly Value[] = []): Promise<number> {
    return new Promise((resolve, reject) => {
      this.statement(text).run(values, function (error) {
        if (error) reject(error);
        else resolve(this.lastID);
      });
    });
  }

  close(): Promise<void> {
    for (const statement of this.prepared.values()) statement.finalize();
    return new Promise((resolve, reject) => this.database.close((error) => (error ? reject(error) : resolve())));
  }

  private statement(text: string): sqlite3.Statement {
    let statement = this.prepared.get(text);
    if (!statement) {
      statement = this.database.prepare(text);
      this.prepared.set(text, statement);
    }
    return statement;
  }
}

interface Job {
  readonly change: () => Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const MOST_PER_COMMIT = 64;

/** Requests that wait share one COMMIT, each behind a savepoint of its own; all are answered after it. */
export class GroupCommit {
  private readonly waiting: Job[] = [];
  private running = false;

  constructor(private readonly writer: Connection) {}

  run<T>(change: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ change, resolve: resolve as Job['resolve'], reject });
      if (this.running) return;
      this.running = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST_PER_COMMIT);
      try {
        await this.writer.run(BEGIN);
        const values: unknown[] = [];
        for (const { change } of batch) {
          await this.writer.run(SAVEPOINT);
          values.push(await change());
          await this.writer.run(RELEASE);
        }
        await this.writer.run(COMMIT);
        batch.forEach((job, index) => job.resolve(values[index]));
      } catch (error) {
        for (const job of batch) job.reject(error);
      }
    }
    this.running = false;
  }
}
