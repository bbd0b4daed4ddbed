/** Every answer of this door leaves through here, with the headers that the platform's clients see on all of them. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import { writeAnswer, writeJson } from '../../rest/answer';
import { doorOf } from './door';
import { languageOf } from './language';

const EMPTY_TYPE = 'text/html; charset=utf-8';

/** @param body undefined for an answer without one, which is `text/html` there */
export function reply(
  request: Request,
  response: Response,
  status: number,
  body?: object,
  headers?: OutgoingHttpHeaders,
): void {
  const usual: OutgoingHttpHeaders = {
    Vary: 'Accept, Accept-Language, Content-Language, Authorization',
    'Content-Language': languageOf(request.headers),
    'X-Release-Version': doorOf(response).release,
    // Tokens come in a header that a page of another origin can only send if it knows them: nothing rides along by itself.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Language, Location, X-Release-Version, X-Request-Id',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (body === undefined) writeAnswer(response, status, EMPTY_TYPE, '', { ...usual, ...headers });
  else writeJson(response, status, body, { ...usual, ...headers });
}
