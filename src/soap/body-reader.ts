/** Reads the body of a request, within bounds of bytes and time, and inflates it within the same. */
import type { IncomingMessage } from 'node:http';
import { gunzip, inflate, inflateRaw } from 'node:zlib';
import type { InputType, ZlibOptions } from 'node:zlib';
import { Refusal } from '../domain/refusal';
import { receivedBody, tooLarge } from '../http/received-body';
import { MAX_BODY_BYTES } from './limits';
import { malformed } from './strict-parser';

/** With the option `info` zlib answers an engine, too, which knows how many bytes it took; its types do not say so. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
type Inflate = (bytes: InputType, options: ZlibOptions, done: (error: Error | null, result: unknown) => void) => void;

const ZLIB_METHOD_DEFLATE = 8;

/** The whole body, inflated. */
export async function readBody(request: IncomingMessage, timeoutMs: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (!['identity', 'gzip', 'x-gzip', 'deflate'].includes(encoding)) {
    throw new Refusal('media_type_unsupported', 'Content-Encoding must be gzip, deflate or identity');
  }
  const bytes = await receivedBody(request, { maxBytes: MAX_BODY_BYTES, timeoutMs });
  if (encoding === 'identity') return bytes;
  if (encoding !== 'deflate') return inflated(bytes, gunzip);
  // Half of the world takes "deflate" for the bare stream, without zlib's two bytes.
  return inflated(bytes, ((bytes[0] ?? 0) & 0x0f) === ZLIB_METHOD_DEFLATE ? inflate : inflateRaw);
}

function inflated(bytes: Buffer, inflate: Inflate): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    inflate(bytes, { maxOutputLength: MAX_BODY_BYTES, info: true }, (error, result) => {
      if (error) return reject(isTooLarge(error) ? tooLarge(MAX_BODY_BYTES) : malformed('the body cannot be inflated'));
      const { buffer, engine } = result as Inflated;
      // A second message behind the first is one that a guard in front of us may have read instead.
      if (engine.bytesWritten === bytes.length) resolve(buffer);
      else reject(malformed('there is something behind the end of the compressed body'));
    });
  });
}

function isTooLarge(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
