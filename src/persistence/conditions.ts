import type { SqlValue } from './sql-flavour';

/** The conditions of a list, with their parameters numbered in the order in which they appear in the text. */
export class Conditions {
  readonly params: SqlValue[] = [];
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

  /** The number under which a value that follows the conditions is bound. */
  bind(value: SqlValue): string {
    return `$${this.params.push(value)}`;
  }

  get text(): string {
    return this.parts.join(' AND ');
  }
}
