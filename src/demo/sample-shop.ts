/** Fills an empty gateway with the sample shop. */
import { parseImportFile } from '../cli/import-file';
import { operatorOf } from '../cli/operator';
import { readProjectFile } from '../project-files';
import type { Services } from '../services/services';

export const SHOP = 'DEMO';
const SAMPLE = 'samples/shop.json';
/** Long enough for a caller to see that a refund is on its way. */
const PROVIDER_DELAY_MS = 150;

export interface SampleShop {
  readonly orders: number;
  readonly returns: number;
  /** An API key with all scopes. */
  readonly key: string;
}

export async function fillSampleShop(services: Services): Promise<SampleShop> {
  const { shops, imports, providers, credentials } = services;
  await shops.add({
    ...{ code: SHOP, currency: 'PLN', timezone: 'Europe/Warsaw' },
    ...{ returnWindowDays: 14, strategy: 'largest_first' },
  });
  const file = parseImportFile(readProjectFile(SAMPLE), SAMPLE);
  const [problem] = file.problems;
  if (problem) throw new Error(`${SAMPLE}, line ${problem.line}: ${problem.message}`);
  const report = await imports.run(operatorOf(SHOP), file.rows);
  await providers.setSettings(SHOP, 'simulated', { delayMs: PROVIDER_DELAY_MS });
  const { key } = await credentials.addKey({ shop: SHOP, name: 'demo' });
  return { orders: report.orders.added, returns: report.returns.added, key };
}
