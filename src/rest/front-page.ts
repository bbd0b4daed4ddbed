/** What a browser shows at the address itself: which doors there are, and where each explains itself. */
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { writeAnswer } from './answer';

export interface DoorSign {
  readonly path: string;
  readonly what: string;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
dt{margin-top:1rem;font-family:ui-monospace,monospace}dd{margin:0}
@media(prefers-color-scheme:dark){body{background:#16181d;color:#e6e6e6}a{color:#8ab4ff}}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`;

/** Paths and words are ours, never a caller's. */
export function frontPage(signs: readonly DoorSign[]): Router {
  const rows = signs.map(({ path, what }) => `<dt><a href="${path}">${path}</a></dt><dd>${what}</dd>`);
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refund Gateway</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Refund Gateway</h1>
<p>One safe place to give money back.</p>
<dl>
${rows.join('\n')}
</dl>
</body>
</html>
`;
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/', (_request, response) => {
    writeAnswer(response, 200, 'text/html; charset=utf-8', page, { 'Content-Security-Policy': PAGE_POLICY });
  });
  return router;
}
