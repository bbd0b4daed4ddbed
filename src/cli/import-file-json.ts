/** JSON with the lines of its parts. The text is only walked for lines when something is wrong. */
import { findNodeAtLocation, parseTree, printParseErrorCode, visit, type Node, type ParseError } from 'jsonc-parser';
import type { FileProblem, ParsedFile, Place } from './parsed-file';
import { rowOf } from './import-document';

export function readJson(text: string): ParsedFile {
  const lines = new Lines(text);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { document: undefined, problems: [brokenAt(text, lines)], place: () => ({ line: 1 }) };
  }
  let tree: Node | undefined;
  const place = (path: string): Place => {
    tree ??= parseTree(text);
    const node = tree && nearest(tree, stepsOf(path));
    return { line: lines.of(node?.offset ?? 0), ...(path === '' ? {} : { field: path }) };
  };
  return { document, problems: repeatedNames(text), place };
}

function brokenAt(text: string, lines: Lines): FileProblem {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (!first) return { line: 1, message: 'the file is not JSON' };
  const reason = printParseErrorCode(first.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { line: lines.of(first.offset), message: `the file is not JSON: ${reason.toLowerCase()}` };
}

/** JSON.parse lets the last of two equal names win; of two amounts, which one is meant would be a guess. */
function repeatedNames(text: string): ParsedFile['problems'] {
  const problems: (FileProblem & { row?: string })[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, line, _character, parent) => {
      const seen = open.at(-1);
      if (seen?.has(name)) {
        const field = pathText([...parent(), name]);
        const row = rowOf(field);
        const problem = { line: line + 1, field, message: `${field} is given twice` };
        problems.push(row === undefined ? problem : { ...problem, row });
      }
      seen?.add(name);
    },
  });
  return problems;
}

/** The node at the path, or the nearest one around it: what is missing has no line of its own. */
function nearest(tree: Node, steps: readonly (string | number)[]): Node | undefined {
  return findNodeAtLocation(tree, [...steps]) ?? (steps.length === 0 ? tree : nearest(tree, steps.slice(0, -1)));
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}

function pathText(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
    '',
  );
}

/** Which line, counted from 1, an offset is on. */
class Lines {
  private starts: number[] | undefined;

  constructor(private readonly text: string) {}

  of(offset: number): number {
    this.starts ??= [0, ...[...this.text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
