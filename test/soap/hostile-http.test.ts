/** Bodies too large, compressed wrongly, sent too slowly or cut: the process lives on and the caller is told. */
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import * as soap from './soap-server';
import { envelope, operation } from './soap-server';
import type { Reply, TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const expectFault = (reply: Reply, code: string, status?: number) => soap.expectFault(server, reply, code, status);
const status = (content: string) => envelope(operation('getRefundStatus', content));

describe('HTTP that does not fit', () => {
  test.each([
    ['text/html; charset=utf-7"><script>', 415],
    ['text/xml; charset=utf-7', 415],
    ['multipart/related; type="text/xml"; boundary=x', 415],
    ['application/json', 415],
    ['', 415],
  ])('the Content-Type "%s"', async (type, expected) => {
    const reply = await server.post(soap.STATUS_12, { 'content-type': type });
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(reply.text).not.toContain('script');
    await expectFault(reply, 'media_type_unsupported', expected);
  });

  test.each<[string, Buffer, string, string, number]>([
    ['gzip that is none', Buffer.from('\x1f\x8bnothing', 'latin1'), 'gzip', 'request_malformed', 500],
    ['gzip that ends early', gzipSync(soap.STATUS_12).subarray(0, -9), 'gzip', 'request_malformed', 500],
    ['a bomb of 50 MB', gzipSync(Buffer.alloc(50_000_000, 'a')), 'gzip', 'request_too_large', 413],
    ['an unknown encoding', Buffer.from(soap.STATUS_12), 'br', 'media_type_unsupported', 415],
  ])('%s', async (_name, body, encoding, code, expected) => {
    await expectFault(await server.post(body, { 'content-encoding': encoding }), code, expected);
  });

  test.each([
    ['an attribute of 10 MB', envelope(`<a b="${'x'.repeat(10_000_000)}"/>`), {}],
    ['5 MB of elements, in chunks', status('<a>1</a>'.repeat(600_000)), { 'transfer-encoding': 'chunked' }],
    ['60 MB', Buffer.alloc(60_000_000, 'a'), {}],
  ])('%s', async (_name, body, headers) => {
    const reply = await server.post(body, headers);
    expect(reply.headers['connection']).toBe('close');
    await expectFault(reply, 'request_too_large', 413);
  });

  test.each(['PUT', 'DELETE', 'TRACE', 'PATCH', 'GET'])('the method %s', async (method) => {
    const reply = await server.ask(method, '/soap/v1');
    expect(reply.headers['allow']).toBe('GET, HEAD, POST');
    await expectFault(reply, 'method_not_allowed', 405);
  });
});

test('a body that trickles in is cut off', async () => {
  const impatient = await soap.startServer({ bodyTimeoutMs: 100 });
  const socket = net.connect(impatient.port, '127.0.0.1');
  socket.write('POST /soap/v1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<e:');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*Connection: close[^]*<m:code>request_timeout<\/m:code>/i);
  expect(answer).toContain('<m:retryable>true</m:retryable>');
  await impatient.close();
});

test('connections that are cut while they send leave the server alive', async () => {
  const head = 'POST /soap/v1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n';
  for (let round = 0; round < 20; round++) {
    const socket = net.connect(server.port, '127.0.0.1');
    const encoding = round % 2 === 0 ? '' : 'Content-Encoding: gzip\r\n';
    await new Promise<void>((resolve) => socket.write(`${head}${encoding}\r\n${'a'.repeat(round)}`, () => resolve()));
    if (round % 4 < 2) socket.resetAndDestroy();
    else socket.end();
  }
  expect((await server.post(soap.STATUS_12)).status).toBe(200);
  expect(server.bugs).toEqual([]);
});
