/** Reads the body of a request, within bounds of bytes and time. Guards the process: nothing a socket does may end it. */
import type { IncomingMessage } from 'node:http';
import { gunzip, inflate, inflateRaw } from 'node:zlib';
import type { InputType, ZlibOptions } from 'node:zlib';
import { Refusal } from '../domain/refusal';
import { MAX_BODY_BYTES } from './limits';
import { malformed } from './strict-parser';

/** The caller went away: there is nobody to answer. */
export class CallerGone extends Error {}

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
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const bytes = await readBytes(request, timeoutMs);
  if (encoding === 'identity') return bytes;
  if (encoding !== 'deflate') return inflated(bytes, gunzip);
  // Half of the world takes "deflate" for the bare stream, without zlib's two bytes.
  return inflated(bytes, ((bytes[0] ?? 0) & 0x0f) === ZLIB_METHOD_DEFLATE ? inflate : inflateRaw);
}

function readBytes(request: IncomingMessage, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(
      () => finish(new Refusal('request_timeout', 'the message did not arrive in time')),
      timeoutMs,
    );
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) return finish(tooLarge());
      chunks.push(chunk);
    };
    const onEnd = () => finish(undefined);
    const onClose = () => finish(new CallerGone());
    function finish(failure: Error | undefined): void {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (failure) reject(failure);
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length));
    }
    // An error is always followed by close; without a listener it would end the process.
    request.on('error', ignore).on('data', onData).on('end', onEnd).on('close', onClose);
    if (request.destroyed) finish(new CallerGone());
    else if (request.readableEnded) finish(new Error('the body was read by something in front of the SOAP handler'));
  });
}

function inflated(bytes: Buffer, inflate: Inflate): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    inflate(bytes, { maxOutputLength: MAX_BODY_BYTES, info: true }, (error, result) => {
      if (error) return reject(isTooLarge(error) ? tooLarge() : malformed('the body cannot be inflated'));
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

function tooLarge(): Refusal {
  return new Refusal('request_too_large', `a message must not be larger than ${MAX_BODY_BYTES} bytes`);
}

function ignore(): void {}
