/** The bytes of a body for every REST door, and what is refused is let go without harm. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../domain/refusal';
import { CallerGone, receivedBody, type BodyLimits } from '../http/received-body';
import { discardRest } from '../http/refused-upload';

export const BODY_LIMITS: BodyLimits = { maxBytes: 1024 * 1024, timeoutMs: 20_000 };

/** We read no compressed body: a small one could become a large one. */
export function refuseEncoded({ headers }: IncomingMessage): void {
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new Refusal('media_type_unsupported', 'send the body without Content-Encoding');
  }
}

/** As receivedBody; that the caller went away is a refusal too, which nobody reads: it ends the request in our books. */
export async function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  try {
    return await receivedBody(request, limits);
  } catch (error) {
    throw error instanceof CallerGone ? new Refusal('request_malformed', 'the request was broken off') : error;
  }
}

/** What is refused is still taken, so that the caller sees the refusal; whoever sends for too long loses the line. */
export function letGo(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  discardRest(request, () => {
    if (!request.complete) request.destroy();
  });
}
