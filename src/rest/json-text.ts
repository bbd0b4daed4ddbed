/** JSON, read as strictly as XML is: what one door refuses, the other does not let in. */
import { Refusal } from '../domain/refusal';

const MAX_DEPTH = 40;

/** What XML 1.0 cannot write: text with it could be stored, but never be answered by SOAP. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Such characters come as an escape, or stand in the text as one of the two that UTF-8 can write. */
const MAYBE_NOT_XML = /\\u|[\uFFFE\uFFFF]/;

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** Refuses text that is not JSON, names that stand twice in an object, and characters that XML lacks. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message repeats a piece of the body.
    throw new Refusal('request_malformed', 'the body is not well-formed JSON');
  }
  refuseRepeatedNames(text);
  if (MAYBE_NOT_XML.test(text)) refuseUnwritable(value, '');
  return value;
}

/** Strings, so that what they hold is passed over, and numbers. */
const NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
/** What a JavaScript number holds exactly, however it was written. */
const PLAIN_WHOLE = /^-?\d{1,15}$/;

/**
 * The same, but a number that is no plain whole one comes as the text of its digits: an amount that became a binary fraction
 * would no longer be the one that was sent.
 */
export function parseExactJson(text: string): unknown {
  // First as it is: text that is not JSON must not become JSON by what is done to it.
  parseJson(text);
  return parseJson(text.replace(NUMBERS, (token) => (isExact(token) ? token : `"${token}"`)));
}

function isExact(token: string): boolean {
  return token.startsWith('"') || PLAIN_WHOLE.test(token);
}

/** An object or a list that is not closed yet. */
interface Open {
  /** The names that an object has so far; absent of a list. */
  readonly names?: Set<string>;
  /** Where its reader is: the name of the member, as it was written, or the place in the list. */
  at: string | number;
}

/** JSON.parse lets the last of two equal names win: of two amounts, another reader may have checked the first. */
function refuseRepeatedNames(text: string): void {
  const open: Open[] = [];
  let latest = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      if (open.length === MAX_DEPTH) {
        throw new Refusal('request_malformed', `the body must not be nested deeper than ${MAX_DEPTH}`);
      }
      open.push(token === '{' ? { names: new Set(), at: '' } : { at: 0 });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') passEntry(inner);
    else if (token === ':' && inner) {
      inner.at = latest;
      refuseSecond(inner, open);
    } else latest = token;
  }
}

/** In an object, what follows is a name. */
function passEntry(inner: Open | undefined): void {
  if (typeof inner?.at === 'number') inner.at++;
}

function refuseSecond({ names, at }: Open, open: readonly Open[]): void {
  const name = nameIn(at);
  if (names?.has(name)) {
    const path = open.reduce((outer, one) => outer + stepTo(outer, one), '');
    throw new Refusal('request_invalid', `${path} is given twice`, path);
  }
  names?.add(name);
}

function stepTo(outer: string, { at }: Open): string {
  if (typeof at === 'number') return `[${at}]`;
  return outer === '' ? nameIn(at) : `.${nameIn(at)}`;
}

/** The name that this token writes, which may be in disguise. */
function nameIn(quoted: string | number): string {
  const token = String(quoted);
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}

function refuseUnwritable(value: unknown, path: string): void {
  if (typeof value === 'string' && NOT_XML.test(value)) {
    const where = path === '' ? 'the body' : path;
    throw new Refusal('request_invalid', `${where} must not hold control characters`, path === '' ? undefined : path);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${name}]` : path === '' ? name : `.${name}`;
    refuseUnwritable(inner, path + step);
  }
}
