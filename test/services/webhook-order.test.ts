/** Whatever the order of what a provider tells, and however often it tells it: one outcome. */
import { Random } from '../reliability/random';
import { auditOf, automaticWish, caller, money, openShop, type Gateway } from './gateway';
import { ENDINGS, live, LIVES, type Stage } from './provider-life';
import { SECRET_TEXT } from './signed';

const PERMUTATIONS = 100;

let gateway: Gateway;
let stage: Stage;
beforeAll(async () => {
  gateway = await openShop({
    lines: [{ lineId: 1, sku: 'GOLD', name: 'Gold', quantity: 1, price: '10000.00' }],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '10000.00', reference: 'pay_1' }],
  });
  const { services, clock } = gateway;
  await services.providers.setSettings('tea', 'simulated', { webhookSecret: SECRET_TEXT });
  stage = {
    services,
    now: () => clock.now(),
    pass: (ms) => Promise.resolve(clock.pass(ms)),
    async confirmed() {
      const { id } = await services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '1.00' }));
      await services.refunds.confirm(caller, { refundId: id });
      return id;
    },
    tell: (rawBody, headers) => services.webhooks.receive({ provider: 'simulated', rawBody, headers }),
  };
});
afterAll(() => gateway.close());

test.each(LIVES)(
  'a refund that $what ends so in every order, each event told five times',
  async (life) => {
    const { end, audit } = life;
    const random = new Random(11);
    for (let permutation = 0; permutation < PERMUTATIONS; permutation++) {
      const before = await money(gateway);
      gateway.alarms.length = 0;
      const { refundId, steps } = await live(stage, life, random);
      const found = await gateway.services.refundReader.status(caller, refundId);
      expect([steps.join(), found.state]).toEqual([steps.join(), end]);
      const actions = (await auditOf(gateway, 'refund', refundId)).map(({ action }) => action);
      expect([steps.join(), actions.filter((action) => ENDINGS.has(action))]).toEqual([steps.join(), audit]);
      expect(gateway.alarms).toEqual([]);
      const held = end === 'settled' ? 100 : 0;
      const [refunded = 0, committed = 0] = (before['payment 1'] ?? '').split('/').map(Number);
      expect((await money(gateway))['payment 1']).toBe(`${refunded + held}/${committed + held}/1000000`);
    }
    const left = await gateway.database.reader.read((stores) => stores.inbox.due(Number.MAX_SAFE_INTEGER / 2, 10));
    expect(left).toEqual([]);
  },
  120_000,
);
