/** The REST door of this platform, put together: its routes, its description, and what it says where there is nothing. */
import { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { JSON_TYPE, writeAnswer } from '../../rest/answer';
import { description, documentPage } from '../../rest/documentation';
import { methodTable, type OpenApiDocument } from '../../rest/openapi-document';
import type { OnBug } from '../../rest/problem';
import { answerDoorErrors, writeDoorError } from './door-errors';

const ROOT = '/admin';
/** Where the description of the API is; the platform has none at an address of its own. */
const DOCUMENTATION = '/sapo';

interface RestDoor {
  /** tsoa's. */
  readonly registerRoutes: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  readonly publicUrl?: string;
  readonly onBug: OnBug;
}

export function sapoRest({ registerRoutes, openApi, publicUrl, onBug }: RestDoor): Router {
  const api = Router({ caseSensitive: true });
  registerRoutes(api);
  api.use('/oauth', refuseOAuth);
  api.use(refuseUnrouted(openApi));
  api.use(answerDoorErrors(onBug));

  const router = Router({ caseSensitive: true });
  router.get(`${DOCUMENTATION}/openapi.json`, description(openApi, ROOT, publicUrl));
  router.use(DOCUMENTATION, documentPage('Sapo Admin API, refunds', 'openapi.json'));
  router.use(ROOT, api);
  return router;
}

/** Tokens are made on the command line (choice SAPO-3); a client that asks for one is told so in the shape it reads. */
const refuseOAuth: RequestHandler = (_request, response) => {
  const body = { error: 'invalid_request', error_description: 'access tokens are issued by the operator' };
  writeAnswer(response, 404, JSON_TYPE, JSON.stringify(body));
};

/**
 * A method that an address lacks is told with those that it has (choice SAPO-7). All addresses of this platform end alike;
 * what else is below the root is not ours to speak of.
 */
function refuseUnrouted(openApi: OpenApiDocument): RequestHandler {
  const methodsOf = methodTable(openApi);
  return (request, response, next) => {
    if (!request.path.endsWith('.json')) return next('router');
    const methods = methodsOf(request.path);
    if (!methods) return writeDoorError(response, new Refusal('path_not_found', ''));
    writeDoorError(response, new Refusal('method_not_allowed', ''), { Allow: methods.join(', ') });
  };
}
