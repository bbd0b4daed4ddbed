import type { Request } from 'express';
import { requestIdOf } from './answer';

/** tsoa asks who is calling once for each scheme that a route allows; all are looked at together, and only once. */
export function onceARequest<T>(
  look: (request: Request, requestId: string) => Promise<T>,
): (request: Request) => Promise<T> {
  const looked = new WeakMap<Request, Promise<T>>();
  return (request) => {
    const known = looked.get(request);
    if (known) return known;
    const found = look(request, request.res ? requestIdOf(request.res) : '');
    looked.set(request, found);
    return found;
  };
}
