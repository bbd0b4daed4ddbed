/** Reads the body of POST and PUT, which have to have one (contract, section 1; choice SKY-2). */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { BODY_LIMITS, letGo, readBytes, refuseEncoded } from '../../rest/body-bytes';
import { parseJson } from '../../rest/json-text';

const CONTENT_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Leaves the value in `request.body`. */
export const readBody: RequestHandler = (request, _response, next) => {
  readJson(request).then(
    (value) => {
      request.body = value;
      next();
    },
    (error: unknown) => {
      letGo(request);
      next(error);
    },
  );
};

async function readJson(request: IncomingMessage): Promise<unknown> {
  const { headers } = request;
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (isEmpty) throw withoutBody();
  if (!CONTENT_TYPE.test(headers['content-type'] ?? '')) throw foreign('send the body as application/json in UTF-8');
  refuseEncoded(request);
  const bytes = await readBytes(request, BODY_LIMITS);
  if (bytes.length === 0) throw withoutBody();
  return parseJson(decode(bytes));
}

function decode(bytes: Buffer): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw foreign('the body is not UTF-8');
  }
}

function withoutBody(): Refusal {
  return new Refusal('request_malformed', 'the request must have a body');
}

function foreign(message: string): Refusal {
  return new Refusal('media_type_unsupported', message);
}
