/** The whole table, by how it is sent. */
import { charsetRows } from './charset-rows';
import type { Door } from './door';
import { envelopeRows } from './envelope-rows';
import { httpRows } from './http-rows';
import { lineRows } from './line-rows';
import type { HostileRow } from './row';
import { sizeRows } from './size-rows';
import { slowRows } from './slow-rows';
import { xmlRows } from './xml-rows';

export interface HostileTable {
  /** One after the other, so that what each costs can be seen. */
  readonly quick: readonly HostileRow[];
  /** Side by side, for each of them lasts. */
  readonly slow: readonly HostileRow[];
}

type Rows = (door: Door) => readonly HostileRow[];

const FOR_EVERY_DOOR: readonly Rows[] = [xmlRows, sizeRows, charsetRows, envelopeRows, httpRows, lineRows];

/** The rows that hold for every SOAP door, and more that speak of the contract of this one. */
export const tableFor = (door: Door, ...more: readonly Rows[]): HostileTable => ({
  quick: [...FOR_EVERY_DOOR, ...more].flatMap((rows) => rows(door)),
  slow: slowRows(door),
});
