/** How every address of this platform, and tsoa's routes, learn who is calling. */
import type { RequestHandler } from 'express';
import { onceARequest } from '../../rest/once-a-request';
import type { Services } from '../../services/services';
import { callerOf } from './credentials';

export const expressAuthentication = onceARequest((request, requestId) =>
  callerOf(request.app.locals['services'] as Services, {
    requestId,
    userEmail: request.get('X-User-Email'),
    apiKey: request.get('X-Api-Key'),
    accountKey: request.get('X-Accountmanager-Key'),
    idempotencyKey: request.get('Idempotency-Key'),
  }),
);

/** Unknown addresses too are told of to nobody who has not shown the keys. */
export const requireCaller: RequestHandler = (request, _response, next) => {
  expressAuthentication(request).then(() => next(), next);
};
