/** The REST edge on a real port, in front of services that are plain objects. */
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { RegisterRoutes } from '../../generated/routes';
import { SCOPES } from '../../src/domain/access';
import type { Caller, Principal } from '../../src/domain/access';
import type { Order } from '../../src/domain/order';
import type { Refund } from '../../src/domain/refund';
import { Refusal } from '../../src/domain/refusal';
import type { Return } from '../../src/domain/return';
import { createFastServer } from '../../src/rest/fast-server';
import type { OpenApiDocument } from '../../src/rest/openapi-document';
import type { RequestLine } from '../../src/rest/request-context';
import { createRestApp } from '../../src/rest/rest-app';

export const KEY = 'rgw_right';
export const SECRET = 'select * from refunds where password = hunter2';

const openApi = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApiDocument;

const principal: Principal = { shop: 'mugs', credential: 'key:1', name: 'shop', scopes: new Set(SCOPES) };

/** Of 91.80 captured, 50.00 are committed, of which 20.00 were given back. */
const POT = { captured: 9180, committed: 5000, refunded: 2000 };
const AT = Date.UTC(2026, 10, 21, 10, 30);

const order: Order = {
  id: 1001,
  currency: 'PLN',
  fulfilment: 'fulfilled',
  taxIncluded: true,
  shipping: 1200,
  total: 9180,
  ...POT,
  lastOrdinal: 2,
  lines: [],
  payments: [
    { id: 1, ordinal: 1, provider: 'simulated', method: 'card', reference: 'pay_1', refundable: true, ...POT },
    { id: 2, ordinal: 2, provider: 'till', method: 'cash', refundable: true, ...POT, capturedAt: AT },
  ],
  updatedAt: AT,
};

const returned: Return = {
  id: 501,
  orderId: 1001,
  kind: 'claim',
  compensation: 'refund',
  state: 'accepted',
  currency: 'PLN',
  ...POT,
  lastOrdinal: 0,
  lines: [],
  openedAt: AT,
  updatedAt: AT,
};

const refund: Refund = {
  id: 9002,
  orderId: 1001,
  sourceType: 'order',
  sourceId: 1001,
  ordinal: 3,
  method: 'manual',
  amount: 1200,
  currency: 'PLN',
  shipping: 0,
  adjustment: 1200,
  createdAt: AT,
  transactions: [{ id: 7, state: 'requested', amount: 1200, destination: 'cash', updatedAt: AT }],
};

/** One call that reached the services. */
interface Asked {
  readonly operation: string;
  readonly caller: Caller;
  readonly wish: unknown;
}

export interface RestServer {
  readonly url: string;
  readonly asked: Asked[];
  readonly bugs: unknown[];
  readonly lines: RequestLine[];
  stop(): Promise<void>;
}

export async function startRestServer(publicUrl?: string): Promise<RestServer> {
  const asked: Asked[] = [];
  const bugs: unknown[] = [];
  const lines: RequestLine[] = [];
  const answering =
    <T>(operation: string, answer: T) =>
    (caller: Caller, wish: unknown): Promise<T> => {
      asked.push({ operation, caller, wish });
      return Promise.resolve(answer);
    };
  const refusing = (refusal: Error) => (): Promise<never> => Promise.reject(refusal);
  const services = {
    credentials: {
      authenticateKey: (key: string): Promise<Principal> =>
        key === KEY ? Promise.resolve(principal) : Promise.reject(new Refusal('credentials_invalid', 'no such key')),
    },
    refunds: {
      addManual: answering('addManual', refund),
      addAutomaticForOrder: answering('addAutomaticForOrder', refund),
      confirm: answering('confirm', refund),
      cancel: refusing(new Refusal('gateway_busy', 'too many requests wait')),
      update: refusing(new Refusal('amount_exceeds_refundable', 'at most 51.90 PLN', 'amount')),
    },
    refundReader: {
      list: answering('list', { items: [refund], nextCursor: 9002 }),
      possible: answering('possible', {
        ...order,
        sourceType: 'order',
        sourceId: 1001,
        orderId: 1001,
        refundable: 4180,
      }),
      get: refusing(new Error(SECRET)),
      status: refusing(new Refusal('refund_not_found', 'there is no refund 5', 'refundId')),
    },
    returns: {
      get: answering('get', returned),
      accept: answering('accept', returned),
      open: refusing(new Refusal('scope_missing', 'lacks returns:write')),
    },
    orders: { list: answering('list', { items: [] }), get: answering('get', order), put: answering('put', order) },
  };
  const app = createRestApp({
    services,
    registerRoutes: RegisterRoutes,
    openApi,
    ...(publicUrl !== undefined && { publicUrl }),
    log: (line) => lines.push(line),
    onBug: (bug) => bugs.push(bug),
  });
  const server = createFastServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, bugs, lines, stop: () => stop(server) };
}

async function stop(server: http.Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
