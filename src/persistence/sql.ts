/**
 * Statements of one unit of work, or of one read. All SQL of the stores passes here: portable text with numbered
 * parameters ($1, $2 in the order they first appear, which SQLite numbers alike), so that another engine needs no
 * other store. A statement must begin with its verb in capitals, because TypeORM's driver looks at the first word.
 */
import type { EntityTarget, FindManyOptions, ObjectLiteral, QueryRunner } from 'typeorm';
import type { Columns } from './columns';
import { runStatement, type Outcome } from './run-statement';
import { SQLITE, type SqlFlavour, type SqlValue } from './sql-flavour';
import { StatementFailed } from './statement-failed';

/** SQLite takes 32,766 parameters in one statement; PostgreSQL twice as many. */
const MOST_PARAMETERS = 30_000;

export class Sql {
  private readonly running = new Set<Promise<unknown>>();
  private last: Promise<unknown> = Promise.resolve();
  private ended: string | undefined;
  private failed: StatementFailed | undefined;

  constructor(
    private readonly runner: QueryRunner,
    readonly flavour: SqlFlavour = SQLITE,
  ) {}

  /** The statement after which the unit of work cannot be committed, even if the change went on as if nothing was. */
  get failure(): StatementFailed | undefined {
    return this.failed;
  }

  async rows<T>(text: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.ask(text, params)).records as T[];
  }

  /**
   * All rows of a statement that reads these columns, for pages of many. A driver to which each value of each row is work of its own
   * is asked for one text that holds them all; it costs half as much.
   * @param rest what follows the columns
   */
  async many<T>({ text, asObject }: Columns, rest: string, params: readonly SqlValue[]): Promise<T[]> {
    const select = `SELECT ${text} ${rest}`;
    if (!this.flavour.tellsRowsAsText) return this.rows<T>(select, params);
    const found = await this.row<{ told: string }>(
      `SELECT json_group_array(${asObject}) AS told FROM (${select}) AS page`,
      params,
    );
    return JSON.parse(found?.told ?? '[]') as T[];
  }

  async row<T>(text: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.ask(text, params)).records[0] as T | undefined;
  }

  /** How many rows the statement changed. */
  async run(text: string, params: readonly SqlValue[] = []): Promise<number> {
    return (await this.ask(text, params)).affected ?? 0;
  }

  /** Inserts one row and answers the id that it was given. */
  async insert(text: string, params: readonly SqlValue[]): Promise<number> {
    return this.flavour.idOf(await this.ask(text + this.flavour.returningId, params));
  }

  /** As `insert`, for a statement with ON CONFLICT DO NOTHING: undefined when the row was already there. */
  async insertUnlessTaken(text: string, params: readonly SqlValue[]): Promise<number | undefined> {
    const outcome = await this.ask(text + this.flavour.returningId, params);
    return outcome.affected === 1 ? this.flavour.idOf(outcome) : undefined;
  }

  /** Takes a name for this unit of work: until it ends, whoever takes the same one waits. */
  async takeName(...parts: readonly string[]): Promise<void> {
    if (this.flavour.takeName !== undefined) await this.ask(this.flavour.takeName, [JSON.stringify(parts)]);
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
    return this.track('SELECT', () => this.runner.manager.find(entity, options));
  }

  /** Waits for what is still running and takes no more: a forgotten `await` must not land in another's unit of work. */
  async end(): Promise<void> {
    this.ended ??= 'a statement came after the end of its unit of work; an await is missing';
    if (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private ask(text: string, params: readonly SqlValue[]): Promise<Outcome> {
    return this.track(text, () => runStatement(this.runner, text, this.flavour.bind(params)));
  }

  private async track<T>(text: string, ask: () => Promise<T>): Promise<T> {
    if (this.ended !== undefined) throw new Error(this.ended);
    const answer = this.flavour.oneAtATime ? this.inTurn(ask) : ask();
    this.running.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Ended || error instanceof TypeError) throw error;
      const failed = error instanceof StatementFailed ? error : new StatementFailed(text, error);
      if (this.flavour.failureEndsUnit(failed.code)) {
        // The engine may have rolled everything back by itself; a statement that followed would commit on its own.
        this.failed ??= failed;
        this.ended ??= failed.message;
      }
      throw failed;
    } finally {
      this.running.delete(answer);
    }
  }

  private inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => {
      if (this.ended !== undefined) throw new Ended(this.ended);
      return ask();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A statement that was still waiting for its turn when its unit of work ended. */
class Ended extends Error {}

/** `$3, $4, $5` for three parameters from the third on. */
export function placeholders(count: number, from = 1): string {
  return Array.from({ length: count }, (_, offset) => `$${from + offset}`).join(', ');
}
