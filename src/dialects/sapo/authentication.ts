/** How tsoa's routes learn who is calling. */
import type { Request } from 'express';
import type { Caller } from '../../domain/access';
import { requestIdOf } from '../../rest/answer';
import type { Services } from '../../services/services';
import { callerOf, TOKEN_HEADERS } from './credentials';

const CALLERS = new WeakMap<Request, Promise<Caller>>();

/** tsoa asks once for each scheme that a route allows; all are looked at together, and only once. */
export function expressAuthentication(request: Request, _scheme: string): Promise<Caller> {
  const known = CALLERS.get(request);
  if (known) return known;
  const tokens = TOKEN_HEADERS.map((name) => request.get(name));
  const caller = callerOf(request.app.locals['services'] as Services, {
    requestId: request.res ? requestIdOf(request.res) : '',
    authorization: request.headers.authorization,
    accessToken: tokens.find((token) => token !== undefined),
    idempotencyKey: request.get('Idempotency-Key'),
  });
  CALLERS.set(request, caller);
  return caller;
}
