/** The REST door of this platform, put together: its routes, its description, and what it says where there is nothing. */
import { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { writeJson } from '../../rest/answer';
import { description, documentPage } from '../../rest/documentation';
import { methodTable, type OpenApiDocument } from '../../rest/openapi-document';
import type { OnBug } from '../../rest/problem';
import { callLimitOf } from './call-limit';
import { answerDoorErrors, writeDoorError } from './door-errors';
import { paceCalls } from './pacing';
import { withSettings, type SapoSettings } from './settings';

const ROOT = '/admin';
/** Where the description of the API is; the platform has none at an address of its own. */
const DOCUMENTATION = '/sapo';

interface RestDoor {
  /** tsoa's. */
  readonly registerRoutes: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  readonly settings: SapoSettings;
  readonly clock: { now(): number };
  readonly publicUrl?: string;
  readonly onBug: OnBug;
}

export function sapoRest({ registerRoutes, openApi, settings, clock, publicUrl, onBug }: RestDoor): Router {
  const api = Router({ caseSensitive: true });
  api.use(withSettings(settings));
  if (settings.pacing) api.use(paceCalls(() => clock.now()));
  if (!settings.calculate) api.use(CALCULATE, nothingHere);
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
  writeJson(response, 404, body, callLimitOf(response));
};

/** Our own extension, where a deployment does not want it (choice SAPO-6). */
const CALCULATE = '/orders/:order_id/refunds/calculate.json';

const nothingHere: RequestHandler = (_request, response) => writeDoorError(response, new Refusal('path_not_found', ''));

/** A method that an address lacks is told with those that it has (choice SAPO-7); addresses of other products are none (SAPO-17). */
function refuseUnrouted(openApi: OpenApiDocument): RequestHandler {
  const methodsOf = methodTable(openApi);
  return (request, response) => {
    const methods = methodsOf(request.path);
    if (!methods) return writeDoorError(response, new Refusal('path_not_found', ''));
    writeDoorError(response, new Refusal('method_not_allowed', ''), { Allow: methods.join(', ') });
  };
}
