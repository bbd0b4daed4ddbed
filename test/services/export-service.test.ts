import type { Caller } from '../../src/domain/access';
import { caller, callerOf, callerWithout, manualWish, openShop, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

async function exported(since?: number): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of await gateway.services.exports.refunds(caller, since)) ids.push(id);
  return ids;
}

test('an export holds every refund once, in whatever state, however many pages that takes', async () => {
  const { refunds } = gateway.services;
  for (let count = 0; count < 205; count++) await refunds.addManual(caller, manualWish({ amount: '0.01' }));
  await refunds.cancel(caller, { refundId: 2 });
  await refunds.confirm(caller, { refundId: 3 });
  expect(await exported()).toEqual(Array.from({ length: 205 }, (_, index) => index + 1));
});

test('an export since a time leaves out what was added before', async () => {
  const { refunds } = gateway.services;
  await refunds.addManual(caller, manualWish());
  gateway.clock.pass(1);
  const { id } = await refunds.addManual(caller, manualWish());
  expect(await exported(gateway.clock.now())).toEqual([id]);
  expect(await exported(gateway.clock.now() + 1)).toEqual([]);
});

test.each<[string, Caller]>([
  ['scope_missing', callerWithout('refunds:read')],
  ['shop_not_found', callerOf('coffee')],
])('an export is refused with %s before it begins', async (code, who) => {
  expect((await refusalOf(gateway.services.exports.refunds(who))).code).toBe(code);
});
