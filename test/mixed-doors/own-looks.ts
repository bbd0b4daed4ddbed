/** Looks through both protocols of our own API. SOAP is read by nothing but the names of its elements. */
import { SaxesParser } from 'saxes';
import { OPERATIONS } from '../../generated/contract';
import type { OperationName } from '../clients/doors';
import type { Reached } from './door';
import { exchange } from './exchange';
import type { Members } from './told';

export type Look = (operation: OperationName, request: Readonly<Record<string, unknown>>) => Promise<Members>;

export const LOOKS = {
  rest:
    ({ address, key }: Reached): Look =>
    async (operation, request) => {
      const rest = new Map(Object.entries(request));
      const path = OPERATIONS[operation].path.replace(/\{(\w+)\}/g, (_match, name: string) => {
        const value = String(rest.get(name));
        rest.delete(name);
        return value;
      });
      const query = [...rest].map(([name, value]) => `${name}=${String(value)}`).join('&');
      const headers = { authorization: `Bearer ${key}` };
      const { isDone, text } = await exchange(`${address}/rest/v1${path}?${query}`, { headers });
      if (!isDone) throw new Error(`REST ${operation}: ${text}`);
      return JSON.parse(text) as Members;
    },
  soap:
    ({ address, key }: Reached): Look =>
    async (operation, request) => {
      const content = Object.entries(request).map(([name, value]) => `<g:${name}>${String(value)}</g:${name}>`);
      const { isDone, text } = await exchange(`${address}/soap/v1`, {
        headers: { authorization: `Bearer ${key}`, 'content-type': 'text/xml; charset=utf-8' },
        body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:g="urn:refund-gateway:v1"><e:Body><g:${operation}>${content.join('')}</g:${operation}></e:Body></e:Envelope>`,
      });
      if (!isDone) throw new Error(`SOAP ${operation}: ${text}`);
      // The operation's answer has one child.
      const [answer] = Object.values(answerIn(text));
      return answer as Members;
    },
} as const;

/** Elements that hold a list; all others hold members, or text. */
const LISTS = new Set(['payments', 'refunds', 'transactions', 'returns', 'freeLines', 'forms', 'lines', 'adjustments']);
const NUMBERS = new Set(['paymentId', 'refundId', 'sourceId', 'transactionId', 'returnId', 'lineId', 'quantity']);

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

function answerIn(xml: string): Members {
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const element: Element = { name: name.slice(name.indexOf(':') + 1), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => void ((open.at(-1) ?? root).text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const body = root.children[0]?.children.find(({ name }) => name === 'Body');
  return valueOf(body?.children[0] ?? root) as Members;
}

function valueOf({ name, children, text }: Element): unknown {
  if (LISTS.has(name)) return children.map(valueOf);
  if (children.length > 0) return Object.fromEntries(children.map((child) => [child.name, valueOf(child)]));
  return NUMBERS.has(name) ? Number(text) : text;
}
