/** The platform's limit of calls below /sac: one in a second for each account, endpoint and method (choice SKY-3). */
import type { RequestHandler } from 'express';
import { CallBuckets } from '../../rest/call-buckets';
import { expressAuthentication } from './authentication';
import { refuseHasty } from './door-errors';

const ONE_A_SECOND = { room: 1, perSecond: 1 };

/** What follows the code in an address; whatever else follows is one endpoint, so that nobody makes buckets without end. */
const ENDPOINTS: ReadonlySet<string> = new Set(['items', 'refunds', 'instances']);

/** Stands behind the check of the keys: an account that nobody has proved to be is not counted. */
export function paceCalls(now: () => number): RequestHandler {
  const buckets = new CallBuckets(ONE_A_SECOND, now);
  return (request, response, next) => {
    expressAuthentication(request).then(({ shop }) => {
      const name = [shop, request.method, endpointOf(request.path)].join(' ');
      if (buckets.take(name).admitted) next();
      else refuseHasty(request, response);
    }, next);
  };
}

/** @param path what follows /sac */
function endpointOf(path: string): string {
  const [code = '', endpoint = '', ...more] = path.split('/').slice(1);
  if (code === '') return 'list';
  if (endpoint === '') return 'one';
  return more.length === 0 && ENDPOINTS.has(endpoint) ? endpoint : 'other';
}
