/** A body as it comes, over a real line: whole, too long, too slow, or broken off. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallerGone, receivedBody } from '../../src/http/received-body';

const LIMITS = { maxBytes: 10, timeoutMs: 100 };

let server: http.Server;
let outcome: Promise<unknown>;

beforeEach(async () => {
  server = http.createServer((request, response) => {
    outcome = receivedBody(request, LIMITS).then(String, (error: unknown) => error);
    void outcome.then(() => response.writeHead(200, { connection: 'close' }).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(headers: http.OutgoingHttpHeaders = {}): http.ClientRequest {
  const { port } = server.address() as AddressInfo;
  return http.request({ port, host: '127.0.0.1', method: 'POST', headers }).on('error', () => undefined);
}

/** What came of a body that is sent in these pieces, the last of which does not end it unless `whole`. */
async function received(pieces: readonly string[], whole: boolean, headers?: http.OutgoingHttpHeaders) {
  const arrived = once(server, 'request');
  const sending = send(headers);
  for (const piece of pieces) await new Promise((resolve) => sending.write(piece, resolve));
  if (whole) sending.end();
  await arrived;
  return outcome;
}

test.each<[string, readonly string[], string]>([
  ['nothing', [], ''],
  ['one piece', ['0123456789'], '0123456789'],
  ['many pieces', ['012', '345', '6789'], '0123456789'],
])('takes a body of %s', async (_, pieces, body) => {
  const heard = received(pieces, true);
  expect(await heard).toBe(body);
});

test('refuses a length that is told and too large before anything comes', async () => {
  const heard = received(['0'], false, { 'Content-Length': '11' });
  expect(await heard).toMatchObject({ code: 'request_too_large', message: 'a body has at most 10 bytes' });
});

test('refuses what grows too large while it comes, not only at its end', async () => {
  const heard = received(['0123456789', 'A'], false);
  expect(await heard).toMatchObject({ code: 'request_too_large', message: 'a body has at most 10 bytes' });
});

test('refuses what does not come in time', async () => {
  const heard = received(['012'], false);
  expect(await heard).toMatchObject({ code: 'request_timeout' });
});

test('tells when the caller went away', async () => {
  const arrived = once(server, 'request');
  const sending = send({ 'Content-Length': '10' });
  sending.write('012');
  await arrived;
  sending.destroy();
  expect(await outcome).toBeInstanceOf(CallerGone);
});
