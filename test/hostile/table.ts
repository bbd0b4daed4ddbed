/** The whole table, by how it is sent. */
import { charsetRows } from './charset-rows';
import type { Door } from './door';
import { envelopeRows } from './envelope-rows';
import { headerBlockRows } from './header-block-rows';
import { httpRows } from './http-rows';
import { lineRows } from './line-rows';
import { referenceRows } from './reference-rows';
import type { HostileRow } from './row';
import { sizeRows } from './size-rows';
import { slowRows } from './slow-rows';
import { valueRows } from './value-rows';
import { xmlRows } from './xml-rows';

export interface HostileTable {
  /** One after the other, so that what each costs can be seen. */
  readonly quick: readonly HostileRow[];
  /** Side by side, for each of them lasts. */
  readonly slow: readonly HostileRow[];
}

/** The rows that hold for every SOAP door. */
export const tableFor = (door: Door): HostileTable => ({
  quick: [xmlRows, sizeRows, charsetRows, envelopeRows, httpRows, lineRows].flatMap((rows) => rows(door)),
  slow: slowRows(door),
});

/** Those that speak of our own contract besides. */
export const ownTable = (door: Door): HostileTable => {
  const { quick, slow } = tableFor(door);
  return { quick: [...quick, ...[valueRows, referenceRows, headerBlockRows].flatMap((rows) => rows(door))], slow };
};
