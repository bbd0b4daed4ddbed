/** What the readers of JSON and of CSV have in common. */

/** Something wrong in a file. The message is a sentence that begins with the field, where there is one. */
export interface FileProblem {
  readonly line: number;
  readonly field?: string;
  readonly message: string;
}

/** Where a path of the document stands in the file, and what the file calls it; no field: the row as a whole. */
export interface Place {
  readonly line: number;
  readonly field?: string;
}

/** What a reader makes of a text, whatever its form: one document of the form that the schema describes. */
export interface ParsedFile {
  readonly document: unknown;
  /** What the form itself got wrong, with the row that is spoilt by it. */
  readonly problems: readonly (FileProblem & { readonly row?: string })[];
  place(path: string): Place;
}
