/** The whole way of a refund to Stripe and back: services, worker and connector as they run, Stripe simulated over HTTP. */
import { Worker } from '../../src/jobs/worker';
import { LEASE_MS } from '../../src/services/dispatch-service';
import { openStripe, PAYMENT, type StripeWorld } from '../providers/stripe-world';
import { caller, confirmedRefund, money, openShop, type Gateway } from '../services/gateway';

const HOUR_MS = 60 * 60 * 1000;

let world: StripeWorld;
let gateway: Gateway;
let worker: Worker;
let bugs: unknown[];
beforeEach(async () => {
  world = await openStripe();
  gateway = await openShop({
    payments: [{ paymentId: 1, provider: 'stripe', method: 'card', amount: '60.00', reference: 'pi_1' }],
  });
  bugs = [];
  const { dispatch, providers } = gateway.services;
  await providers.setSettings('tea', 'stripe', world.settings);
  worker = new Worker(dispatch, providers, (error) => bugs.push(error));
});
afterEach(async () => {
  await gateway.close();
  await world.stop();
  expect(bugs).toEqual([]);
  expect(world.stripe.violations).toEqual([]);
});

async function round(passMs = LEASE_MS): Promise<void> {
  await worker.round();
  await worker.settle();
  gateway.clock.pass(passMs);
}
async function rounds(count: number, passMs?: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await round(passMs);
}
const stateOf = async (id: number): Promise<string | undefined> =>
  (await gateway.services.refundReader.status(caller, id)).transactions[0]?.state;
const keysSent = (): Set<string | undefined> =>
  new Set(world.stripe.requests.flatMap(({ method, key }) => (method === 'POST' ? [key] : [])));

test('a refund that Stripe carries out is settled, and free to be counted', async () => {
  const { id } = await confirmedRefund(gateway);
  await round();
  expect(await stateOf(id)).toBe('settled');
  expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/6000' });
});

test('a refund that was carried out behind an error is found, and not sent again', async () => {
  world.troubles.push('error_after');
  const { id } = await confirmedRefund(gateway);
  await round();
  expect(await stateOf(id)).toBe('unknown');
  await round();
  expect(await stateOf(id)).toBe('settled');
  expect(world.stripe.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

test('a refund that never arrived is sent again under the same key, until it does', async () => {
  world.troubles.push({ kind: 'reset_before' });
  const { id } = await confirmedRefund(gateway);
  await round();
  await rounds(3);
  expect(await stateOf(id)).toBe('settled');
  expect(keysSent().size).toBe(1);
  expect(world.stripe.books.refunds).toHaveLength(1);
});

test('an error that Stripe saved without an effect is told for a day; then the same key pays, once', async () => {
  world.troubles.push('saved_error');
  const { id } = await confirmedRefund(gateway);
  await rounds(25, HOUR_MS);
  expect(await stateOf(id)).toBe('unknown');
  expect(world.stripe.books.refunds).toEqual([]);
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/1000/6000' });

  world.stripe.forgetKeys();
  await rounds(10, HOUR_MS);
  expect(await stateOf(id)).toBe('settled');
  expect(world.stripe.books.refunds).toHaveLength(1);
  expect(keysSent().size).toBe(1);
});

test('a reply about another amount calls a person; the list then tells the truth', async () => {
  world.troubles.push('wrong_amount');
  const { id } = await confirmedRefund(gateway);
  await round();
  expect(await stateOf(id)).toBe('unknown');
  expect(gateway.alarms).toMatchObject([
    { code: 'outcome_mismatched', message: /of 1001 PLN .* 1000 PLN was ordered/ },
  ]);
  await round();
  expect(await stateOf(id)).toBe('settled');
  expect(gateway.alarms).toHaveLength(1);
});

test('a refund that Stripe carried out with another amount holds its money and calls a person', async () => {
  world.troubles.push({ kind: 'reset_before' });
  const { id } = await confirmedRefund(gateway);
  await round();
  const [transaction] = await gateway.database.unitOfWork.run((stores) => stores.refunds.transactionsOf('tea', id));
  const key = transaction?.providerKey ?? '';
  const fields = { payment_intent: 'pi_1', amount: '999', 'metadata[refund_gateway_key]': key };
  world.stripe.books.refund(new URLSearchParams(fields));
  await rounds(3);
  expect(await stateOf(id)).toBe('unknown');
  expect(gateway.alarms[0]).toMatchObject({ code: 'outcome_mismatched', transactionId: transaction?.id });
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/1000/6000' });
});

test('a refund waits for its shop to put its key right, and is sent then', async () => {
  await gateway.services.providers.setSettings('tea', 'stripe', { ...world.settings, secretKey: 'sk_test_rolled0000' });
  const { id } = await confirmedRefund(gateway);
  await rounds(3);
  const status = await gateway.services.refundReader.status(caller, id);
  expect(status.transactions[0]).toMatchObject({ state: 'unknown', message: /refused the key that this shop has set/ });
  await gateway.services.providers.setSettings('tea', 'stripe', world.settings);
  await rounds(3, HOUR_MS);
  expect(await stateOf(id)).toBe('settled');
});

test.each([
  ['succeeded', false, 'settled', '1000/1000/6000'],
  ['failed', false, 'declined', '0/0/6000'],
  ['failed', true, 'reversed', '0/0/6000'],
  ['canceled', false, 'declined', '0/0/6000'],
] as const)('a pending refund that became %s (came back: %s) is %s', async (status, cameBack, state, pot) => {
  world.stripe.books.pay({ ...PAYMENT, intent: 'pi_2', charge: 'ch_2', begins: 'pending' });
  await gateway.services.orders.put(caller, {
    ...{ orderId: 8, currency: 'PLN', lines: [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '60.00' }] },
    payments: [{ paymentId: 1, provider: 'stripe', method: 'sepa', amount: '60.00', reference: 'ch_2' }],
  });
  const { id } = await confirmedRefund(gateway, '10.00', 8);
  await rounds(2);
  expect(await stateOf(id)).toBe('pending');
  world.stripe.books.turn('re_1', status, cameBack);
  await round(HOUR_MS);
  expect(await stateOf(id)).toBe(state);
  expect(await money(gateway, 8)).toMatchObject({ 'payment 1': pot });
});

test('a refund that Stripe refuses is declined in its words, and its money is free', async () => {
  world.stripe.books.refund(new URLSearchParams({ payment_intent: 'pi_1', amount: '9500' }));
  const { id } = await confirmedRefund(gateway);
  await round();
  const status = await gateway.services.refundReader.status(caller, id);
  expect(status.transactions[0]).toMatchObject({ state: 'declined', message: /greater than unrefunded amount/ });
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/0/6000' });
});
