/**
 * The platform's limit of calls, where a deployment wants it (choice SAPO-2): a bucket of 40 calls for each credential, of which
 * 2 run out in a second. It is this process's own.
 */
import type { RequestHandler } from 'express';
import { CallBuckets } from '../../rest/call-buckets';
import { expressAuthentication } from './authentication';
import { BUCKET_ROOM, tellHeld } from './call-limit';
import { refuseHasty } from './door-errors';

const BUCKET = { room: BUCKET_ROOM, perSecond: 2 };

/** A caller whom nobody has proved to be is not counted: what is wrong about his credentials is for the route to say. */
export function paceCalls(now: () => number): RequestHandler {
  const buckets = new CallBuckets(BUCKET, now);
  return (request, response, next) => {
    expressAuthentication(request).then(
      ({ credential }) => {
        const { admitted, held } = buckets.take(credential);
        tellHeld(response, held);
        if (admitted) next();
        else refuseHasty(response);
      },
      () => {
        tellHeld(response, 0);
        next();
      },
    );
  };
}
