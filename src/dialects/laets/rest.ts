/** The REST door of this platform, put together: its routes, its description, and what it says where there is nothing. */
import { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { description, documentPage } from '../../rest/documentation';
import { methodTable, type OpenApiDocument } from '../../rest/openapi-document';
import type { OnBug } from '../../rest/problem';
import type { Clock } from '../../services/ports';
import { canonical, ROOT } from './address';
import { placeDoor } from './door';
import { answerDoorErrors, writeDoorError } from './door-errors';
import { reply } from './reply';

/** Where the description of the API is; the platform has none at an address of its own. */
const DOCUMENTATION = '/laets';

interface RestDoor {
  /** tsoa's. */
  readonly registerRoutes: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  readonly publicUrl?: string;
  readonly appSecret?: string;
  readonly isSigned: boolean;
  readonly syncSeconds: number;
  readonly reasons: ReadonlyMap<number, string>;
  readonly clock: Clock;
  readonly onBug: OnBug;
}

export function laetsRest({ registerRoutes, openApi, onBug, ...settings }: RestDoor): Router {
  const api = Router({ caseSensitive: true });
  api.use(placeDoor({ ...settings, release: openApi.info.version }));
  const unrouted = refuseUnrouted(openApi);
  // Where the schema is, other addresses have an id: a PUT would look for an object called so, and tell that there is none.
  api.put('/:resource/schema', unrouted);
  registerRoutes(api);
  api.use(unrouted);
  api.use(answerDoorErrors(onBug));

  const router = Router({ caseSensitive: true });
  router.get(`${DOCUMENTATION}/openapi.json`, description(openApi, ROOT, settings.publicUrl));
  router.use(DOCUMENTATION, documentPage('laets: returns and refunds', 'openapi.json'));
  router.use(canonicalAddress);
  router.use(ROOT, api);
  return router;
}

/** Clients write a slash twice, or leave the last one out; what they mean is the same. */
const canonicalAddress: RequestHandler = (request, _response, next) => {
  const url = canonical(request.url);
  if (url === undefined) return next('router');
  request.url = url;
  next();
};

/** Pages of other origins are asked beforehand what they may send. */
const MAY_SEND =
  'Authorization, Content-Type, Content-Language, Accept-Language, Application-Signature, Application-Nonce, Idempotency-Key';

/** A method that an address lacks is told with those that it has; what is not there is 404, with an empty body. */
function refuseUnrouted(openApi: OpenApiDocument): RequestHandler {
  const methodsOf = methodTable(openApi);
  return (request, response) => {
    const methods = methodsOf(request.path);
    if (!methods) return writeDoorError(request, response, new Refusal('path_not_found', ''));
    const allowed = [...methods, 'OPTIONS'].join(', ');
    if (request.method !== 'OPTIONS') {
      return writeDoorError(request, response, new Refusal('method_not_allowed', ''), { Allow: allowed });
    }
    const headers = {
      Allow: allowed,
      'Access-Control-Allow-Methods': allowed,
      'Access-Control-Allow-Headers': MAY_SEND,
    };
    reply(request, response, 200, undefined, headers);
  };
}
