/** A refund that was made at the provider by hand holds its money here too, and is written down once. */
import type { ListedRefund, ProviderLookup, ProviderNews } from '../../src/services/ports';
import type { Task } from '../../src/services/dispatch-service';
import { auditOf, automaticWish, caller, confirmedRefund, manualWish, money, openShop, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const BY_HAND: ProviderNews = {
  ...{ shop: 'tea', kind: 'settled', reference: 'hand_1', paymentReference: 'pay_1', amount: 700, currency: 'PLN' },
};
const hear = (news: Partial<ProviderNews> = {}): Promise<void> =>
  gateway.services.dispatch.hear('simulated', { ...BY_HAND, ...news });
const refunds = async () => (await gateway.services.refundReader.list(caller, { state: 'all' })).items;
const waiting = () => gateway.database.reader.read((stores) => stores.inbox.due(1e15, 10));
async function claimed(): Promise<Task> {
  const [task] = await gateway.services.dispatch.claim('worker', 1);
  return task!;
}
/** What the list proves about ours, written down. */
async function matched(task: Task, refunds: readonly ListedRefund[]): Promise<ProviderLookup> {
  const said = await gateway.services.dispatch.match(task, { kind: 'listed', refunds });
  await gateway.services.dispatch.record(task, said);
  return said;
}

test('is imported as a settled refund of its order, with an audit entry of its own', async () => {
  await hear();
  expect(await refunds()).toMatchObject([
    {
      ...{ orderId: 7, sourceType: 'order', sourceId: 7, method: 'automatic', amount: 700, adjustment: 700 },
      reason: 'made at the provider',
      transactions: [{ state: 'settled', paymentId: 1, provider: 'simulated', reference: 'hand_1' }],
    },
  ]);
  expect(await money(gateway)).toMatchObject({ order: '700/700/6000', 'payment 1': '700/700/3000' });
  expect(await auditOf(gateway, 'refund', 1)).toMatchObject([
    { action: 'refund.import', actor: 'provider simulated', after: expect.stringContaining('settled') },
  ]);
});

test('is imported once, however often and by whatever way it is told', async () => {
  await Promise.all([hear(), hear(), hear()]);
  await hear({ kind: 'pending' });
  await hear({ providerKey: 'a key of somebody else' });
  expect(await refunds()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test('is found by any of the names that its provider has for the payment', async () => {
  await hear({ paymentReference: 'intent_1', paymentAliases: ['charge_1', 'pay_1'] });
  expect(await refunds()).toMatchObject([{ transactions: [{ paymentId: 1, reference: 'hand_1' }] }]);
  expect(await waiting()).toEqual([]);
});

test('waits, and calls a person, when two payments of ours answer to its names', async () => {
  await hear({ paymentReference: 'pay_1', paymentAliases: ['pay_2'] });
  expect(await refunds()).toEqual([]);
  expect(gateway.alarms).toMatchObject([{ code: 'news_not_placed' }]);
});

test('leaves less to refund for everybody else', async () => {
  await hear({ amount: 2500 });
  await expect(
    gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '5.01' })),
  ).rejects.toMatchObject({ code: 'amount_exceeds_refundable' });
});

test.each([
  [['settled', 'reversed']],
  [['reversed', 'settled']],
  [['reversed', 'pending', 'settled', 'reversed']],
] as const)('that is reversed gives the money free, told as %j', async (kinds) => {
  for (const kind of kinds) await hear({ kind });
  expect(await refunds()).toMatchObject([{ transactions: [{ state: 'reversed' }] }]);
  expect(await money(gateway)).toMatchObject({ order: '0/0/6000', 'payment 1': '0/0/3000' });
  const actions = (await auditOf(gateway, 'refund', 1)).map(({ action }) => action);
  expect(actions).toEqual(['refund.import', 'refund.reverse']);
});

test.each(['pending', 'declined'] as const)('that is %s moved no money, and is not imported', async (kind) => {
  await hear({ kind });
  expect(await refunds()).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test('for which our own refunds leave no room waits until there is, and a person is called', async () => {
  const { id: refundId } = await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
  await hear();
  expect(await refunds()).toHaveLength(1);
  expect(gateway.alarms).toMatchObject([
    { code: 'news_not_placed', message: expect.stringMatching(/7\.00 PLN.*no room/) },
  ]);
  gateway.clock.pass(500);
  await gateway.services.webhooks.round();
  expect(gateway.alarms).toHaveLength(2);
  await gateway.services.refunds.cancel(caller, { refundId });
  gateway.clock.pass(1000);
  await gateway.services.webhooks.round();
  expect(await waiting()).toEqual([]);
  expect(await money(gateway)).toMatchObject({ 'payment 1': '700/700/3000' });
});

test('finds no room either when the order gave its money back in cash', async () => {
  await gateway.services.refunds.addManual(caller, manualWish({ amount: '55.00' }));
  await hear();
  expect(await waiting()).toHaveLength(1);
});

test.each<[string, Partial<ProviderNews>]>([
  ['on a payment that nobody knows', { paymentReference: 'pay_99' }],
  ['in another currency', { currency: 'EUR' }],
])('%s waits', async (_what, change) => {
  await hear(change);
  expect(await refunds()).toEqual([]);
  expect(await waiting()).toHaveLength(1);
});

test('is not mistaken for one of ours of the same amount whose answer is on its way, nor the other way round', async () => {
  await confirmedRefund(gateway, '7.00');
  const task = await claimed();
  await hear();
  expect(await refunds()).toHaveLength(1);
  await gateway.services.dispatch.record(task, { kind: 'settled', reference: 'hand_1' });
  gateway.clock.pass(500);
  await gateway.services.webhooks.round();
  expect(await refunds()).toHaveLength(1);

  // Under another name it is another refund.
  await hear({ reference: 'hand_2' });
  expect(await refunds()).toHaveLength(2);
});

test('of one provider never touches a refund that another carries out', async () => {
  const { id } = await confirmedRefund(gateway);
  const { order } = await claimed();
  await gateway.services.dispatch.hear('till', { ...BY_HAND, providerKey: order.providerKey, amount: 1000 });
  expect((await gateway.services.refundReader.status(caller, id)).state).toBe('sending');
  expect(await waiting()).toHaveLength(1);
});

describe('in the list of a payment', () => {
  const listed = (more: Partial<ListedRefund> = {}): ListedRefund => ({
    ...{ reference: 'hand_1', amount: 700, currency: 'PLN', kind: 'settled', ...more },
  });

  test('is imported while one of ours is looked for', async () => {
    await confirmedRefund(gateway);
    const task = await claimed();
    const said = await gateway.services.dispatch.match(task, { kind: 'listed', refunds: [listed()] });
    expect(said).toEqual({ kind: 'absent' });
    expect(await money(gateway)).toMatchObject({ 'payment 1': '700/1700/3000' });
  });

  test('finds no room and calls a person', async () => {
    await confirmedRefund(gateway, '30.00');
    await gateway.services.dispatch.match(await claimed(), { kind: 'listed', refunds: [listed()] });
    expect(gateway.alarms).toMatchObject([{ code: 'refund_not_imported' }]);
  });

  test('proves nothing when it has our amount and no key: it may be ours', async () => {
    await confirmedRefund(gateway, '7.00');
    expect(await matched(await claimed(), [listed()])).toMatchObject({ kind: 'unknown', mismatch: true });
    expect(gateway.alarms).toMatchObject([{ code: 'outcome_mismatched' }]);
    expect(await refunds()).toHaveLength(1);
  });

  test('is no longer taken for ours once it is known to be another', async () => {
    await hear();
    await confirmedRefund(gateway, '7.00');
    const said = await gateway.services.dispatch.match(await claimed(), { kind: 'listed', refunds: [listed()] });
    expect(said).toEqual({ kind: 'absent' });
  });

  test.each<[string, (key: string) => readonly ListedRefund[], object]>([
    ['settled', (ourReference) => [listed({ ourReference })], { kind: 'settled', reference: 'hand_1' }],
    ['pending', (ourReference) => [listed({ ourReference, kind: 'pending' })], { kind: 'pending' }],
    [
      'declined',
      (ourReference) => [listed({ ourReference, kind: 'declined', message: 'no' })],
      { kind: 'declined', reason: 'no' },
    ],
    ['reversed', (ourReference) => [listed({ ourReference, kind: 'reversed' })], { kind: 'reversed' }],
    ['of another amount', (ourReference) => [listed({ ourReference, amount: 701 })], { kind: 'unknown' }],
    ['of another currency', (ourReference) => [listed({ ourReference, currency: 'EUR' })], { kind: 'unknown' }],
    [
      'twice',
      (ourReference) => [listed({ ourReference }), listed({ ourReference, reference: 'hand_2' })],
      { kind: 'unknown' },
    ],
    ['nowhere', () => [], { kind: 'absent' }],
  ])('ours is %s', async (_what, shown, expected) => {
    await confirmedRefund(gateway, '7.00');
    const task = await claimed();
    expect(await matched(task, shown(task.order.providerKey))).toMatchObject(expected);
    expect(gateway.alarms.map(({ code }) => code)).toEqual(
      'kind' in expected && expected.kind === 'unknown' ? ['outcome_mismatched'] : [],
    );
  });

  test('half a list proves nothing', async () => {
    await confirmedRefund(gateway);
    const said = await gateway.services.dispatch.match(await claimed(), { kind: 'unknown', cause: 'timeout' });
    expect(said).toEqual({ kind: 'unknown', cause: 'timeout' });
  });
});
