/** The OpenAPI document and the pages that show it. Everything comes from our own origin, so it works without internet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import swaggerFolder from 'swagger-ui-dist/absolute-path';
import { JSON_TYPE, writeAnswer } from './answer';
import type { OpenApiDocument } from './openapi-document';

/** Swagger UI's pictures are data: addresses in its style sheet; nothing in it is inline, and nothing may be. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};
const ONE_DAY = { 'Cache-Control': 'public, max-age=86400' };

function pageFor(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" type="image/png" href="docs/favicon-32x32.png">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;
}

/** No validator: it would send the document to somebody else's server. */
function startFor(documentUrl: string): string {
  return `SwaggerUIBundle({
  url: '${documentUrl}',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: false,
  persistAuthorization: false,
});
`;
}

/** Routes below the API's own root. `publicUrl` is how callers reach us; without it, the address the caller used. */
export function documentation(document: OpenApiDocument, root: string, publicUrl?: string): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/openapi.json', description(document, root, publicUrl));
  router.use(documentPage('Refund Gateway API', 'openapi.json'));
  return router;
}

/** Answers the document, with the address of the API's root as the caller reaches it. */
export function description(document: OpenApiDocument, root: string, publicUrl?: string): RequestHandler {
  const textFor = (base: string): string => JSON.stringify({ ...document, servers: [{ url: base + root || '/' }] });
  const fixed = publicUrl === undefined ? undefined : textFor(publicUrl.replace(/\/+$/, ''));
  return (request, response) => writeAnswer(response, 200, JSON_TYPE, fixed ?? textFor(originOf(request)));
}

/** The page at `docs` that shows the document beside it. Title and address are ours, never a caller's. */
export function documentPage(title: string, documentUrl: string): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/docs', (_request, response) => {
    writeAnswer(response, 200, 'text/html; charset=utf-8', pageFor(title), { 'Content-Security-Policy': PAGE_POLICY });
  });
  router.get('/docs/start.js', (_request, response) => {
    writeAnswer(response, 200, 'text/javascript; charset=utf-8', startFor(documentUrl));
  });
  for (const [name, type] of Object.entries(FILES)) {
    // Read when first asked for: most processes are never asked.
    let bytes: Buffer | undefined;
    router.get(`/docs/${name}`, (_request, response) => {
      bytes ??= readFileSync(join(swaggerFolder(), name));
      writeAnswer(response, 200, type, bytes, ONE_DAY);
    });
  }
  return router;
}

/**
 * How the caller reached us. A host is repeated only if it is nothing but a host, be it one with an underscore, as containers are
 * called by their neighbours; otherwise it is empty, and addresses stay relative.
 */
export function originOf({ protocol, headers }: Request): string {
  const host = headers.host ?? '';
  return /^[\w.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:]+\](:\d{1,5})?$/.test(host) ? `${protocol}://${host}` : '';
}
