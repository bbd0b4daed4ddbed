import { openShop, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

test('settings of a provider are kept encrypted, by shop, and replaced by the next', async () => {
  const { providers } = gateway.services;
  expect(await providers.settingsOf('tea', 'simulated')).toBeUndefined();
  await providers.setSettings('tea', 'simulated', { laterMs: 1 });
  await providers.setSettings('tea', 'simulated', { scenario: 'declines', laterMs: 5 });
  expect(await providers.settingsOf('tea', 'simulated')).toEqual({ scenario: 'declines', laterMs: 5 });
  expect(await providers.settingsOf('coffee', 'simulated')).toBeUndefined();
  const stored = await gateway.database.reader.read((stores) => stores.providerSettings.find('tea', 'simulated'));
  expect(stored).not.toContain('declines');
});

test.each<[string, string, string, string, unknown]>([
  ['request_invalid', 'provider', 'tea', 'nobody', {}],
  ['request_invalid', 'settings', 'tea', 'simulated', []],
  ['request_invalid', 'settings', 'tea', 'simulated', { secret: 1 }],
  ['shop_not_found', 'shop', 'coffee', 'simulated', {}],
])('settings are refused with %s for %s', async (code, field, shop, provider, settings) => {
  const answer = gateway.services.providers.setSettings(shop, provider, settings);
  expect(await refusalOf(answer)).toMatchObject({ code, field });
  expect(await gateway.services.providers.settingsOf(shop, 'simulated')).toBeUndefined();
});
