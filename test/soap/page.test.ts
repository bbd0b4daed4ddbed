/** The page at /soap/v1 is a promise: what a stranger copies from it works, and what it links to is there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHAPTERS, STORY } from '../../src/dialects/own/sample-words';
import type { Contract, Field } from '../../src/soap/contract';
import { EnvelopeReader } from '../../src/soap/envelope-reader';
import { indented } from '../../src/soap/sample-messages';
import { readContract } from '../../src/soap/wsdl-reader';
import { notHere } from '../clients/not-here';
import { startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import { schemaVerdicts } from './schema-verdicts';
import { WSDL } from './soap-server';

interface Samples {
  readonly request: string;
  readonly answer: string;
}

let gateway: GatewayUnderTest;
let contract: Contract;
let page: Response;
let html: string;
let samples: Map<string, Samples>;

beforeAll(async () => {
  contract = await readContract(WSDL);
  gateway = await startGateway({ doors: [] });
  page = await fetch(`${gateway.address}/soap/v1`);
  html = await page.text();
  const parts = [...html.matchAll(/<details id="(\w+)">([\s\S]*?)<\/details>/g)];
  samples = new Map(
    parts.map(([, name = '', part = '']) => {
      const [request = '', answer = ''] = [...part.matchAll(/<pre>([^<]*)<\/pre>/g)].map(([, text = '']) =>
        shown(text),
      );
      return [name, { request, answer }];
    }),
  );
});
afterAll(() => gateway.stop());

/** What a browser shows, and a reader copies. */
function shown(text: string): string {
  const letters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(\w+);/g, (_all, name: string) => letters[name] ?? '');
}

const send = (operation: string): Promise<string> => post(samples.get(operation)?.request ?? '');

async function post(body: string): Promise<string> {
  const headers = {
    'content-type': 'text/xml; charset=utf-8',
    authorization: `Bearer ${gateway.key}`,
    'x-request-id': 'parcel-77-1',
  };
  return (await fetch(`${gateway.address}/soap/v1`, { method: 'POST', headers, body })).text();
}

test('the page may load and run nothing, and works without a script', () => {
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|script-src/);
  expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|<img|<link/);
});

test('the page names the address that the caller used, and every link on it leads somewhere', async () => {
  expect(html).toContain(`<pre>${gateway.address}/soap/v1</pre>`);
  const links = new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link));
  expect(links.size).toBeGreaterThan(14);
  for (const link of links) {
    const answer = await fetch(new URL(link, `${gateway.address}/soap/v1`));
    expect([link, answer.status]).toEqual([link, 200]);
    expect((await answer.text()).length).toBeGreaterThan(100);
  }
});

