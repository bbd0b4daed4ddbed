/**
 * The headers by which this platform's clients pace themselves (choice SAPO-2): how many calls their bucket holds. Where calls
 * are not paced none are held against anybody, and each is told to be the only one.
 */
import type { OutgoingHttpHeaders } from 'node:http';
import type { Response } from 'express';

export const BUCKET_ROOM = 40;

const HELD = 'sapoCallsHeld';

export function tellHeld({ locals }: Response, held: number): void {
  locals[HELD] = held;
}

export function callLimitOf({ locals }: Response): OutgoingHttpHeaders {
  const held = (locals[HELD] as number | undefined) ?? 1;
  const used = `${held}/${BUCKET_ROOM}`;
  return { 'X-Bizweb-Api-Call-Limit': used, 'X-Shopify-Shop-Api-Call-Limit': used };
}
