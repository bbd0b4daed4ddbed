/** The list of IdoSell's gate in a shop that has very many refunds waiting: how long one caller waits for a page of it. */
import { createServices, systemClock } from '../src/app';
import { SCOPES } from '../src/domain/access';
import { AesSealer } from '../src/persistence/aes-sealer';
import { openDatabase } from '../src/persistence/database';
import { gateRequest } from './nine-methods';
import { CURRENCY, ORDERS, PAYMENT_ID } from './sample-shop';

export interface Drafts {
  readonly drafts: number;
  /** Of a page of a hundred, by door. */
  readonly p95Ms: Readonly<Record<'REST' | 'SOAP', number>>;
}

const CALLS = 300;
const AT_ONCE = 100;
const PER_PAGE = 100;

/** Adds so many refunds that nobody confirms. */
export async function addDrafts(path: string, count: number): Promise<void> {
  const database = await openDatabase({ kind: 'file', path }, systemClock);
  try {
    const { refunds } = createServices(database, new AesSealer(Buffer.alloc(32)), systemClock);
    const caller = {
      ...{ shop: 'bench', credential: 'key:bench', name: 'bench', requestId: 'bench' },
      scopes: new Set(SCOPES),
    };
    const add = (index: number) =>
      refunds.addAutomaticForOrder(caller, {
        ...{ orderId: 1 + (index % ORDERS), paymentId: PAYMENT_ID, amount: '1.25', currency: CURRENCY },
      });
    for (let first = 0; first < count; first += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - first);
      await Promise.all(Array.from({ length }, (_, offset) => add(first + offset)));
    }
  } finally {
    await database.close();
  }
}

/** Page after page, one call after another. */
export async function measureDrafts(url: string, apiKey: string, drafts: number): Promise<Drafts> {
  const pages = Math.ceil(drafts / PER_PAGE);
  const rest = async (page: number): Promise<string> => {
    const query = `sourceType=all&resultsPage=${page}&resultsLimit=${PER_PAGE}`;
    const address = `${url}/api/admin/v8/refunds/retrieveRefundsList?${query}`;
    return (await fetch(address, { headers: { 'X-API-KEY': apiKey } })).text();
  };
  const soap = async (page: number): Promise<string> => {
    const params = `<sourceType>all</sourceType><resultsPage>${page}</resultsPage><resultsLimit>${PER_PAGE}</resultsLimit>`;
    const { path, ...call } = gateRequest(apiKey, 'retrieveRefundsList', params);
    return (await fetch(url + path, call)).text();
  };
  return { drafts, p95Ms: { REST: await p95(rest, pages), SOAP: await p95(soap, pages) } };
}

async function p95(ask: (page: number) => Promise<string>, pages: number): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call++) {
    const begun = performance.now();
    const text = await ask(1 + (call % pages));
    times.push(performance.now() - begun);
    if (!text.includes('refundValue')) throw new Error(`a page without refunds: ${text.slice(0, 500)}`);
  }
  return times.sort((a, b) => a - b)[Math.ceil(CALLS * 0.95) - 1] ?? NaN;
}
