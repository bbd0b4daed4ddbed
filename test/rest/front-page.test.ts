import type { Express } from 'express';
import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { frontPage } from '../../src/rest/front-page';

async function answerOf(app: Express, path: string): Promise<Response> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  } finally {
    server.close();
  }
}

test('a browser that comes to the address itself is shown where the doors are', async () => {
  const app = express();
  app.use((_request, response, next) => {
    response.locals['requestId'] = 'request-1';
    next();
  });
  app.use(frontPage([{ path: '/soap/v1', what: 'SOAP.' }]));
  const shown = await answerOf(app, '/');
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-");
  expect(await shown.text()).toContain('<a href="/soap/v1">/soap/v1</a></dt><dd>SOAP.</dd>');
  expect((await answerOf(app, '/else')).status).toBe(404);
});
