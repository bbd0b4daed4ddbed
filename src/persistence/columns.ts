/** The columns that a statement reads, as SQL writes them, and what the rows that are read call them. */
export class Columns {
  /** The expression that makes one JSON object of a row, under the names that the row has. */
  readonly asObject: string;

  /** @param text as it follows SELECT: columns of tables, each with the name that it is read under where that is another */
  constructor(readonly text: string) {
    const members = text.split(',').map(nameOf);
    this.asObject = `json_object(${members.map((name) => `'${name}', "${name}"`).join(', ')})`;
  }
}

const COLUMN = /^\s*(?:\w+\.)?(\w+)(?:\s+AS\s+"?(\w+)"?)?\s*$/;

function nameOf(column: string): string {
  const [, own, given] = COLUMN.exec(column) ?? [];
  if (own === undefined) throw new Error(`"${column}" is not a column of a table`);
  return given ?? own;
}
