/** The REST door of this platform, put together: its versions, its description, its tokens. */
import { Router } from 'express';
import { Refusal } from '../../domain/refusal';
import { description, documentPage } from '../../rest/documentation';
import type { OpenApiDocument } from '../../rest/openapi-document';
import type { OnBug } from '../../rest/problem';
import type { Services } from '../../services/services';
import { accessTokens } from './access-tokens';
import { answerDoorErrors } from './door-errors';

/** Aliases of one implementation (choice IDO-13). */
const VERSIONS = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v8.1'];

interface RestDoor {
  readonly services: Services;
  /** tsoa's. */
  readonly registerRoutes: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  readonly publicUrl?: string;
  readonly onBug: OnBug;
}

export function idosellRest({ services, registerRoutes, openApi, publicUrl, onBug }: RestDoor): Router {
  const gates = Router({ caseSensitive: true });
  registerRoutes(gates);

  const router = Router({ caseSensitive: true });
  router.use(accessTokens(services));
  for (const version of VERSIONS) {
    // Generated clients take their base address from `servers` (choice IDO-23).
    router.get(`/api/doc/admin/${version}/json`, description(openApi, `/api/admin/${version}`, publicUrl));
    router.use(`/api/doc/admin/${version}`, documentPage(`IdoSell Admin API ${version}, refunds`, 'json'));
    router.use(`/api/admin/${version}`, gates);
  }
  router.use(['/api/admin', '/api/doc', '/api/authorize', '/panel'], () => {
    throw new Refusal('path_not_found', 'there is nothing at this address');
  });
  router.use(answerDoorErrors(onBug));
  return router;
}
