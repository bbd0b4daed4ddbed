/** What no route took: a path that nobody knows, or a method that the path does not have. */
import type { RequestHandler } from 'express';
import { Refusal } from '../domain/refusal';
import { writeAnswer } from './answer';
import type { MethodsOf } from './openapi-document';
import { writeRefusal } from './problem';

const TEXT = 'text/plain; charset=utf-8';

export function refuseUnrouted(methodsOf: MethodsOf): RequestHandler {
  return (request, response) => {
    const methods = methodsOf(request.path);
    if (!methods) return writeRefusal(response, new Refusal('path_not_found', 'there is nothing at this address'));
    const headers = { Allow: [...methods, 'OPTIONS'].join(', ') };
    if (request.method === 'OPTIONS') return writeAnswer(response, 200, TEXT, '', headers);
    writeRefusal(response, new Refusal('method_not_allowed', `this address takes ${methods.join(', ')}`), headers);
  };
}
