/**
 * Reads the body of a request, once it is known who is calling. Its bytes are kept until their signature is checked; amounts stay
 * the digits that were sent.
 */
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { BODY_LIMITS, letGo, readBytes, refuseEncoded } from '../../rest/body-bytes';
import { parseExactJson } from '../../rest/json-text';
import { doorOf } from './door';
import { requireSignature } from './signature';

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
const JSON_BODY = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Leaves the value in `request.body`. No body, `{}` and `[]`, which is how PHP writes an empty object, are all one: nothing was said.
 * Clients name a content type on reads too, so it is looked at only where there is a body.
 */
export const readBody: RequestHandler = async (request, response, next) => {
  const { appSecret, isSigned, clock } = doorOf(response);
  const bytes = await bytesOf(request);
  if (isSigned && appSecret !== undefined) requireSignature(request.headers, bytes, appSecret, clock.now());
  request.body = bytes.length === 0 ? {} : valueOf(bytes);
  next();
};

async function bytesOf(request: Request): Promise<Buffer> {
  if (!WITH_BODY.has(request.method)) return Buffer.alloc(0);
  try {
    refuseEncoded(request);
    const bytes = await readBytes(request, BODY_LIMITS);
    if (bytes.length > 0) requireJson(request);
    return bytes;
  } catch (error) {
    letGo(request);
    throw error;
  }
}

function requireJson({ headers }: Request): void {
  if (JSON_BODY.test(headers['content-type'] ?? '')) return;
  throw new Refusal('media_type_unsupported', 'send the body as Content-Type: application/json');
}

function valueOf(bytes: Buffer): unknown {
  const value = parseExactJson(textOf(bytes));
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Refusal('request_invalid', 'the body must be an object');
}

function textOf(bytes: Buffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new Refusal('request_malformed', 'the body is not UTF-8');
  }
}
