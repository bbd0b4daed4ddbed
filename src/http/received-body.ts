/** The bytes of a body: as many as are allowed, as long as they come. Guards the process: nothing a socket does may end it. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../domain/refusal';

export interface BodyLimits {
  /** As sent, before anything is inflated. */
  readonly maxBytes: number;
  /** A body that trickles in for longer than this is cut off. */
  readonly timeoutMs: number;
}

/** The caller went away: there is nobody to answer. */
export class CallerGone extends Error {}

/** The whole body as it was sent. Rejects with a Refusal (`request_too_large`, `request_timeout`), or with CallerGone. */
export function receivedBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLarge(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBytes) return finish(tooLarge(maxBytes));
      chunks.push(chunk);
    };
    const onEnd = (): void => finish();
    const onClose = (): void => finish(new CallerGone());
    const onTimeout = (): void => finish(new Refusal('request_timeout', 'the body did not arrive in time'));
    const timer = setTimeout(onTimeout, timeoutMs);
    function finish(failure?: Error): void {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (failure) reject(failure);
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length));
    }
    // An error is always followed by close; without a listener it would end the process.
    request.on('error', () => undefined);
    request.on('data', onData).on('end', onEnd).on('close', onClose);
    if (request.destroyed) finish(new CallerGone());
    else if (request.readableEnded) finish(new Error('the body was read by something in front of us'));
  });
}

/** The refusal of what is longer than this, whether as it was sent or unpacked. */
export function tooLarge(maxBytes: number): Refusal {
  return new Refusal('request_too_large', `a body has at most ${maxBytes} bytes`);
}
