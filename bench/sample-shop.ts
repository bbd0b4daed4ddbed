/** A shop with so many orders that no single row is what everybody waits for. */
import { randomBytes } from 'node:crypto';
import { createServices, systemClock } from '../src/app';
import { SCOPES, type Caller } from '../src/domain/access';
import { AesSealer } from '../src/persistence/aes-sealer';
import { openDatabase } from '../src/persistence/database';

export const ORDERS = 2000;
export const CURRENCY = 'PLN';
/** Each order has one payment under this id, large enough for millions of refunds. */
export const PAYMENT_ID = 1;
const CAPTURED = '10000000.00';
const AT_ONCE = 100;

/** Creates the database by our migrations and fills it by our services: orders, and an accepted return of each. Answers the API key of the shop. */
export async function fillDatabase(path: string, count = ORDERS): Promise<string> {
  const database = await openDatabase({ kind: 'file', path }, systemClock);
  try {
    await database.migrate();
    const { shops, credentials, orders, returns } = createServices(
      database,
      new AesSealer(randomBytes(32)),
      systemClock,
    );
    const shop = { code: 'bench', currency: CURRENCY, timezone: 'Europe/Warsaw', returnWindowDays: 14 };
    await shops.add({ ...shop, strategy: 'largest_first' });
    const caller: Caller = {
      ...{ shop: 'bench', credential: 'key:bench', name: 'bench' },
      ...{ scopes: new Set(SCOPES), requestId: 'bench' },
    };
    for (let first = 1; first <= count; first += AT_ONCE) {
      const ids = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, offset) => first + offset);
      await Promise.all(ids.map((id) => orders.put(caller, sampleOrder(id))));
      // One after another, so that a return has the number of its order.
      for (const orderId of ids) {
        const { id: returnId } = await returns.open(caller, { orderId, lines: [{ lineId: 1, quantity: 1 }] });
        await returns.accept(caller, { returnId });
      }
    }
    return (await credentials.addKey({ shop: 'bench', name: 'bench' })).key;
  } finally {
    await database.close();
  }
}

function sampleOrder(orderId: number) {
  const payment = { provider: 'simulated', method: 'card', amount: CAPTURED, reference: `pay-${orderId}` };
  return {
    orderId,
    currency: CURRENCY,
    lines: [
      { lineId: 1, sku: 'CUP', name: 'Cup', quantity: 2, price: '20.00' },
      { lineId: 2, sku: 'POT', name: 'Tea pot', quantity: 1, price: '80.00' },
    ],
    payments: [{ paymentId: PAYMENT_ID, ...payment }],
  };
}
