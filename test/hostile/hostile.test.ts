/** The hostile table against our own SOAP door. */
import { schemaVerdicts } from '../soap/schema-verdicts';
import { OWN_DOOR } from './door';
import { headerBlockRows } from './header-block-rows';
import { sendHostileRows } from './hostile-suite';
import { LISTED } from './listed';
import { referenceRows } from './reference-rows';
import { tableFor } from './table';
import { valueRows } from './value-rows';

const table = tableFor(OWN_DOOR, valueRows, referenceRows, headerBlockRows);
const rows = [...table.quick, ...table.slow];

test('no two rows have the same name, and each entry of the security list has its row', () => {
  const names = rows.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const listed = rows.flatMap((row) => row.listed ?? []);
  expect(listed.sort()).toEqual(Object.keys(LISTED).sort());
});

sendHostileRows({ door: OWN_DOOR, table, verdicts: schemaVerdicts });
