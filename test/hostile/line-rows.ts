/** Bytes on a line that are no request, or two at once: what a guard in front of us might read otherwise than we do. */
import { gzipSync } from 'node:zlib';
import type { Door } from './door';
import type { HostileRow, LineScript } from './row';

export function lineRows(door: Door): HostileRow[] {
  return [...lengthRows(door), ...headerRows(door), ...connectionRows(door)];
}

/** The head of a request, up to the blank line. */
const head = (door: Door, authorization: string, lines: readonly string[]): string =>
  [
    `POST ${door.path} HTTP/1.1`,
    'Host: x',
    'Content-Type: text/xml',
    `Authorization: ${authorization}`,
    ...lines,
    '',
    '',
  ].join('\r\n');

function lengthRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const length = `Content-Length: ${Buffer.byteLength(message)}`;
  const chunk = `${message.length.toString(16)}\r\n${message}\r\n0\r\n\r\n`;
  const one = (
    name: string,
    lines: readonly string[],
    body: string,
    status: readonly (number | 'cut')[],
    why: string,
  ): HostileRow => ({
    name,
    request: line((authorization) => [head(door, authorization, lines) + body]),
    expect: { status },
    why,
  });
  const smuggled = `0\r\n\r\nPOST ${door.path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  return [
    one(
      'two lengths',
      [length, 'Content-Length: 5'],
      message,
      [400],
      'each of two readers takes another one: a second request is smuggled in',
    ),
    one('the same length twice', [length, length], message, [400], 'nobody honest sends it'),
    one('a list of lengths', [`${length}, ${message.length}`], message, [400], 'the same in one line'),
    one('a length and chunks', [length, 'Transfer-Encoding: chunked'], chunk, [400], 'the classic of smuggling'),
    one(
      'a length and chunks, with a second request in the rest',
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      smuggled,
      [400],
      'the classic itself',
    ),
    one(
      'chunks said twice',
      ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
      chunk,
      [400],
      'each of two readers takes another one',
    ),
    one(
      'chunks of a made-up kind',
      ['Transfer-Encoding: xchunked'],
      chunk,
      [400, 501],
      'one reader sees chunked in it',
    ),
    one('chunks behind a vertical tab', ['Transfer-Encoding:\x0bchunked'], chunk, [400], 'the same'),
    one('a negative length', ['Content-Length: -1'], message, [400], 'it is a very large number to some'),
    one('a length with a sign', [`Content-Length: +${message.length}`], message, [400], 'some read it'),
    one('a length in hexadecimal', ['Content-Length: 0x20'], message, [400], 'some read it'),
    one(
      'a length beyond all numbers',
      [`Content-Length: ${'9'.repeat(40)}`],
      message,
      [400, 413],
      'it becomes a small one to some',
    ),
    one(
      'a length of 2 to the 53rd',
      ['Content-Length: 9007199254740993'],
      message,
      [413],
      'it is too large, said in advance',
    ),
    one(
      'a chunk whose size is no number',
      ['Transfer-Encoding: chunked'],
      `zz\r\n${message}\r\n0\r\n\r\n`,
      [400, 'cut'],
      'it is read as 0 by some, and the rest is a request',
    ),
    one(
      'a chunk of negative size',
      ['Transfer-Encoding: chunked'],
      `-1\r\n${message}\r\n0\r\n\r\n`,
      [400, 'cut'],
      'the same',
    ),
    one(
      'a chunk with an extension of 100 kB',
      ['Transfer-Encoding: chunked'],
      `5;${'a'.repeat(100_000)}\r\nhello\r\n0\r\n\r\n`,
      [400, 413, 'cut'],
      'extensions are read and forgotten, for ever',
    ),
    one(
      'chunks of one byte',
      ['Transfer-Encoding: chunked'],
      `${Array.from(message, (letter) => `1\r\n${letter}\r\n`).join('')}0\r\n\r\n`,
      [200],
      'each is a piece of its own',
    ),
    one(
      'chunks with trailers',
      ['Transfer-Encoding: chunked'],
      `${chunk.slice(0, -2)}Authorization: Bearer x\r\nContent-Length: 5\r\n\r\n`,
      [200, 400],
      'trailers are no headers',
    ),
    one(
      'an envelope shorter than its length',
      [`Content-Length: ${message.length + 10}`],
      message,
      [400, 'cut'],
      'the rest of a message must not be that of the next',
    ),
    one('no length', [], message, [500, 400], 'the message is then the next request, which is none'),
  ].map((row) =>
    row.name === 'an envelope shorter than its length'
      ? { ...row, request: { ...row.request, then: 'end' } as LineScript }
      : row,
  );
}

function headerRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const length = `Content-Length: ${Buffer.byteLength(message)}`;
  const one = (
    name: string,
    lines: readonly string[],
    status: readonly (number | 'cut')[],
    why: string,
  ): HostileRow => ({
    name,
    request: line((authorization) => [Buffer.from(head(door, authorization, [length, ...lines]) + message, 'latin1')]),
    expect: { status },
    why,
  });
  const raw = (name: string, bytes: string, status: readonly (number | 'cut')[], why: string): HostileRow => ({
    name,
    request: line(() => [Buffer.from(bytes, 'latin1')]),
    expect: { status },
    why,
  });
  return [
    one('an idempotency key with a control character', ['Idempotency-Key: a\x01b'], [400], 'it would stand in the log'),
    one('an idempotency key with NUL', ['Idempotency-Key: a\0b'], [400], 'databases end their text there'),
    one(
      'an idempotency key of bytes beyond ASCII',
      ['Idempotency-Key: \xff\xfe'],
      [200],
      'a wish that changes nothing needs no key, and reads none',
    ),
    one(
      'a header over two lines',
      ['X-A: 1\r\n Transfer-Encoding: chunked'],
      [200, 400],
      'one reader sees a header in the second',
    ),
    one('a header with a blank before its colon', ['Transfer-Encoding : chunked'], [400], 'one reader does not see it'),
    one('a header without a name', [': x'], [400], 'it is nobody’s'),
    one('a header with a bare line feed', ['X-A: 1\nX-B: 2'], [200, 400], 'one reader sees two'),
    one('a header with a bare carriage return', ['X-A: 1\rX-B: 2'], [400], 'one reader sees two'),
    one(
      '3 000 headers',
      Array.from({ length: 3000 }, (_, at) => `a${at}: 1`),
      [431],
      'each is kept',
    ),
    one(
      '500 headers named alike',
      Array.from({ length: 500 }, () => 'a: 1'),
      [200],
      'each is joined to the others',
    ),
    one(
      'a header named __proto__',
      ['__proto__: x', 'constructor: x'],
      [200],
      'headers in a plain object would change every object',
    ),
    one('a header of 100 kB', [`X-A: ${'a'.repeat(100_000)}`], [431], 'it is kept whole'),
    raw('a request without Host', `POST ${door.path} HTTP/1.1\r\n\r\n`, [400], 'nobody knows whom it is for'),
    raw(
      'a Host of markup',
      `GET ${door.path}?wsdl HTTP/1.1\r\nHost: x"><evil/>\r\nConnection: close\r\n\r\n`,
      [200, 400, 404, 405],
      'it is written into the contract',
    ),
    raw(
      'HTTP 0.9',
      `GET ${door.path}\r\n\r\n`,
      [200, 400, 'cut'],
      'it is older than headers; whoever speaks it gets what GET gets',
    ),
    raw('HTTP 2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 'cut'], 'we do not speak it'),
    raw('HTTP 9.9', `POST ${door.path} HTTP/9.9\r\nHost: x\r\n\r\n`, [400, 'cut'], 'nobody speaks it'),
    raw(
      'a greeting of TLS',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      [400, 'cut'],
      'a caller who thinks that we are encrypted',
    ),
    raw('a method that is none', `FETCH ${door.path} HTTP/1.1\r\nHost: x\r\n\r\n`, [400], 'it is not known'),
    raw('a tunnel', 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n', [400, 404, 405, 'cut'], 'we are no proxy'),
    raw(
      'an address of somebody else',
      `POST http://127.0.0.1:1${door.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`,
      [404, 415, 500],
      'we are no proxy',
    ),
    raw('a path with NUL', `GET ${door.path}\0 HTTP/1.1\r\nHost: x\r\n\r\n`, [400], 'it ends there for some'),
  ].map((row) => ({ ...row, expect: { ...row.expect, lacks: ['<evil'] } }));
}

function connectionRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const length = `Content-Length: ${Buffer.byteLength(message)}`;
  const begun = (authorization: string, encoding: string): string =>
    head(door, authorization, ['Content-Length: 1000', ...(encoding === '' ? [] : [`Content-Encoding: ${encoding}`])]) +
    'half';
  const cut = (name: string, encoding: string, then: 'end' | 'reset'): HostileRow => ({
    name,
    request: { kind: 'line', pieces: (authorization) => [begun(authorization, encoding)], then, times: 20 },
    expect: { status: [400, 'cut'] },
    why: 'an error that nobody listens to ends the process',
  });
  return [
    cut('20 uploads that end early', '', 'end'),
    cut('20 uploads that are reset', '', 'reset'),
    cut('20 packed uploads that end early', 'gzip', 'end'),
    cut('20 packed uploads that are reset', 'gzip', 'reset'),
    {
      name: 'a caller who is gone before the answer',
      request: {
        kind: 'line',
        pieces: (authorization) => [head(door, authorization, [length]) + message],
        then: 'reset',
        times: 20,
      },
      expect: { status: [200, 'cut'] },
      why: 'the answer is written to nobody',
    },
    {
      name: '50 requests in one breath',
      request: line((authorization) => [(head(door, authorization, [length]) + message).repeat(50)]),
      expect: { status: [200] },
      why: 'they are answered one after the other, or the answers are mixed up',
    },
    {
      name: '2 000 answers that nobody reads',
      request: {
        kind: 'line',
        pieces: () => [`GET ${door.path}?wsdl HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(2000)],
        then: 'ignore',
      },
      expect: { status: [200, 'cut'] },
      why: 'they would all be kept for somebody who does not come',
    },
    {
      name: '100 connections that say nothing',
      request: { kind: 'line', pieces: () => [], then: 'reset', times: 100 },
      expect: { status: ['cut'] },
      why: 'each costs a little',
    },
    {
      name: 'a good beginning and a wrong second half in gzip',
      request: line((authorization) => {
        const packed = gzipSync(message);
        const lines = [`Content-Length: ${packed.length}`, 'Content-Encoding: gzip'];
        return [head(door, authorization, lines), packed.subarray(0, 30), Buffer.alloc(packed.length - 30, 0xff)];
      }),
      expect: { status: [500], code: 'request_malformed' },
      why: 'the error comes when part of it was unpacked',
    },
  ];
}

function line(pieces: LineScript['pieces']): LineScript {
  return { kind: 'line', pieces, then: 'wait' };
}
