/** What is absent is left out: neither door writes undefined, null or an empty element. */
import { formatInstant, parseInstant } from '../../domain/instant';

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without the members that are undefined. */
export function present<T extends object>(values: T): Present<T> {
  // A plain loop: this runs several times for each answer, and a list of entries costs several times as much.
  const found: Partial<T> = {};
  for (const name in values) {
    if (values[name] !== undefined) found[name] = values[name];
  }
  return found as Present<T>;
}

export function instantOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant);
}

export function readInstant(text: string | undefined, field: string): number | undefined {
  return text === undefined ? undefined : parseInstant(text, field);
}
