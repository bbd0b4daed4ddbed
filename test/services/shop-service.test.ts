import { callerOf, openGateway, refusalOf, TEA_SHOP, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openGateway();
});
afterEach(() => gateway.close());

test('a shop is kept as it was added', async () => {
  await gateway.services.shops.add(TEA_SHOP);
  expect(await gateway.database.reader.read((stores) => stores.shops.find('tea'))).toEqual(TEA_SHOP);
});

test.each([
  ['request_invalid', 'code', { code: '' }],
  ['request_invalid', 'code', { code: '-tea' }],
  ['request_invalid', 'code', { code: 'tea shop' }],
  ['request_invalid', 'code', { code: 'x'.repeat(33) }],
  ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
  ['request_invalid', 'timezone', { timezone: 'Europe/Atlantis' }],
  ['request_invalid', 'strategy', { strategy: 'smallest_first' as never }],
  ['request_invalid', 'returnWindowDays', { returnWindowDays: -1 }],
  ['request_invalid', 'returnWindowDays', { returnWindowDays: 1.5 }],
  ['request_invalid', 'returnWindowDays', { returnWindowDays: 3651 }],
])('a shop is refused with %s for %s: %j', async (code, field, more) => {
  expect(await refusalOf(gateway.services.shops.add({ ...TEA_SHOP, ...more }))).toMatchObject({ code, field });
});

test('a code is given once', async () => {
  await gateway.services.shops.add(TEA_SHOP);
  expect((await refusalOf(gateway.services.shops.add({ ...TEA_SHOP, currency: 'EUR' }))).code).toBe('reference_taken');
  expect(await gateway.database.reader.read((stores) => stores.shops.find('tea'))).toEqual(TEA_SHOP);
});

test('settings are changed one by one, those that are not named stay, and other shops keep theirs', async () => {
  const { shops } = gateway.services;
  await shops.add(TEA_SHOP);
  await shops.add({ ...TEA_SHOP, code: 'mugs' });
  await shops.set('tea', { offersVouchers: false });
  await shops.set('tea', { returnWindowDays: 30 });
  const changed = { ...TEA_SHOP, offersVouchers: false, returnWindowDays: 30 };
  expect(await shops.set('tea', { strategy: 'oldest_first' })).toEqual({ ...changed, strategy: 'oldest_first' });
  expect(await shops.of(callerOf('tea'))).toEqual({ ...changed, strategy: 'oldest_first' });
  expect(await shops.of(callerOf('mugs'))).toEqual({ ...TEA_SHOP, code: 'mugs', number: 2 });
});

test.each([
  ['shop_not_found', 'shop', 'coffee', {}],
  ['request_invalid', 'strategy', 'tea', { strategy: 'smallest_first' as never }],
  ['request_invalid', 'returnWindowDays', 'tea', { returnWindowDays: 3651 }],
])('a change is refused with %s for %s', async (code, field, shop, settings) => {
  await gateway.services.shops.add(TEA_SHOP);
  expect(await refusalOf(gateway.services.shops.set(shop, settings))).toMatchObject({ code, field });
  expect(await gateway.services.shops.of(callerOf('tea'))).toEqual(TEA_SHOP);
});
