/** How platforms write amounts that are JSON numbers, and how answers of theirs are asked for. */
import { textOf } from '../model/amounts';
import type { Truth } from './truth';

export type Members = Readonly<Record<string, unknown>>;

/** In major units: what a client of such a platform makes of the digits. */
export function major(minor: number, { currency }: Pick<Truth, 'currency'>): number {
  return Number(`${minor < 0 ? '-' : ''}${textOf(Math.abs(minor), currency)}`);
}
