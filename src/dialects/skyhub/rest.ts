/** The REST door of this platform, put together. Its clients know no prefix: the paths begin at the root of the server. */
import { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { description, documentPage } from '../../rest/documentation';
import type { OpenApiDocument } from '../../rest/openapi-document';
import type { OnBug } from '../../rest/problem';
import { requireCaller } from './authentication';
import { answerDoorErrors, requireAcceptable } from './door-errors';
import { paceCalls } from './pacing';
import { openFor, type SkyhubSettings } from './settings';

/** Nothing is below the last two (choice SKY-17): who asks there is told so in the platform's own form. */
const ROOTS = ['/sac', '/orders', '/statuses', '/queues'];

interface RestDoor {
  /** tsoa's. */
  readonly registerRoutes: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  readonly settings: SkyhubSettings;
  readonly clock: { now(): number };
  readonly publicUrl?: string;
  readonly onBug: OnBug;
}

export function skyhubRest({ registerRoutes, openApi, settings, clock, publicUrl, onBug }: RestDoor): Router {
  const router = Router({ caseSensitive: true });
  router.get('/skyhub/openapi.json', description(openApi, '', publicUrl));
  router.use('/skyhub', documentPage('SkyHub: SAC and orders', 'openapi.json'));
  router.use(ROOTS, requireCaller);
  if (settings.pacing)
    router.use(
      '/sac',
      paceCalls(() => clock.now()),
    );
  router.use(ROOTS, requireAcceptable, openFor(settings, publicUrl));
  if (!settings.put) router.put('/sac/:code/instances', nothingHere);
  registerRoutes(router);
  router.use(ROOTS, nothingHere);
  router.use(answerDoorErrors(onBug));
  return router;
}

/** Chats are here too (choice SKY-16), and what else of the platform is not served. */
const nothingHere: RequestHandler = () => {
  throw new Refusal('path_not_found', 'there is nothing at this address');
};
