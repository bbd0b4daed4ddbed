/**
 * What one engine does and another does not, with the reason. Nobody may lean on what is declared here. A gap that has
 * closed fails its test, so that this table stays true.
 */
export type Engine = 'SQLite in a file' | 'SQLite in memory' | 'better-sqlite3' | 'PostgreSQL';

const ONE_WRITER = 'one connection writes, so units of work stand in a queue';

export const GAPS = {
  'ids have no holes, even after a unit of work that was taken back': {
    PostgreSQL: 'a sequence counts on whatever becomes of the row',
  },
  'a unit of work goes on after a statement that broke a rule': {
    PostgreSQL: 'one failed statement ends its transaction; the unit of work is refused as a whole',
  },
  'a read does not wait for a unit of work that is under way': {
    'SQLite in memory': 'there is no second connection to a database in memory',
  },
  'two units of work on different orders run beside each other': {
    'SQLite in a file': ONE_WRITER,
    'SQLite in memory': ONE_WRITER,
    'better-sqlite3': ONE_WRITER,
  },
} as const satisfies Record<string, Partial<Record<Engine, string>>>;

/** Declares the test of a row of the table for one engine: it must succeed, or fail where there is a gap. */
export function testGap(engine: Engine, what: keyof typeof GAPS, body: () => Promise<void>): void {
  const reason = (GAPS[what] as Partial<Record<Engine, string>>)[engine];
  if (reason === undefined) test(what, body);
  else test.failing(`not here: ${what} (${reason})`, body);
}
