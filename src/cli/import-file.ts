/** Reads a file for the import: JSON or CSV, told apart by what it begins with. Everything wrong is named with its line. */
import { readFileSync } from 'node:fs';
import type { ImportProblem, ImportRows } from '../services/import-service';
import { rowOf, rowsOf } from './import-document';
import { readCsv } from './import-file-csv';
import { readJson } from './import-file-json';
import { complaintsAbout } from './import-schema';
import type { FileProblem } from './parsed-file';
import { CommandFailed } from './problems';

export interface ImportFile {
  /** What can be read; whole only when there are no problems. */
  readonly rows: ImportRows;
  readonly problems: readonly FileProblem[];
  /** Whether the readable rows make sense by themselves, so that it is worth trying them. */
  readonly usable: boolean;
  locate(problem: ImportProblem): FileProblem;
}

/** Refuses, with CommandFailed, a file that cannot be opened or is not text. */
export function readImportFile(name: string): ImportFile {
  return parseImportFile(readText(name), name);
}

/** @param name tells a broken JSON file from a strange CSV file */
export function parseImportFile(text: string, name: string): ImportFile {
  const isJson = /\.json$/i.test(name) || /^\s*[{[]/.test(text);
  const { document, problems, place } = isJson ? readJson(text) : readCsv(text);
  const unreadable = new Set(problems.flatMap(({ row }) => row ?? []));
  const found: FileProblem[] = problems.map(({ row: _, ...problem }) => problem);
  let usable = problems.every(({ row }) => row !== undefined);
  for (const { path, message } of document === undefined ? [] : complaintsAbout(document)) {
    const { line, field } = place(path);
    found.push({ line, ...(field === undefined ? {} : { field }), message: `${field ?? 'the file'} ${message}` });
    const row = rowOf(path);
    if (row === undefined) usable = false;
    else unreadable.add(row);
  }
  return {
    rows: usable ? rowsOf(document, unreadable) : { orders: [], payments: [], returns: [], tickets: [] },
    problems: found,
    usable,
    locate: ({ path, refusal }) => {
      const { line, field } = place(path);
      const { message, field: blamed } = refusal;
      if (field === undefined) return { line, message };
      const repeats = blamed !== undefined && message.startsWith(`${blamed} `);
      return { line, field, message: repeats ? field + message.slice(blamed.length) : `${field}: ${message}` };
    },
  };
}

/** The text of a file. Refuses bytes that are not UTF-8: guessing would spoil names. */
export function readText(name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(name);
  } catch (error) {
    throw new CommandFailed(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailed(`${name} is not UTF-8 text`);
  }
}
