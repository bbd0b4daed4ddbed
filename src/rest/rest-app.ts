/** The HTTP edge, put together: one express app, and in it one router for our own REST API. */
import { parse } from 'node:querystring';
import express, { Router } from 'express';
import type { Express } from 'express';
import { Refusal } from '../domain/refusal';
import { documentation } from './documentation';
import { methodTable } from './openapi-document';
import type { OpenApiDocument } from './openapi-document';
import { answerProblems, writeRefusal } from './problem';
import type { OnBug } from './problem';
import { requestContext } from './request-context';
import type { RequestLine } from './request-context';
import { refuseUnrouted } from './unrouted';

/** Where our own REST API begins. */
const REST_ROOT = '/rest/v1';

interface RestOptions {
  /** Handed to the controllers as they are: the edge looks into none of them. */
  readonly services: object;
  /** tsoa's. Absent where this process does not serve the API: then nothing is at its addresses. */
  readonly registerRoutes?: (router: Router) => void;
  readonly openApi: OpenApiDocument;
  /** How callers reach us, where that is not the address they use. */
  readonly publicUrl?: string;
  readonly log: (line: RequestLine) => void;
  readonly onBug: OnBug;
}

/**
 * The app with `/rest/v1`. Other doors come as routers, in the order given and before the last word, which is a 404;
 * never as apps of their own, because an app inside an app makes each request twice as dear.
 */
export function createRestApp(options: RestOptions, doors: readonly Router[] = []): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Addresses of callers are taken from the line. Behind a proxy, PUBLIC_URL says what it is called outside.
  app.set('trust proxy', false);
  app.set('query parser', queryOf);
  app.locals['services'] = options.services;

  app.use(requestContext(options.log));
  if (options.registerRoutes) app.use(REST_ROOT, restRouter(options, options.registerRoutes));
  for (const door of doors) app.use(door);
  app.use((_request, response) => {
    writeRefusal(response, new Refusal('path_not_found', 'there is nothing at this address'));
  });
  app.use(answerProblems(options.onBug));
  return app;
}

/** Every parameter: Node's own limit would drop the thousand-and-first in silence, and a filter behind it would filter nothing. */
function queryOf(text: string | null): ReturnType<typeof parse> {
  return parse(text ?? '', undefined, undefined, { maxKeys: 0 });
}

/** Everything below the root, its problems included. */
function restRouter({ openApi, publicUrl, onBug }: RestOptions, registerRoutes: (router: Router) => void): Router {
  const router = Router({ caseSensitive: true });
  router.use(documentation(openApi, REST_ROOT, publicUrl));
  registerRoutes(router);
  router.use(refuseUnrouted(methodTable(openApi)));
  router.use(answerProblems(onBug));
  return router;
}
