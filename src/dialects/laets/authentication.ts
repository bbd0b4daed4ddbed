/** How tsoa's routes learn who is calling. */
import { onceARequest } from '../../rest/once-a-request';
import type { Services } from '../../services/services';
import { callerOf } from './credentials';

export const expressAuthentication = onceARequest((request, requestId) =>
  callerOf(request.app.locals['services'] as Services, {
    requestId,
    authorization: request.headers.authorization,
    idempotencyKey: request.get('Idempotency-Key'),
  }),
);
