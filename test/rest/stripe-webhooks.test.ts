/** Stripe's webhooks through the providers' door of a real gateway, down to the books. */
import { NOW, SHOP, startGateway, type GatewayUnderTest } from '../gateway-under-test';
import { eventOf, signedBy, WEBHOOK_SECRET } from '../providers/stripe-events';
import { openStripe, PAYMENT, type StripeWorld } from '../providers/stripe-world';
import { Random } from '../reliability/random';

const ADDRESS = `/providers/stripe/webhook/${SHOP}`;
const ORDER = 5;

let gateway: GatewayUnderTest;
let world: StripeWorld;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  world = await openStripe();
  const { services, caller } = gateway;
  await services.providers.setSettings(SHOP, 'stripe', { ...world.settings, webhookSecret: WEBHOOK_SECRET });
  world.stripe.books.pay({ ...PAYMENT, intent: 'pi_2', charge: 'ch_2', begins: 'pending' });
  await services.orders.put(caller, {
    ...{ orderId: ORDER, currency: 'PLN', lines: [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '60.00' }] },
    payments: [{ paymentId: 1, provider: 'stripe', method: 'card', amount: '60.00', reference: 'ch_2' }],
  });
});
afterEach(() => world.stop());

async function post(body: Buffer, headers = signedBy(WEBHOOK_SECRET, body, NOW), path = ADDRESS): Promise<number> {
  const response = await fetch(gateway.address + path, { method: 'POST', body: new Uint8Array(body), headers });
  await response.arrayBuffer();
  return response.status;
}
async function confirmed(): Promise<number> {
  const { services, caller } = gateway;
  const wish = { orderId: ORDER, paymentId: 1, amount: '10.00', currency: 'PLN' };
  const { id } = await services.refunds.addAutomaticForOrder(caller, wish);
  await services.refunds.confirm(caller, { refundId: id });
  return id;
}
const stateOf = async (id: number) =>
  (await gateway.services.refundReader.status(gateway.caller, id)).transactions[0]?.state;
const orderNow = () => gateway.services.orders.get(gateway.caller, ORDER);

test('a pending refund is settled by an event', async () => {
  const id = await confirmed();
  await gateway.drain();
  expect(await stateOf(id)).toBe('pending');
  expect(await post(eventOf('refund.updated', world.stripe.books.turn('re_1', 'succeeded')))).toBe(200);
  await gateway.drain();
  expect(await stateOf(id)).toBe('settled');
});

test('a refund that went out and came back is reversed, whatever the order and number of its events', async () => {
  for (let run = 0; run < 10; run += 1) {
    const id = await confirmed();
    await gateway.drain();
    const reference = world.stripe.books.refunds.at(-1)!.id;
    const created = eventOf('refund.created', world.stripe.books.find(reference), `evt_${run}_1`);
    const updated = eventOf('refund.updated', world.stripe.books.turn(reference, 'succeeded'), `evt_${run}_2`);
    const failed = eventOf('refund.failed', world.stripe.books.turn(reference, 'failed', true), `evt_${run}_3`);
    const events = new Random(run).shuffled([created, updated, failed, created, updated, failed]);
    for (const event of events) {
      expect(await post(event)).toBe(200);
      await gateway.drain();
    }
    expect(await stateOf(id)).toBe('reversed');
    expect(await orderNow()).toMatchObject({ committed: 0, refunded: 0 });
  }
});

test('an event that comes before the reply is believed, and the reply after it', async () => {
  world.troubles.push({ kind: 'reset_after' });
  const id = await confirmed();
  await gateway.drain();
  expect(await stateOf(id)).toBe('unknown');
  expect(await post(eventOf('refund.created', world.stripe.books.find('re_1')))).toBe(200);
  await gateway.drain();
  expect(await stateOf(id)).toBe('pending');
});

test('a refund made in the Dashboard is imported, by whichever name the shop knows the payment', async () => {
  const byHand = world.stripe.books.refund(new URLSearchParams({ payment_intent: 'pi_2', amount: '700' }));
  expect(await post(eventOf('refund.created', { ...byHand, status: 'succeeded' }))).toBe(200);
  await gateway.drain();
  expect(await orderNow()).toMatchObject({ committed: 700, refunded: 700 });
});

test.each<[string, (body: Buffer) => Record<string, string>, string]>([
  ['without a signature', () => ({}), ADDRESS],
  ['signed with another secret', (body) => signedBy(`${WEBHOOK_SECRET}x`, body, NOW), ADDRESS],
  ['signed too long ago', (body) => signedBy(WEBHOOK_SECRET, body, NOW - 301_000), ADDRESS],
  ['signed over another body', () => signedBy(WEBHOOK_SECRET, Buffer.from('{}'), NOW), ADDRESS],
  ['for a shop without settings', (body) => signedBy(WEBHOOK_SECRET, body, NOW), '/providers/stripe/webhook/south'],
  ['for no shop', (body) => signedBy(WEBHOOK_SECRET, body, NOW), '/providers/stripe/webhook'],
])('an event %s is refused, and nothing is kept', async (_what, headersOf, path) => {
  const body = eventOf('refund.updated', {});
  expect(await post(body, headersOf(body), path)).toBe(401);
  expect((await gateway.rows())['inbox']).toEqual([]);
});

test('an event that cannot be read is refused, so that Stripe tells it again', async () => {
  expect(await post(eventOf('refund.updated', { object: 'refund', id: 're_1' }))).toBe(400);
  expect((await gateway.rows())['inbox']).toEqual([]);
});
