/** How a message travels: its charset, its packing, the bytes that are hurt on the way, and the headers around it. */
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Contract } from '../../../src/soap/contract';
import type { Random } from '../../reliability/random';
import { picked } from './picked';

export type Headers = Readonly<Record<string, string>>;

const ODD = 0.05;

export function encoded(xml: string, random: Random): Buffer {
  if (!random.chance(ODD)) return Buffer.from(xml);
  const utf16 = Buffer.from(xml, 'utf16le');
  return picked(random, [
    () => utf16,
    () => Buffer.from(`\ufeff${xml}`, 'utf16le'),
    () => Buffer.from(utf16).swap16(),
    () => Buffer.from(`\ufeff${xml}`),
    () => Buffer.from(xml, 'latin1'),
    () =>
      Buffer.from(`<?xml version="1.0" encoding="${picked(random, ['windows-1250', 'utf-16', 'utf-7', 'x'])}"?>${xml}`),
    () => Buffer.from(`\r\n <?xml version="1.0"?>${xml}`),
  ])();
}

type ByteMutation = (bytes: Buffer, random: Random) => Buffer;

export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'bytes changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = random.whole(1, 8); count > 0 && changed.length > 0; count -= 1)
      changed[random.whole(0, changed.length - 1)] = random.whole(0, 255);
    return changed;
  },
  'one bit changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    const at = random.whole(0, Math.max(0, changed.length - 1));
    if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << random.whole(0, 7));
    return changed;
  },
  'bytes left out': (bytes, random) => {
    const at = random.whole(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 20))]);
  },
  'bytes put in': (bytes, random) => {
    const at = random.whole(0, bytes.length);
    const more = Buffer.from(Array.from({ length: random.whole(1, 20) }, () => random.whole(0, 255)));
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
};

export function packed(bytes: Buffer, random: Random): { body: Buffer; headers: Headers } {
  if (!random.chance(ODD)) return { body: bytes, headers: {} };
  const [encoding, pack] = picked<readonly [string, () => Buffer]>(random, [
    ['gzip', () => gzipSync(bytes)],
    ['deflate', () => deflateSync(bytes)],
    ['deflate', () => deflateRawSync(bytes)],
    ['gzip', () => bytes],
    ['gzip', () => gzipSync(bytes).subarray(0, -3)],
    ['x-gzip', () => Buffer.concat([gzipSync(bytes), gzipSync(bytes)])],
    ['gzip', () => gzipSync(Buffer.alloc(random.whole(1, 3) * 1024 * 1024, 'a'))],
    ['br', () => bytes],
  ]);
  return { body: pack(), headers: { 'content-encoding': encoding } };
}

export function headersFor(contract: Contract, apiKey: string, random: Random): Headers {
  const { namespace } = contract;
  const action = `"${namespace}/${picked(random, [...contract.operations.keys()])}"`;
  return {
    'content-type': odd(random, 'text/xml; charset=utf-8', [
      'application/soap+xml',
      'text/xml; charset=iso-8859-2',
      'text/xml; charset=utf-16',
      'text/xml; charset=utf-7',
      `application/soap+xml; action=${action}`,
      'application/xml',
      'multipart/related; type="text/xml"; boundary=x',
      'text/html',
    ]),
    authorization: odd(random, `Bearer ${apiKey}`, [
      'Bearer x',
      `Bearer ${apiKey}x`,
      'Basic YTpi',
      'Bearer __proto__',
      '',
    ]),
    ...(random.chance(ODD) && { soapaction: picked(random, [action, '""', 'urn:x', `${action}, ${action}`]) }),
    // Few different keys, so that some are repeated with another wish.
    ...(random.chance(0.3) && {
      'idempotency-key': odd(random, `key-${random.whole(1, 400)}`, ['', 'a b', 'k'.repeat(256), '\u00ff']),
    }),
    ...(random.chance(ODD) && { 'x-request-id': picked(random, ['r-1', '<r>', 'r'.repeat(200)]) }),
  };
}

const odd = (random: Random, usual: string, others: readonly string[]): string =>
  random.chance(ODD) ? picked(random, others) : usual;
