/** Where payment providers tell us things by themselves. The body stays as it came in: its signature is over the bytes. */
import type { IncomingHttpHeaders } from 'node:http';
import { Router, type Request } from 'express';
import type { BodyLimits } from '../http/received-body';
import { JSON_TYPE, writeAnswer } from './answer';
import { BODY_LIMITS, letGo, readBytes, refuseEncoded } from './body-bytes';

interface ReceivedWebhook {
  readonly provider: string;
  /** As the address has it. */
  readonly shop?: string;
  readonly rawBody: Buffer;
  readonly headers: IncomingHttpHeaders;
}

/** Answers once the webhook is kept, durably; refuses what nobody proves to have sent. */
type Receive = (webhook: ReceivedWebhook) => Promise<void>;

const PATHS = ['/providers/:name/webhook', '/providers/:name/webhook/:shop'];

/** The providers' door. Must stand before anything that reads bodies. */
export function webhooksRouter(receive: Receive, limits: BodyLimits = BODY_LIMITS): Router {
  const router = Router({ caseSensitive: true });
  router.post(PATHS, async (request: Request<{ name: string; shop?: string }>, response) => {
    const { name: provider, shop } = request.params;
    const rawBody = await bytesOf(request, limits);
    await receive({ provider, ...(shop === undefined ? {} : { shop }), rawBody, headers: request.headers });
    writeAnswer(response, 200, JSON_TYPE, '{"received":true}');
  });
  return router;
}

async function bytesOf(request: Request<{ name: string; shop?: string }>, limits: BodyLimits): Promise<Buffer> {
  try {
    refuseEncoded(request);
    return await readBytes(request, limits);
  } catch (error) {
    letGo(request);
    throw error;
  }
}
