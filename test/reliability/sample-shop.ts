/** The shop of a run: orders of one payment each, with what the provider shall do chosen by the amounts. */
import { createServices, systemClock } from '../../src/app';
import { SCOPES, type Caller } from '../../src/domain/access';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Scenario, SimulatedSettings } from '../../src/providers/simulated-provider';
import type { ChainVerdict } from '../../src/services/audit-chain';
import type { Services } from '../../src/services/services';
import { SECRET_TEXT } from '../services/signed';

export const SHOP = 'north';
export const CURRENCY = 'PLN';
export const PAYMENT_ID = 1;

/** So much was paid that no run comes near it: refusals would only hide what goes wrong. */
export const ENOUGH = '1000000000.00';

/** How long the simulated provider takes: long enough for a kill to meet it at work. What signs its webhooks. */
const PROVIDER = { delayMs: 5, laterMs: 50, webhookSecret: SECRET_TEXT };

const CALLER: Caller = {
  ...{ shop: SHOP, credential: 'key:preparation', name: 'preparation' },
  ...{ scopes: new Set(SCOPES), requestId: 'preparation' },
};

/** Brings the tables up to date, opens the shop, and answers its API key. */
export function openShop(databaseUrl: string, secretsKey: string, scenario: Scenario = 'settles'): Promise<string> {
  return withServices(databaseUrl, secretsKey, async ({ shops, providers, credentials }) => {
    const shop = { code: SHOP, currency: CURRENCY, timezone: 'Europe/Warsaw', returnWindowDays: 14 };
    await shops.add({ ...shop, strategy: 'largest_first' });
    await providers.setSettings(SHOP, 'simulated', { ...PROVIDER, scenario });
    return (await credentials.addKey({ shop: SHOP, name: 'harness' })).key;
  });
}

/** From now on the shop has these settings for the provider. */
export function setProvider(databaseUrl: string, secretsKey: string, name: string, settings: object): Promise<void> {
  return withServices(databaseUrl, secretsKey, ({ providers }) => providers.setSettings(SHOP, name, settings));
}

/** Adds orders 1 to `count`, each paid with `captured` (such as `100.00`); at Stripe the payment of order 7 is `pi_7`. */
export async function addOrders(
  databaseUrl: string,
  secretsKey: string,
  count: number,
  captured: string,
  provider: 'simulated' | 'stripe' = 'simulated',
) {
  await withServices(databaseUrl, secretsKey, async ({ orders }) => {
    for (let orderId = 1; orderId <= count; orderId += 1) {
      const reference = provider === 'stripe' ? `pi_${orderId}` : `pay-${orderId}`;
      const payment = { provider, method: 'card', amount: captured, reference };
      const line = { lineId: 1, sku: 'POT', name: 'Tea pot', quantity: 1, price: captured };
      const payments = [{ paymentId: PAYMENT_ID, ...payment }];
      await orders.put(CALLER, { orderId, currency: CURRENCY, lines: [line], payments });
    }
  });
}

/** From now on the provider loses nothing: in each life of the gateway it would lose a refund once more. */
export function healProvider(databaseUrl: string, secretsKey: string): Promise<void> {
  return setSimulated(databaseUrl, secretsKey, { steerByAmount: false });
}

/** From now on the simulated provider does this, until it is told otherwise. */
export function setSimulated(databaseUrl: string, secretsKey: string, settings: SimulatedSettings): Promise<void> {
  return setProvider(databaseUrl, secretsKey, 'simulated', { ...PROVIDER, ...settings });
}

export function verifyAudit(databaseUrl: string, secretsKey: string): Promise<ChainVerdict> {
  return withServices(databaseUrl, secretsKey, ({ audit }) => audit.verify(SHOP));
}

/** The real services on the database of a run. */
export async function withServices<T>(
  url: string,
  secretsKey: string,
  use: (services: Services) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(url, systemClock);
  try {
    await database.migrate();
    return await use(createServices(database, new AesSealer(Buffer.from(secretsKey, 'base64')), systemClock));
  } finally {
    await database.close();
  }
}
