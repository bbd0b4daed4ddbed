import type { ReturnState } from '../domain/return';
import type { TransactionState } from '../domain/transaction';
import type { CountedPage, Period } from '../services/ports';
import type { SqlValue } from './sql-flavour';

/** The conditions of a list, with their parameters numbered in the order in which they appear in the text. */
export class Conditions {
  constructor(readonly params: SqlValue[] = []) {}

  private readonly parts: string[] = [];

  /** Adds a condition; each question mark stands for one value. */
  and(text: string, ...values: readonly SqlValue[]): this {
    let taken = 0;
    this.parts.push(text.replace(/\?/g, () => this.bind(values[taken++])));
    return this;
  }

  /** Adds a condition on a value that the caller may have left out. */
  andGiven(text: string, value: SqlValue): this {
    return value === undefined ? this : this.and(text, value);
  }

  /** Adds that a column has one of these values, where the caller gave any list; nothing fits an empty one. */
  andOneOf(column: string, values: readonly SqlValue[] | undefined): this {
    if (values === undefined) return this;
    if (values.length === 0) return this.and('1 = 0');
    this.parts.push(`${column} IN (${values.map((value) => this.bind(value)).join(', ')})`);
    return this;
  }

  /** Adds that a column lies in a period, where the caller gave one. */
  andWithin(column: string, { from, before }: Period = {}): this {
    return this.andGiven(`${column} >= ?`, from).andGiven(`${column} < ?`, before);
  }

  /** The end of a statement that answers one page. */
  page({ skip, limit }: CountedPage): string {
    return `LIMIT ${this.bind(limit)} OFFSET ${this.bind(skip)}`;
  }

  /** Conditions of another part of the same statement: they share the numbering of the values. */
  apart(): Conditions {
    return new Conditions(this.params);
  }

  /** The number under which a value that follows the conditions is bound. */
  bind(value: SqlValue): string {
    return `$${this.params.push(value)}`;
  }

  /** The end of a list that begins behind `skip` rows. */
  slice({ limit, skip = 0 }: { readonly limit: number; readonly skip?: number }): string {
    return `LIMIT ${this.bind(limit)}` + (skip > 0 ? ` OFFSET ${this.bind(skip)}` : '');
  }

  get text(): string {
    return this.parts.join(' AND ');
  }
}

/** Whether a period leaves anything out. */
export function hasEnd({ from, before }: Period = {}): boolean {
  return from !== undefined || before !== undefined;
}

/** A question mark for each value. */
export function marks(values: readonly SqlValue[]): string {
  return values.map(() => '?').join(', ');
}

/** States as SQL text: words of the domain's own lists, never of a caller. */
export function words(states: Iterable<TransactionState | ReturnState>): string {
  return [...states].map((state) => `'${state}'`).join(', ');
}
