/** Whatever the order of what a provider tells, and however often it tells it: one outcome. */
import type { ProviderWord } from '../../src/domain/transaction';
import type { ProviderLookup } from '../../src/services/ports';
import { auditOf, automaticWish, caller, money, openShop, type Gateway } from './gateway';
import { eventBody, SECRET_TEXT, seeded, shuffled, signed } from './signed';

const PERMUTATIONS = 100;
const DELIVERIES = 5;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await openShop({
    lines: [{ lineId: 1, sku: 'GOLD', name: 'Gold', quantity: 1, price: '10000.00' }],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '10000.00', reference: 'pay_1' }],
  });
  await gateway.services.providers.setSettings('tea', 'simulated', { webhookSecret: SECRET_TEXT });
});
afterAll(() => gateway.close());

type Step = ProviderWord | 'reply';

/** What a provider may tell of one refund, what its API answered, and how all of it ends. */
const LIVES: readonly (readonly [string, readonly ProviderWord[], ProviderLookup, ProviderWord, readonly string[]])[] =
  [
    ['settles', ['pending', 'settled'], { kind: 'pending', reference: 'r' }, 'settled', ['settle']],
    ['is declined', ['pending', 'declined'], { kind: 'pending', reference: 'r' }, 'declined', ['decline']],
    [
      'settles and is reversed',
      ['pending', 'settled', 'reversed'],
      { kind: 'settled', reference: 'r' },
      'reversed',
      ['settle', 'reverse'],
    ],
    [
      'is reversed, and the line broke when it was sent',
      ['settled', 'reversed'],
      { kind: 'unknown', cause: 'timeout' },
      'reversed',
      ['settle', 'reverse'],
    ],
    [
      'settles, though nobody found it when it was asked for',
      ['pending', 'settled'],
      { kind: 'absent' },
      'settled',
      ['settle'],
    ],
  ];

test.each(LIVES)(
  'a refund that %s ends so in every order, each event told five times',
  async (_what, words, reply, end, told) => {
    const random = seeded(11);
    for (let permutation = 0; permutation < PERMUTATIONS; permutation++) {
      const before = await money(gateway);
      const steps = shuffled<Step>([...words.flatMap((word) => Array<Step>(DELIVERIES).fill(word)), 'reply'], random);
      const { id, conflicts } = await live(steps, reply, random);
      const found = await gateway.services.refundReader.status(caller, id);
      expect([steps.join(), found.state]).toEqual([steps.join(), end]);
      const actions = (await auditOf(gateway, 'refund', id)).map(({ action }) => action.replace('refund.', ''));
      const final = actions.filter((action) => ['settle', 'decline', 'reverse', 'conflict'].includes(action));
      expect([steps.join(), final]).toEqual([steps.join(), told]);
      expect(conflicts).toEqual([]);
      const held = end === 'settled' ? 100 : 0;
      const [refunded = 0, committed = 0] = (before['payment 1'] ?? '').split('/').map(Number);
      expect((await money(gateway))['payment 1']).toBe(`${refunded + held}/${committed + held}/1000000`);
    }
    const left = await gateway.database.reader.read((stores) => stores.inbox.due(Number.MAX_SAFE_INTEGER / 2, 10));
    expect(left).toEqual([]);
  },
  120_000,
);

/** A refund of 1.00 that is sent, and then hears all of it in this order. */
async function live(steps: readonly Step[], reply: ProviderLookup, random: () => number) {
  const { services, alarms, clock } = gateway;
  const { id } = await services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '1.00' }));
  await services.refunds.confirm(caller, { refundId: id });
  const [task] = await services.dispatch.claim('worker', 100);
  const { providerKey } = task!.order;
  alarms.length = 0;
  for (const [index, one] of steps.entries()) {
    if (one === 'reply') {
      await services.dispatch.record(task!, reply.kind === 'absent' ? { kind: 'unknown', cause: 'timeout' } : reply);
      // What is absent was asked for after the line had broken; unless the news came first.
      clock.pass(500);
      const [asked] = reply.kind === 'absent' ? await services.dispatch.claim('worker', 100) : [];
      if (asked) await services.dispatch.record(asked, reply);
      continue;
    }
    const body = eventBody(one, {
      ...{ id: `r ${providerKey}`, payment: 'pay_1', amount: 100, currency: 'PLN' },
      key: providerKey,
    });
    // Told again under its own id, or as news of its own.
    const eventId = `${providerKey} ${one} ${random() < 0.5 ? 'same' : index}`.replaceAll(' ', '.');
    await services.webhooks.receive({
      provider: 'simulated',
      rawBody: body,
      headers: signed(body, eventId, clock.now()),
    });
    if (random() < 0.5) await services.webhooks.round();
  }
  await services.webhooks.round();
  return { id, conflicts: [...alarms] };
}
