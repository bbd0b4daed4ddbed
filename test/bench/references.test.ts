/** The servers that the gateway is compared with do the gateway's work: a faster answer that says less would be no reference. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { nodeSoapEdge, ourEdge } from '../../bench/edge/edge-server';
import { NodeSoapServer } from '../../bench/node-soap/node-soap-server';
import { PhpServer } from '../../bench/php/php-server';
import { CURRENCY, fillDatabase, PAYMENT_ID } from '../../bench/sample-shop';
import { createGateway, systemClock, type Gateway } from '../../src/app';
import { readConfig, type Config } from '../../src/config';
import { createLog } from '../../src/log';
import { openStorage } from '../../src/storage';
import { notHere } from '../clients/not-here';

let folder: string;
let databasePath: string;
let config: Config;
let apiKey: string;
let gateway: Gateway;
let gatewayUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'refund-gateway-references-'));
  databasePath = path.join(folder, 'refunds.sqlite');
  apiKey = await fillDatabase(databasePath, 1);
  const environment = { DATABASE_URL: `sqlite:${databasePath}`, PORT: '0', ROLES: 'api', LOG_LEVEL: 'silent' };
  config = readConfig(environment, false);
  const log = createLog(config.logLevel, config.logFormat);
  gateway = await createGateway({ config, ...(await openStorage(config, systemClock)), clock: systemClock, log });
  gatewayUrl = await gateway.start();
});

afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

const wish = { orderId: 1, paymentId: PAYMENT_ID, amount: '12.05', currency: CURRENCY };

test('the server of the soap package adds, confirms and tells a refund as the gateway does', async () => {
  const server = await NodeSoapServer.open(config);
  try {
    const url = await server.listen();
    const added = contentOf(await ask(url, 'addAutomaticRefundForOrder', wish), 'refund');
    expect(added).toContain('<amount>12.05</amount>');
    const refundId = idIn(added);
    await ask(url, 'confirmRefund', { refundId });
    const told = contentOf(await ask(gatewayUrl, 'getRefundStatus', { refundId }), 'status');
    expect(told).toContain('<state>approved</state>');
    expect(contentOf(await ask(url, 'getRefundStatus', { refundId }), 'status')).toBe(told);
    expect(await ask(url, 'getRefundStatus', { refundId }, wrongKey())).toContain('credentials');
  } finally {
    await server.close();
  }
});

test('the two edges that are measured alone tell the same', async () => {
  const told = await Promise.all(
    [ourEdge, nodeSoapEdge].map(async (open) => {
      const server = (await open()).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const status = contentOf(await ask(url, 'getRefundStatus', { refundId: 7 }), 'status');
      const list = contentOf(await ask(url, 'retrieveRefundsList', { limit: 10 }), 'page');
      server.closeAllConnections();
      server.close();
      return status + list;
    }),
  );
  expect(told[0]).toContain('<transactionId>7</transactionId>');
  expect(told[1]).toBe(told[0]);
});

const missing = PhpServer.missing();
if (missing !== undefined) notHere(`the server of PHP tells a refund as the gateway does: ${missing}`);
else test('the server of PHP tells a refund as the gateway does', tellsAsTheGateway);

async function tellsAsTheGateway(): Promise<void> {
  const server = await PhpServer.start({ databasePath, folder: path.join(folder, 'php') });
  try {
    const refundId = idIn(await ask(gatewayUrl, 'addAutomaticRefundForOrder', wish));
    const told = contentOf(await ask(gatewayUrl, 'getRefundStatus', { refundId }), 'status');
    expect(told).toContain('<state>requested</state>');
    expect(contentOf(await ask(server.url, 'getRefundStatus', { refundId }), 'status')).toBe(told);
    expect(await ask(server.url, 'getRefundStatus', { refundId }, wrongKey())).toContain('credentials');
    // Its workers are counted, not the two masters alone.
    const { cpuMicros, rssBytes } = await server.usage();
    expect(cpuMicros).toBeGreaterThan(0);
    expect(rssBytes).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
}

async function ask(url: string, operation: string, input: object, key = apiKey): Promise<string> {
  const content = Object.entries(input).map(([name, value]) => `<gw:${name}>${value}</gw:${name}>`);
  const answer = await fetch(`${url}/soap/v1`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"urn:refund-gateway:v1/${operation}"`,
    },
    body:
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:gw="urn:refund-gateway:v1">' +
      `<soap:Body><gw:${operation}>${content.join('')}</gw:${operation}></soap:Body></soap:Envelope>`,
  });
  return answer.text();
}

/** The right key but for its last letter: known, and its secret is wrong. */
function wrongKey(): string {
  return apiKey.slice(0, -1) + (apiKey.endsWith('A') ? 'B' : 'A');
}

/** What the element holds, without prefixes: each server has its own. */
function contentOf(message: string, element: string): string {
  const plain = message.replace(/<(\/?)\w+:/g, '<$1');
  const [, content] = new RegExp(`<${element}>(.*)</${element}>`).exec(plain) ?? [];
  if (content === undefined) throw new Error(message);
  return content;
}

function idIn(message: string): number {
  return Number(/refundId>(\d+)</.exec(message)?.[1]);
}
