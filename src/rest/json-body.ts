/** Reads the body of a request, and refuses what is no JSON of ours before any of it is parsed. */
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../domain/refusal';
import type { BodyLimits } from '../http/received-body';
import { BODY_LIMITS, letGo, readBytes, refuseEncoded } from './body-bytes';
import { parseJson } from './json-text';

type ParseText = (text: string) => unknown;

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
const CONTENT_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Leaves the value in `request.body`. No body at all counts as {}, so that an operation can say which field it lacks. */
export function jsonBody(limits: BodyLimits = BODY_LIMITS, parse: ParseText = parseJson): RequestHandler {
  return (request, _response, next) => {
    if (!WITH_BODY.has(request.method)) return next();
    if (isEmpty(request)) {
      request.body = {};
      return next();
    }
    readJson(request, limits, parse).then((value) => {
      request.body = value;
      next();
    }, next);
  };
}

function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

async function readJson(request: Request, limits: BodyLimits, parse: ParseText): Promise<unknown> {
  try {
    refuseForeign(request);
    refuseEncoded(request);
    const bytes = await readBytes(request, limits);
    return bytes.length === 0 ? {} : parse(decode(bytes));
  } catch (error) {
    letGo(request);
    throw error;
  }
}

function refuseForeign({ headers }: Request): void {
  if (!CONTENT_TYPE.test(headers['content-type'] ?? '')) {
    throw new Refusal('media_type_unsupported', 'send the body as Content-Type: application/json');
  }
}

function decode(bytes: Buffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new Refusal('request_malformed', 'the body is not UTF-8');
  }
}
