/** The JSON twin of the SOAP gates (choice IDO-17): the same call and the same reply, with `errors` always there. */
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { Refusal } from '../../domain/refusal';
import { requestIdOf, writeJson } from '../../rest/answer';
import { jsonBody } from '../../rest/json-body';
import { parseExactJson } from '../../rest/json-text';
import type { OnBug } from '../../rest/problem';
import { BODY_LIMITS } from './body-limits';
import { answerDoorErrors } from './door-errors';
import type { Gate } from './gate';
import { gateAddressOf } from './gate-address';
import type { GateMethod } from './gate-methods';
import { withErrors } from './reply';
import type { Reply } from './reply';

const readBody = jsonBody(BODY_LIMITS, parseExactJson);

/** Takes the addresses of gates in JSON, and those of gates that are not here. */
export function jsonGates(gate: Gate, onBug: OnBug): Router {
  const router = Router();
  router.use((request, response, next) => {
    const address = gateAddressOf(request.originalUrl);
    if (address === 'unknown') throw new Refusal('path_not_found', 'there is no such gate or method');
    if (address?.form !== 'json') return next();
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      throw new Refusal('method_not_allowed', 'send the call with POST');
    }
    answerCall(gate, address.method, request, response).then(undefined, next);
  });
  router.use(answerDoorErrors(onBug));
  return router;
}

async function answerCall(gate: Gate, method: GateMethod, request: Request, response: Response): Promise<void> {
  const reply = withErrors(await replyTo(gate, method, request, response));
  writeJson(response, 200, reply);
}

async function replyTo(gate: Gate, method: GateMethod, request: Request, response: Response): Promise<Reply> {
  try {
    await done(readBody, request, response);
  } catch (error) {
    // The twin has no word like a SOAP fault for what cannot be read.
    if (error instanceof Refusal && error.kind === 'invalid') return gate.replyUnreadable(method);
    throw error;
  }
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return gate.replyUnreadable(method);
  const { authenticate, params } = body as { readonly authenticate?: unknown; readonly params?: unknown };
  return gate.call({
    method,
    authenticate,
    params,
    authorization: request.headers.authorization,
    idempotencyKey: request.get('Idempotency-Key'),
    requestId: requestIdOf(response),
  });
}

function done(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void handler(request, response, (error?: unknown) => (error ? reject(error as Error) : resolve()));
  });
}
