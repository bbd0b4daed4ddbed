/** Where a list of tickets goes on. Whoever follows it sends nothing else, so it carries the filters (contract, section 2; SKY-4). */
import { wrong } from './params';

export interface TicketCursor {
  /** Of the last ticket of the page before. */
  readonly id: number;
  readonly status?: string;
  readonly platform?: string;
}

export function cursorText({ id, status, platform }: TicketCursor): string {
  return Buffer.from(JSON.stringify([id, status ?? null, platform ?? null])).toString('base64url');
}

/** Refuses a text that is no cursor in our own spelling. Whether its ticket is there is not decided here. */
export function parseCursor(text: string): TicketCursor {
  const cursor = cursorIn(Buffer.from(text, 'base64url').toString());
  if (cursor && cursorText(cursor) === text) return cursor;
  throw wrong('cursor', 'is none that was given');
}

function cursorIn(json: string): TicketCursor | undefined {
  const parts = partsOf(json);
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [id, status, platform] = parts as unknown[];
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || !isFilter(status) || !isFilter(platform)) return undefined;
  return { id, ...(status === null ? {} : { status }), ...(platform === null ? {} : { platform }) };
}

function partsOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isFilter(part: unknown): part is string | null {
  return part === null || typeof part === 'string';
}
