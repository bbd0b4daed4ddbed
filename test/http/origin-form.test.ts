/** Whoever asks by a whole address, as proxies do, is answered as one who asks by its path: at every door. */
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { takeOriginForm } from '../../src/http/origin-form';
import { startGateway, type GatewayUnderTest } from '../gateway-under-test';

test.each([
  ['/a?b=c', '/a?b=c'],
  ['http://shop.example/a?b=http://x/', '/a?b=http://x/'],
  ['HTTPS://shop.example:8443/a//b', '/a//b'],
  ['http://shop.example', '/'],
  ['http://shop.example?wsdl', '/?wsdl'],
  ['//shop.example/a', '//shop.example/a'],
  ['*', '*'],
  ['shop.example:443', 'shop.example:443'],
])('%s is read as %s', (line, read) => {
  const request = { url: line } as IncomingMessage;
  takeOriginForm(request);
  expect(request.url).toBe(read);
});

describe('through the gateway', () => {
  let gateway: GatewayUnderTest;
  beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
  afterAll(() => gateway.stop());

  async function ask(path: string): Promise<[status: number | undefined, body: string]> {
    const { port, hostname } = new URL(gateway.address);
    const [answer] = (await once(http.get({ port, hostname, path }), 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    return [answer.statusCode, body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')];
  }

  test.each([
    ['our own REST', '/rest/v1/orders'],
    ['our own SOAP', '/soap/v1?wsdl'],
    ['IdoSell', '/api/admin/v8/refunds/retrieveRefundsList'],
    ['IdoSell’s gates', '/api/?gate=refunds/retrieveRefundsList/1/soap/wsdl'],
    ['Sapo', '/admin/orders.json'],
    ['laets', '/v1/return/'],
    ['SkyHub', '/sac/none/refunds'],
    ['nobody', '/nothing'],
  ])('%s answers the same', async (_door, path) => {
    const plain = await ask(path);
    expect(plain[0]).not.toBe(path === '/nothing' ? 200 : 404);
    expect(await ask(`${gateway.address}${path}`)).toEqual(plain);
  });
});
