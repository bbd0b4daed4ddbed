import sqlite3 from 'sqlite3';

/** What SQLite does for a statement over a file, step by step. */
export function planOf(file: string, statement: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file);
    connection.all(`EXPLAIN QUERY PLAN ${statement}`, (error, rows: { detail: string }[]) => {
      connection.close();
      if (error) reject(error);
      else resolve(rows.map(({ detail }) => detail));
    });
  });
}
