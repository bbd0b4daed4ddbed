/** Bytes to text. Guards against messages that mean one thing to us and another to a guard in front of us. */
import { isUtf8 } from 'node:buffer';
import { Refusal } from '../domain/refusal';
import { isBlank } from './simple-values';
import { malformed } from './strict-parser';

type Decode = (bytes: Buffer) => string;

/** Charsets that callers of ours really send. UTF-7 and the like only serve to smuggle. */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['utf-8', decodeUtf8],
  ['utf8', decodeUtf8],
  ['us-ascii', decodeUtf8],
  ['utf-16', decodeUtf16],
  ['utf-16le', fatal('utf-16le')],
  ['utf-16be', fatal('utf-16be')],
  ['iso-8859-1', (bytes) => bytes.toString('latin1')],
  ['iso-8859-2', fatal('iso-8859-2')],
  ['windows-1250', fatal('windows-1250')],
  ['windows-1252', decodeWindows1252],
]);

/** Where an XML declaration is looked for. */
const DECLARATION_BYTES = 200;

/** @param charset of the Content-Type, which a byte order mark overrules */
export function decodeText(bytes: Buffer, charset: string | undefined): string {
  const decode = decoderOfMark(bytes) ?? decoderNamed(charset) ?? decoderFromBytes(bytes);
  return joinSurrogates(withoutLeadingBlanks(decode(bytes)));
}

function decoderOfMark(bytes: Buffer): Decode | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoderNamed('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoderNamed('utf-16be');
  return undefined;
}

function decoderNamed(charset: string | undefined): Decode | undefined {
  if (charset === undefined) return undefined;
  const decode = DECODERS.get(charset.toLowerCase());
  if (!decode) throw new Refusal('media_type_unsupported', 'this charset is not known here; utf-8 always is');
  return decode;
}

function decoderFromBytes(bytes: Buffer): Decode {
  if (bytes[0] === 0x00 || bytes[1] === 0x00) return decodeUtf16;
  const start = bytes.subarray(0, DECLARATION_BYTES).toString('latin1');
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  return decoderNamed(declared) ?? decodeUtf8;
}

function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw malformed('the message holds bytes that are not UTF-8');
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Without a mark: a document begins with `<`, so the zero byte tells the order. */
function decodeUtf16(bytes: Buffer): string {
  return DECODERS.get(bytes[1] === 0x00 ? 'utf-16le' : 'utf-16be')?.(bytes) ?? '';
}

/** What windows-1252 has where ISO-8859-1 has control characters, from 0x80 on; U+0080 and the like where it has nothing. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, because the TextDecoder of Node 20 takes windows-1252 for ISO-8859-1 and makes a control character of the euro. */
function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

function fatal(charset: string): Decode {
  const decoder = new TextDecoder(charset, { fatal: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw malformed(`the message holds bytes that are not ${charset}`);
    }
  };
}

/** Old stacks begin with an empty line, after which XML allows no declaration. */
function withoutLeadingBlanks(text: string): string {
  if (text.charCodeAt(0) === 0x3c) return text;
  const start = text.indexOf('<?xml');
  return start > 0 && isBlank(text.slice(0, start)) ? text.slice(start) : text;
}

const SURROGATE_REFERENCE = /&#(?:[xX]0*[dD][89abAB]|0*5[5-7]\d\d\d;)/;
const REFERENCE_PAIR = /^&#([xX]?[0-9a-fA-F]{1,8});&#([xX]?[0-9a-fA-F]{1,8});/;
const PAIR_CHARACTERS = 24;
const CDATA = '<![CDATA[';

/**
 * Axis 1.4 writes an emoji as two references, one for each surrogate, which is not well-formed. Joins such pairs, outside of
 * CDATA; a surrogate that stands alone is left for the parser to refuse.
 */
function joinSurrogates(text: string): string {
  if (!SURROGATE_REFERENCE.test(text)) return text;
  let joined = '';
  let done = 0;
  let cdata = text.indexOf(CDATA);
  for (let at = text.indexOf('&#'); at >= 0; at = text.indexOf('&#', at)) {
    if (cdata >= 0 && cdata < at) {
      const end = text.indexOf(']]>', cdata);
      if (end < 0) break;
      at = Math.max(at, end);
      cdata = text.indexOf(CDATA, end);
      if (at === end) continue;
    }
    const pair = REFERENCE_PAIR.exec(text.slice(at, at + PAIR_CHARACTERS));
    const character = pair && characterOf(pair[1] ?? '', pair[2] ?? '');
    if (character) {
      joined += text.slice(done, at) + character;
      done = at + pair[0].length;
      at = done;
    } else at += 2;
  }
  return joined + text.slice(done);
}

function characterOf(first: string, second: string): string | undefined {
  const high = codeOf(first);
  const low = codeOf(second);
  if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff) return undefined;
  return String.fromCharCode(high, low);
}

function codeOf(reference: string): number {
  return /^[xX]/.test(reference) ? parseInt(reference.slice(1), 16) : Number(reference);
}
