/**
 * The column kinds of all tables, in types that SQLite and PostgreSQL both know. Migrations that have been published
 * lean on these: never change what one of them makes, add another.
 */
import type { QueryRunner, TableColumnOptions } from 'typeorm';

/** An id that the gateway makes. SQLite counts up only in an `integer` primary key. */
export function idColumn(runner: QueryRunner): TableColumnOptions {
  const type = runner.connection.options.type === 'postgres' ? 'bigint' : 'integer';
  return { name: 'id', type, isPrimary: true, isGenerated: true, generationStrategy: 'increment' };
}

/** A word, a code or a short text. */
export function text(name: string): TableColumnOptions {
  return { name, type: 'varchar' };
}

/** A text of any length, or JSON. */
export function longText(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

/** Money in minor units, an id of the caller or a count: whole and below 2^53. */
export function whole(name: string): TableColumnOptions {
  return { name, type: 'bigint' };
}

/** A time in epoch milliseconds. */
export function time(name: string): TableColumnOptions {
  return { name, type: 'bigint' };
}

/** A small number, such as a position. */
export function small(name: string): TableColumnOptions {
  return { name, type: 'integer' };
}

export function flag(name: string): TableColumnOptions {
  return { name, type: 'boolean' };
}

/** A sum of money that begins at nothing. */
export function sum(name: string): TableColumnOptions {
  return { ...whole(name), default: 0 };
}

export function key(column: TableColumnOptions): TableColumnOptions {
  return { ...column, isPrimary: true };
}

export function maybe(column: TableColumnOptions): TableColumnOptions {
  return { ...column, isNullable: true };
}
