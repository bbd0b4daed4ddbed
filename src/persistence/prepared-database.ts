/**
 * The driver's connection, with its statements kept prepared. `sqlite3` prepares every statement anew, which is more
 * than half of what a refund costs; TypeORM calls only the few methods that are here, and notices nothing.
 */
import sqlite3 from 'sqlite3';
import { StatementFailed } from './statement-failed';

/** The driver answers with its statement as `this`, on which TypeORM reads `lastID` and `changes`. */
type Answer = (this: unknown, error: Error | null, rows?: unknown[]) => void;
type Ask = 'run' | 'all';

/** Statements that are over when they have answered. Others (PRAGMA) may stay half read and hold a lock. */
const KEPT = /^(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)\b/;
/** Of these, the driver tells how many rows they changed, and the id of the last. */
const WRITES = /^(INSERT|UPDATE|DELETE)\b/;
/** Texts with a row per line of an order come in any length; keeping the long ones would cost more than it saves. */
const LONGEST_KEPT = 4000;
const MOST_KEPT = 200;

export class PreparedDatabase {
  private readonly connection: sqlite3.Database;
  /** By text, the one that was not used for the longest time first. */
  private readonly statements = new Map<string, sqlite3.Statement>();

  constructor(
    path: string,
    ...rest: [opened: (error: Error | null) => void] | [flags: number, opened: (error: Error | null) => void]
  ) {
    this.connection =
      rest.length === 1 ? new sqlite3.Database(path, rest[0]) : new sqlite3.Database(path, rest[0], rest[1]);
  }

  run(text: string, ...rest: [Answer] | [unknown[] | undefined, Answer]): void {
    if (rest.length === 1) this.connection.run(text, rest[0]);
    else this.ask('run', text, rest[0] ?? [], rest[1]);
  }

  all(text: string, params: unknown[] | undefined, answer: Answer): void {
    this.ask('all', text, params ?? [], answer);
  }

  /** As TypeORM's own `query` would carry it out and tell it. Fails with StatementFailed. */
  carryOut(text: string, params: unknown[]): Promise<{ raw: unknown; records: unknown[]; affected: number }> {
    const how = WRITES.test(text) ? 'run' : 'all';
    return new Promise((resolve, reject) => {
      this.ask(how, text, params, function (this: unknown, error, rows = []) {
        if (error) return reject(new StatementFailed(text, error));
        const { lastID, changes } = this as sqlite3.RunResult;
        resolve({ raw: how === 'run' ? lastID : rows, records: rows, affected: changes });
      });
    });
  }

  close(closed: (error: Error | null) => void): void {
    // A connection with prepared statements does not close.
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    this.connection.close(closed);
  }

  private ask(how: Ask, text: string, params: unknown[], answer: Answer): void {
    const statement = this.statements.get(text);
    if (statement) {
      this.keep(text, statement);
      statement[how](params, answer);
      return;
    }
    if (text.length > LONGEST_KEPT || !KEPT.test(text)) {
      this.connection[how](text, params, answer);
      return;
    }
    const prepared = this.connection.prepare(text, (error: Error | null) => {
      if (error) return answer.call(prepared, error);
      // Somebody who asked the same meanwhile may have kept his; a second one would be forgotten and never finalized.
      const mine = !this.statements.has(text);
      if (mine) this.keep(text, prepared);
      prepared[how](params, answer);
      if (!mine) prepared.finalize();
    });
  }

  private keep(text: string, statement: sqlite3.Statement): void {
    this.statements.delete(text);
    this.statements.set(text, statement);
    if (this.statements.size <= MOST_KEPT) return;
    const [oldest] = this.statements;
    if (!oldest) return;
    this.statements.delete(oldest[0]);
    // Waits by itself for what the statement is still doing.
    oldest[1].finalize();
  }
}
