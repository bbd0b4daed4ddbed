/** Requests that take their time. They run side by side: each lasts until the gateway has had enough of it. */
import type { Door } from './door';
import { refused, tooLarge, type HostileRow } from './row';

/** Node looks at its connections twice a minute. */
const HEADERS_WITHIN_MS = 45_000;
/** The door gives a body 20 s. */
const BODY_WITHIN_MS = 25_000;
const PAUSE_MS = 2_000;
/** A large message on a slow line: three seconds of sending, of which the first 1.2 are more than a message may have. */
const UPLOAD = { pieces: 10, bytesOfPiece: 300_000, pauseMs: 300 };
const UPLOAD_LENGTH = `Content-Length: ${UPLOAD.pieces * UPLOAD.bytesOfPiece}`;

function* endless(first: string, more: string): Generator<string> {
  yield first;
  for (;;) yield more;
}

function* upload(head: string): Generator<string> {
  yield `${head}\r\n`;
  for (let piece = 0; piece < UPLOAD.pieces; piece += 1) yield 'x'.repeat(UPLOAD.bytesOfPiece);
}

function* letters(text: string): Generator<string> {
  yield* text;
}

export function slowRows(door: Door): HostileRow[] {
  const head = (...lines: string[]): string =>
    [`POST ${door.path} HTTP/1.1`, 'Host: x', 'Content-Type: text/xml', ...lines, ''].join('\r\n');
  type Row = Pick<HostileRow, 'name' | 'why' | 'listed'>;
  const slow = (row: Row, pieces: () => Iterable<string>, expect: HostileRow['expect']): HostileRow => ({
    ...row,
    request: { kind: 'line', pieces, pauseMs: PAUSE_MS, then: 'wait' },
    expect,
  });
  /** Node itself ends these: nobody knows yet which door they are for. */
  const headers = (row: Row, pieces: () => Iterable<string>): HostileRow =>
    slow(row, pieces, { status: [408, 'cut'], withinMs: HEADERS_WITHIN_MS });
  const told = { status: 408, holds: ['retryable>true<'], headers: { connection: 'close' } };
  const body = (row: Row, lines: readonly string[], beginning: string, more?: string): HostileRow => {
    const first = `${head(...lines)}\r\n${beginning}`;
    const pieces = (): Iterable<string> => (more === undefined ? [first] : endless(first, more));
    return slow(row, pieces, { ...refused('request_timeout', told.holds, told), withinMs: BODY_WITHIN_MS });
  };
  const length = 'Content-Length: 1000';
  const chunked = 'Transfer-Encoding: chunked';
  return [
    headers(
      {
        name: 'headers that never end',
        listed: 'slowloris-headers',
        why: 'a few thousand such callers are all that a server can hold',
      },
      () => endless(head(), 'X-A: 1\r\n'),
    ),
    headers({ name: 'a header that never ends', why: 'the same in one line' }, () => endless(`${head()}X-A: `, 'a')),
    headers({ name: 'a first line, letter by letter', why: 'the same at its beginning' }, () =>
      letters(`POST ${door.path}?${'a'.repeat(1000)}`),
    ),
    headers({ name: 'nothing at all', why: 'the same before its beginning' }, () => []),
    body(
      { name: 'a body that never ends', listed: 'slow-body', why: 'the same behind the headers' },
      [length],
      '',
      'a',
    ),
    body(
      { name: 'a body in chunks that never ends', why: 'nobody says in advance how long it will be' },
      [chunked],
      '',
      '1\r\na\r\n',
    ),
    body(
      { name: 'a chunk of 16 exabytes', why: 'nobody may set it aside in advance' },
      [chunked],
      'ffffffffffffffff\r\n<e:Envelope',
    ),
    body(
      { name: 'a packed body that never ends', why: 'it is unpacked when it is whole, which it never is' },
      [length, 'Content-Encoding: gzip'],
      '',
      '\x1f',
    ),
    body({ name: 'a body that stops in the middle', why: 'a caller whose line is gone' }, [length], '<e:Envelope'),
    slow(
      {
        name: 'a body that is waited for with 100-continue and never comes',
        why: 'we said that it may come, not that we wait for ever',
      },
      () => [`${head(length, 'Expect: 100-continue')}\r\n`],
      { status: [100], withinMs: BODY_WITHIN_MS },
    ),
    {
      name: 'three megabytes in three seconds, by a caller who reads nothing before all is sent',
      request: { kind: 'line', pieces: () => upload(head(UPLOAD_LENGTH)), pauseMs: UPLOAD.pauseMs, then: 'ignore' },
      expect: { ...tooLarge, withinMs: BODY_WITHIN_MS },
      why: 'most old clients do so, and one who is cut off in the middle never hears what was wrong',
    },
  ];
}
