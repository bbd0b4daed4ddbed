/** For whoever runs the gateway: is the process alive, is it ready, how is it doing. Open to all, tells nothing of shops. */
import { Router } from 'express';

export interface Readiness {
  readonly ready: boolean;
  /** What was looked at, and how it is, for a person to read. */
  readonly checks: Readonly<Record<string, string | number>>;
}

export interface HealthOptions {
  /** Never throws: what cannot be reached is not ready. */
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export function healthRouter({ readiness, metrics }: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const { ready, checks } = await readiness();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...checks });
  });
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await metrics();
    response.type(contentType).send(text);
  });
  return router;
}
