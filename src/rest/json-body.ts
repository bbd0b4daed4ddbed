/** Reads the body of a request, and refuses what is no JSON of ours before any of it is parsed. */
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../domain/refusal';
import { parseJson } from './json-text';

interface BodyLimits {
  readonly maxBytes: number;
  /** A body that trickles in for longer than this is cut off. */
  readonly timeoutMs: number;
}

const BODY_LIMITS: BodyLimits = { maxBytes: 1024 * 1024, timeoutMs: 20_000 };

/** How long the rest of a refused upload is thrown away, so that the caller can still read why. */
const LINGER_MS = 1_000;

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
const CONTENT_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Leaves the value in `request.body`. No body at all counts as {}, so that an operation can say which field it lacks. */
export function jsonBody(limits: BodyLimits = BODY_LIMITS): RequestHandler {
  return (request, _response, next) => {
    if (!WITH_BODY.has(request.method)) return next();
    if (isEmpty(request)) {
      request.body = {};
      return next();
    }
    readJson(request, limits).then((value) => {
      request.body = value;
      next();
    }, next);
  };
}

function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  try {
    refuseForeign(request);
    const bytes = await readBytes(request, limits);
    return bytes.length === 0 ? {} : parseJson(decode(bytes));
  } catch (error) {
    discardRest(request);
    throw error;
  }
}

function refuseForeign({ headers }: Request): void {
  if (!CONTENT_TYPE.test(headers['content-type'] ?? '')) {
    throw new Refusal('media_type_unsupported', 'send the body as Content-Type: application/json');
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new Refusal('media_type_unsupported', 'send the body without Content-Encoding');
  }
}

function readBytes(request: Request, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  const tooLarge = (): Refusal => new Refusal('request_too_large', `a body has at most ${maxBytes} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLarge());
  return new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(
      () => finish(new Refusal('request_timeout', 'the body did not arrive in time')),
      timeoutMs,
    );
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) return finish(tooLarge());
      chunks.push(chunk);
    };
    // Nobody is left to read the answer; it only ends the request in our books.
    const onClose = (): void => finish(new Refusal('request_malformed', 'the request was broken off'));
    const onEnd = (): void => finish();
    const finish = (refusal?: Refusal): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      if (refusal) reject(refusal);
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    };
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function decode(bytes: Buffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new Refusal('request_malformed', 'the body is not UTF-8');
  }
}

/** A caller who is still sending sees a reset line instead of the refusal, unless somebody takes what he sends. */
function discardRest(request: Request): void {
  if (request.complete || request.destroyed) return;
  request.on('error', () => undefined);
  request.resume();
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}
