/**
 * The four kinds of CSV files: orders with their lines, payments, returns with their lines, tickets; the header tells which.
 * A file becomes the same document that JSON is, so that the same schema judges both.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { kindOf, type CsvKind } from './import-columns';
import type { FileProblem, ParsedFile, Place } from './parsed-file';

const DELIMITERS = [',', ';', '\t'] as const;

/** A line of the file: its cells by column, empty ones left out. */
interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

interface Table {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly Row[];
  readonly problems: readonly FileProblem[];
}

export function readCsv(text: string): ParsedFile {
  const table = readTable(text);
  const kind = kindOf(table.header);
  if (table.header.length === 0) return { document: undefined, problems: table.problems, place: firstLine };
  if (kind === undefined) {
    const message = 'the header is not one of an orders, payments, returns or tickets file; samples/*.csv show them';
    return { document: undefined, problems: [{ line: table.headerLine, message }], place: firstLine };
  }
  const wrongHeader = headerProblems(table, kind);
  if (wrongHeader.length > 0) return { document: undefined, problems: wrongHeader, place: firstLine };
  const built = new Builder(kind).build(table.rows);
  // Such a line belongs to no row that we know of; the others are judged nevertheless.
  const spoilt = table.problems.map((problem) => ({ ...problem, row: `line ${problem.line}` }));
  return { ...built, problems: [...spoilt, ...built.problems] };
}

const EMPTY: Table = { header: [], headerLine: 1, rows: [], problems: [] };
const firstLine = (): Place => ({ line: 1 });

function readTable(text: string): Table {
  // One kind of line ending, or the parser counts lines inside quotes twice.
  const lines = text.replace(/\r\n?/g, '\n');
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' } as const;
  try {
    const records = parse(lines, { ...options, delimiter: delimiterOf(lines) }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    const [first, ...rest] = records.map(({ record, info }) => ({
      record,
      line: info.lines - record.join('').split('\n').length + 1,
    }));
    const header = (first?.record ?? []).map((name) => name.trim());
    const fits = rest.filter(({ record }) => record.length === header.length);
    if (!first) return { ...EMPTY, problems: [{ line: 1, message: 'the file is empty' }] };
    return {
      header,
      headerLine: first.line,
      rows: fits.map(({ record, line }) => ({ line, cells: cellsOf(header, record) })),
      problems: rest
        .filter(({ record }) => record.length !== header.length)
        .map(({ record, line }) => ({
          line,
          message: `the line has ${record.length} cells, the header has ${header.length}`,
        })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ...EMPTY, problems: [broken(error, lines)] };
  }
}

/** The delimiter that the header is cut by best: spreadsheets write commas in one country and semicolons in another. */
function delimiterOf(text: string): string {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

function cellsOf(header: readonly string[], record: readonly string[]): Map<string, string> {
  const cells = header.map((name, index) => [name, record[index]?.trim() ?? ''] as const);
  return new Map(cells.filter(([, cell]) => cell !== ''));
}

function broken(error: CsvError, text: string): FileProblem {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = text.slice(0, text.lastIndexOf('"')).split('\n').length;
    return { line, message: 'a quote is opened and not closed' };
  }
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  return { line, message: 'a quote stands where none may stand; a quote inside of quotes is written twice' };
}

function headerProblems({ header, headerLine: line }: Table, kind: CsvKind): FileProblem[] {
  const missing = kind.required.filter((name) => !header.includes(name));
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  const strange = header.filter((name) => !kind.columns.has(name));
  return [
    ...missing.map((field) => ({ line, field, message: `${field} is missing in the header` })),
    ...twice.map((field) => ({ line, field, message: `${field} is in the header twice` })),
    ...strange.map((field) => ({ line, field, message: `${field} is not known in a file of ${kind.name}` })),
  ];
}

/** Makes the document, and remembers from which line each part of it comes. */
class Builder {
  private readonly things: Record<string, unknown>[] = [];
  private readonly byKey = new Map<string, { readonly path: string; readonly thing: Record<string, unknown> }>();
  private readonly lines = new Map<string, number>();
  private readonly problems: (FileProblem & { readonly row: string })[] = [];

  constructor(private readonly kind: CsvKind) {}

  build(rows: readonly Row[]): ParsedFile {
    for (const row of rows) this.add(row);
    return {
      document: { [this.kind.name]: this.things },
      problems: this.problems,
      place: (path) => this.place(path),
    };
  }

  private add(row: Row): void {
    const whole = this.membersOf(row, 'whole');
    const { key, hasLines } = this.kind;
    const keyCell = key === undefined ? undefined : row.cells.get(key);
    const earlier = keyCell === undefined ? undefined : this.byKey.get(keyCell);
    const path = earlier?.path ?? `${this.kind.name}[${this.things.length}]`;
    const thing = earlier?.thing ?? { ...whole, ...(hasLines ? { lines: [] } : {}) };
    if (earlier) this.requireSame(row, path, earlier.thing, whole);
    else {
      this.things.push(thing);
      this.lines.set(path, row.line);
      if (keyCell !== undefined) this.byKey.set(keyCell, { path, thing });
    }
    if (!hasLines) return;
    const lines = thing['lines'] as unknown[];
    this.lines.set(`${path}.lines[${lines.length}]`, row.line);
    lines.push(this.membersOf(row, 'line'));
  }

  private membersOf({ cells }: Row, part: 'whole' | 'line'): Record<string, unknown> {
    const members: Record<string, unknown> = {};
    for (const [column, { member, read, of }] of this.kind.columns) {
      const cell = cells.get(column);
      if (of === part && cell !== undefined) members[member] = read(cell);
    }
    return members;
  }

  /** Columns of the whole may be left empty after its first line; another value there would be a guess. */
  private requireSame(row: Row, path: string, thing: Record<string, unknown>, again: Record<string, unknown>): void {
    const first = this.lines.get(path);
    for (const [field, value] of Object.entries(again)) {
      if (thing[field] === value) continue;
      const message = `${field} must be as on line ${first}, which begins the same ${this.kind.thing}`;
      this.problems.push({ line: row.line, field, message, row: path });
    }
  }

  private place(path: string): Place {
    const [, row = '', line = '', field = ''] = /^(\w+\[\d+\])(\.lines\[\d+\])?\.?(.*)$/.exec(path) ?? [];
    const of = line === '' ? 'whole' : 'line';
    const column = [...this.kind.columns].find(([, found]) => found.of === of && found.member === field)?.[0] ?? field;
    return {
      line: this.lines.get(row + line) ?? this.lines.get(row) ?? 1,
      ...(column === '' ? {} : { field: column }),
    };
  }
}
