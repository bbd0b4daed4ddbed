/** Rules that the database keeps by itself, whatever the code above it does. Published migrations lean on these. */
import type { TableCheckOptions, TableForeignKeyOptions, TableIndexOptions } from 'typeorm';

/** Money given back is part of what is committed, and that is part of what came in. */
export function potRule(table: string, captured = 'captured'): TableCheckOptions {
  const expression = `0 <= refunded AND refunded <= committed AND committed <= ${captured}`;
  return { name: `${table}_pot`, expression };
}

export function oneOf(table: string, column: string, words: string): TableCheckOptions {
  const list = words.split(' ').map((word) => `'${word}'`);
  return { name: `${table}_${column}`, expression: `${column} IN (${list.join(', ')})` };
}

export function above(table: string, column: string, least: number): TableCheckOptions {
  return { name: `${table}_${column}`, expression: `${column} > ${least}` };
}

/** A row that belongs to another of the same shop. */
export function belongsTo(table: string, column: string, owner: string): TableForeignKeyOptions {
  return {
    name: `${table}_${column}`,
    columnNames: ['shop', column],
    referencedTableName: owner,
    referencedColumnNames: ['shop', 'id'],
  };
}

export function index(table: string, ...columnNames: string[]): TableIndexOptions {
  return { name: `${table}_by_${columnNames.join('_')}`, columnNames };
}

export function unique(table: string, ...columnNames: string[]): { name: string; columnNames: string[] } {
  return { name: `${table}_one_${columnNames.join('_')}`, columnNames };
}
