/**
 * Statements of one unit of work, or of one read. All SQL of the stores passes here: portable text with numbered
 * parameters ($1, $2 in the order they first appear, which SQLite numbers alike), so that another engine needs no
 * other store. A statement must begin with its verb in capitals, because TypeORM's driver looks at the first word.
 */
import {
  QueryFailedError,
  type EntityTarget,
  type FindManyOptions,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import { StatementFailed } from './statement-failed';

export type SqlValue = string | number | boolean | null | undefined;

/** SQLite takes 32,766 parameters in one statement; PostgreSQL twice as many. */
const MOST_PARAMETERS = 30_000;

interface Outcome {
  readonly raw: unknown;
  readonly records: unknown[];
  readonly affected?: number | null;
}

export class Sql {
  private readonly running = new Set<Promise<unknown>>();
  private ended: string | undefined;

  constructor(private readonly runner: QueryRunner) {}

  async rows<T>(text: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.ask(text, params)).records as T[];
  }

  async row<T>(text: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.rows<T>(text, params))[0];
  }

  /** How many rows the statement changed. */
  async run(text: string, params: readonly SqlValue[] = []): Promise<number> {
    return (await this.ask(text, params)).affected ?? 0;
  }

  /** Inserts one row and answers the id that it was given. */
  async insert(text: string, params: readonly SqlValue[]): Promise<number> {
    return Number((await this.ask(text, params)).raw);
  }

  /** As `insert`, for a statement with ON CONFLICT DO NOTHING: undefined when the row was already there. */
  async insertUnlessTaken(text: string, params: readonly SqlValue[]): Promise<number | undefined> {
    const { affected, raw } = await this.ask(text, params);
    return affected === 1 ? Number(raw) : undefined;
  }

  /** Inserts many rows with as few statements as parameters allow; answers how many rows were written. */
  async insertRows(into: string, rows: readonly (readonly SqlValue[])[], conflict = ''): Promise<number> {
    const width = rows[0]?.length ?? 1;
    const most = Math.floor(MOST_PARAMETERS / width);
    let written = 0;
    for (let first = 0; first < rows.length; first += most) {
      const chunk = rows.slice(first, first + most);
      const values = chunk.map((_, row) => `(${placeholders(width, row * width + 1)})`).join(', ');
      written += await this.run(`INSERT INTO ${into} VALUES ${values} ${conflict}`, chunk.flat());
    }
    return written;
  }

  /** Reads whole rows through the entity: for lists that no request waits for. */
  async find<Row extends ObjectLiteral>(entity: EntityTarget<Row>, options: FindManyOptions<Row>): Promise<Row[]> {
    if (this.ended !== undefined) throw new Error(this.ended);
    return this.track('SELECT', this.runner.manager.find(entity, options));
  }

  /** Waits for what is still running and takes no more: a forgotten `await` must not land in another's unit of work. */
  async end(): Promise<void> {
    this.ended ??= 'a statement came after the end of its unit of work; an await is missing';
    await Promise.allSettled(this.running);
  }

  private ask(text: string, params: readonly SqlValue[]): Promise<Outcome> {
    if (this.ended !== undefined) return Promise.reject(new Error(this.ended));
    const bound = params.map((value) => value ?? null);
    return this.track(text, this.runner.query(text, bound, true) as Promise<Outcome>);
  }

  private async track<T>(text: string, answer: Promise<T>): Promise<T> {
    this.running.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      const failed = new StatementFailed(text, error.driverError);
      // SQLite may have rolled everything back by itself; a statement that followed would commit on its own.
      if (failed.fatal) this.ended = failed.message;
      throw failed;
    } finally {
      this.running.delete(answer);
    }
  }
}

/** `$3, $4, $5` for three parameters from the third on. */
export function placeholders(count: number, from = 1): string {
  return Array.from({ length: count }, (_, offset) => `$${from + offset}`).join(', ');
}
