/** What is absent is left out: neither door writes undefined, null or an empty element. */
import { formatInstant, parseInstant } from '../../domain/instant';

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without the members that are undefined. */
export function present<T extends object>(values: T): Present<T> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) found[name] = value;
  }
  return found as Present<T>;
}

export function instantOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant);
}

export function readInstant(text: string | undefined, field: string): number | undefined {
  return text === undefined ? undefined : parseInstant(text, field);
}
