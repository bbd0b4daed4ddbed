/** The bytes of a body: as many as are allowed, as long as they come, and what is refused is let go without harm. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../domain/refusal';
import { discardRest } from '../http/refused-upload';

export interface BodyLimits {
  readonly maxBytes: number;
  /** A body that trickles in for longer than this is cut off. */
  readonly timeoutMs: number;
}

export const BODY_LIMITS: BodyLimits = { maxBytes: 1024 * 1024, timeoutMs: 20_000 };

/** We read no compressed body: a small one could become a large one. */
export function refuseEncoded({ headers }: IncomingMessage): void {
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new Refusal('media_type_unsupported', 'send the body without Content-Encoding');
  }
}

export function readBytes(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
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

/** What is refused is still taken, so that the caller sees the refusal; whoever sends for too long loses the line. */
export function letGo(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  discardRest(request, () => {
    if (!request.complete) request.destroy();
  });
}
