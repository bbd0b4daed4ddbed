/** How every address of this platform, and tsoa's routes, learn who is calling. */
import type { Request, RequestHandler } from 'express';
import type { Caller } from '../../domain/access';
import { requestIdOf } from '../../rest/answer';
import type { Services } from '../../services/services';
import { callerOf } from './credentials';

const CALLERS = new WeakMap<Request, Promise<Caller>>();

/** Unknown addresses too are told of to nobody who has not shown the keys. */
export const requireCaller: RequestHandler = (request, _response, next) => {
  authenticate(request).then(() => next(), next);
};

/** tsoa asks once for each of the three headers; all are looked at together, and only once. */
export function expressAuthentication(request: Request, _scheme: string): Promise<Caller> {
  return authenticate(request);
}

function authenticate(request: Request): Promise<Caller> {
  const known = CALLERS.get(request);
  if (known) return known;
  const caller = callerOf(request.app.locals['services'] as Services, {
    requestId: request.res ? requestIdOf(request.res) : '',
    userEmail: request.get('X-User-Email'),
    apiKey: request.get('X-Api-Key'),
    accountKey: request.get('X-Accountmanager-Key'),
    idempotencyKey: request.get('Idempotency-Key'),
  });
  CALLERS.set(request, caller);
  return caller;
}