test('a HEAD of the page has its length, and other methods are refused', async () => {
  const head = await fetch(`${gateway.address}/soap/v1`, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(html)));
  const put = await fetch(`${gateway.address}/soap/v1`, { method: 'PUT', body: 'x' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});

describe('recipes', () => {
  const names = readdirSync(path.join(__dirname, '../../docs/clients'))
    .map((file) => file.replace('.md', ''))
    .filter((name) => name !== 'README');

  test.each(names)('?doc=%s is linked, and speaks of the address that the caller used', async (name) => {
    expect(html).toContain(`href="?doc=${name}"`);
    const answer = await fetch(`${gateway.address}/soap/v1?doc=${name}`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toContain(`${gateway.address}/soap/v1`);
    expect(text).not.toContain('127.0.0.1:3000');
  });

  test.each(['../package', '__proto__', '', 'README.md'])('?doc=%s is no file', async (name) => {
    expect((await fetch(`${gateway.address}/soap/v1?doc=${encodeURIComponent(name)}`)).status).toBe(404);
  });
});

describe('the schema', () => {
  if (spawnSync('xmllint', ['--version']).error) return notHere('the schema is not read: xmllint is missing');

  test('stands alone: xmllint holds every sample against it', async () => {
    const schema = await (await fetch(`${gateway.address}/soap/v1?xsd`)).text();
    const { operations } = contract;
    // The content of Body, as a document; a message with one element changed shows that xmllint looks.
    const bodies = [...operations.keys()].map((name) => bodyOf(samples.get(name)?.request ?? ''));
    const wrong = bodyOf(samples.get('getRefund')?.request ?? '').replaceAll('refundId', 'refundNumber');
    expect(bodies.map((body) => verdict(schema, body))).toEqual(bodies.map(() => 0));
    expect(verdict(schema, wrong)).not.toBe(0);
  });

  function bodyOf(envelope: string): string {
    return /<soap:Body>([\s\S]*)<\/soap:Body>/.exec(envelope)?.[1]?.trim() ?? '';
  }

  /** xmllint's exit code: 0 where the document fits. */
  function verdict(schema: string, document: string): number | null {
    const folder = mkdtempSync(path.join(tmpdir(), 'schema-'));
    try {
      const file = path.join(folder, 'schema.xsd');
      writeFileSync(file, schema);
      return spawnSync('xmllint', ['--noout', '--schema', file, '-'], { input: document }).status;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

describe('the samples', () => {
  test('there is one of every operation, and no other', () => {
    expect([...samples.keys()]).toEqual([...contract.operations.keys()]);
  });

  test('are read by our own decoder', () => {
    const reader = new EnvelopeReader(contract);
    for (const [name, { request }] of samples) {
      const { operation, failure, message } = reader.read(request);
      expect([operation, failure]).toEqual([name, undefined]);
      expect(Object.keys(message?.headers ?? {})).toEqual(contract.operations.get(name)?.headers);
    }
  });

  test('and their answers fit the schema', () => {
    const all = [...samples.values()].flatMap(({ request, answer }) => [request, answer]);
    expect(schemaVerdicts(all)).toEqual(all.map(() => ''));
  });

  /** Each line is a shop without orders, and the samples sent to it one after the other. */
  const STORIES = [
    'putOrder getOrder listOrders getPossibleAutoRefunds quoteRefund addAutomaticRefundForOrder getRefundStatus getRefund',
    'putOrder addAutomaticRefundForOrder retrieveRefundsList confirmRefund',
    'putOrder addAutomaticRefundForOrder updateRefund',
    'putOrder addAutomaticRefundForOrder cancelRefund',
    'putOrder addManualRefund',
    'putOrder openReturn getReturn listReturns acceptReturn receiveReturn closeReturn reopenReturn',
    'putOrder openReturn acceptReturn addAutomaticRefund',
    'putOrder openReturn rejectReturn',
    'putOrder openReturn cancelReturn',
    'putOrder suggestRefund addComposedRefund getOrderLedger',
    'putOrder openReturn choosePayback',
    'putOrder openReturn withdrawReturn',
    'putTicket getTicket listTickets',
    'putOrder openReturn amendReturn',
    'putOrder openReturn acceptReturn closeReturnAnyway',
    'putOrder addAutomaticRefundForOrder searchOrders',
    'putOrder openReturn acceptReturn addJointRefund',
    'putOrder openReturn acceptReturn addAutomaticRefund getOrderReturns searchReturns',
  ];

  test.each(STORIES)('are answered so when they are sent: %s', async (story) => {
    await gateway.clear();
    for (const operation of story.split(' '))
      expect(indented(await send(operation))).toBe(samples.get(operation)?.answer);
  });

  test('a merchant takes on an order that is not sent, so it is put otherwise than in the other stories', async () => {
    await gateway.clear();
    const putOrder = samples.get('putOrder')?.request ?? '';
    for (const operation of ['cancelOrder', 'confirmOrder', 'sendOrder']) {
      if (operation !== 'sendOrder') {
        await gateway.clear();
        await post(putOrder.replace('<m:fulfilment>fulfilled<', '<m:fulfilment>open<'));
      }
      expect(indented(await send(operation))).toBe(samples.get(operation)?.answer);
    }
  });

  test('getRefundForms answers so and more: a sample shows one entry of each list', async () => {
    await gateway.clear();
    await send('putOrder');
    const [answer, sample] = [await send('getRefundForms'), samples.get('getRefundForms')?.answer].map((text) =>
      [...(text ?? '').matchAll(/<m:form>[^]*?<\/m:form>/g)].map(([form]) => form.replace(/>\s+</g, '><')),
    );
    expect(sample).toHaveLength(1);
    expect(answer).toEqual([...(sample ?? []), expect.stringContaining('<m:kind>voucher</m:kind>')]);
  });

  test('all of them are sent; resolveRefund is for a refund that is lost, and says so', async () => {
    const elsewhere = ['cancelOrder', 'confirmOrder', 'sendOrder', 'getRefundForms', 'resolveRefund'];
    const sent = [...new Set(STORIES.join(' ').split(' ')), ...elsewhere];
    expect(sent.sort()).toEqual([...samples.keys()].sort());
    await gateway.clear();
    for (const operation of ['putOrder', 'addManualRefund']) await send(operation);
    expect(await send('resolveRefund')).toContain('transition_not_allowed');
  });

  test('no word of theirs is for a field that the contract does not have', () => {
    const fields = new Set<string>();
    const add = (owner: string, { name, type }: Field): void => {
      fields.add(name).add(`${owner}.${name}`);
      if (type.kind === 'complex') for (const field of type.fields) add(type.name, field);
      if (type.kind === 'list') add(name, { name: type.item, type: type.of, required: true });
    };
    for (const { name, request, response } of contract.operations.values()) {
      for (const field of request.fields) add(name, field);
      add(name, response);
    }
    const words = [STORY, ...Object.values(CHAPTERS)].flatMap((chapter) => Object.keys(chapter));
    expect(words.filter((word) => !fields.has(word))).toEqual([]);
  });
});
