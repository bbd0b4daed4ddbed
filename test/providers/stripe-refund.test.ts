/** Refunds at Stripe: what is asked, what each answer comes to, and what a broken line leaves behind. */
import type { ProviderLookup, ProviderListing, ProviderOutcome, RefundOrder } from '../../src/services/ports';
import { MOST_BYTES } from '../../src/providers/http-call';
import type { LineFault } from '../fakes/faulty-line';
import { SECRET_KEY, type StripeFault } from '../fakes/stripe-simulator';
import { openStripe, orderOf, PAYMENT, type StripeWorld } from './stripe-world';

let world: StripeWorld;
beforeEach(async () => {
  world = await openStripe();
});
afterEach(async () => {
  await world.stop();
  expect(world.stripe.violations).toEqual([]);
});

const refund = (order = orderOf(), settings: unknown = world.settings): Promise<ProviderOutcome> =>
  world.provider.refund(order, settings);
/** Settings of somebody who does not wait. */
const hasty = () => ({ ...world.settings, timeoutMs: 200 });
const lookUp = (order = orderOf()): Promise<ProviderLookup | ProviderListing> =>
  world.provider.lookUp(order, world.settings);
const list = (reference = 'pi_1'): Promise<ProviderListing> => world.provider.list(reference, 'tea', world.settings);
const said = (status: number, json: unknown, headers: Record<string, string> = {}): StripeFault => ({
  ...{ status, body: typeof json === 'string' ? json : JSON.stringify(json), headers },
});
const error = (type: string, more: object = {}): object => ({ error: { type, message: 'no', ...more } });

describe('a refund', () => {
  test('is asked for once, with our key in the header and in the metadata', async () => {
    expect(await refund()).toEqual({ kind: 'settled', reference: 're_1' });
    const [request, ...others] = world.stripe.requests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', path: '/v1/refunds', key: '01KEY' });
    expect(Object.fromEntries(request!.fields)).toEqual({
      ...{ payment_intent: 'pi_1', amount: '1000', 'metadata[refund_gateway_key]': '01KEY' },
    });
  });

  test.each(['ch_1', 'py_1'])('names the charge %s as one', async (paymentReference) => {
    world.stripe.books.pay({ ...PAYMENT, intent: 'pi_2', charge: 'py_1' });
    expect(await refund(orderOf({ paymentReference }))).toMatchObject({ kind: 'settled' });
    expect(world.stripe.requests[0]!.fields.get('charge')).toBe(paymentReference);
    expect(await list(paymentReference)).toMatchObject({ kind: 'listed', refunds: [{ ourReference: '01KEY' }] });
  });

  test.each([
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['succeeded', 'settled'],
    ['failed', 'declined'],
    ['canceled', 'declined'],
  ] as const)('that begins as %s is %s', async (begins, kind) => {
    world.stripe.books.pay({ ...PAYMENT, intent: 'pi_2', charge: 'ch_2', begins });
    const order = orderOf({ paymentReference: 'pi_2' });
    expect(await refund(order)).toMatchObject({ kind, reference: 're_1' });
    expect(await lookUp({ ...order, reference: 're_1' })).toMatchObject({ kind, reference: 're_1' });
  });

  test('under the same key is the same refund, however often it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund()));
    for (const answer of answers) expect(answer).toEqual({ kind: 'settled', reference: 're_1' });
    expect(world.stripe.books.refunds).toHaveLength(1);
  });

  test.each<[string, Partial<RefundOrder>, RegExp]>([
    ['of a payment that is none of Stripe', { paymentReference: 'pay_1' }, /"pay_1" is no payment of Stripe/],
    ['of a payment with more than a name', { paymentReference: 'pi_1&amount=1' }, /is no payment of Stripe/],
    ['of an amount that Stripe cannot be told', { amount: 1234, currency: 'KWD' }, /exactly 1234 KWD/],
    ['in a currency whose unit is not certain', { currency: 'UGX' }, /exactly 1000 UGX/],
  ])('%s is declined before anything is sent', async (_what, more, reason) => {
    expect(await refund(orderOf(more))).toEqual({ kind: 'declined', reason: expect.stringMatching(reason) });
    expect(world.stripe.requests).toEqual([]);
  });

  test('without settings is unknown, and nothing is sent', async () => {
    const cause = 'this shop has no settings for Stripe';
    expect(await refund(orderOf(), null)).toEqual({ kind: 'unknown', cause });
    expect(await world.provider.lookUp(orderOf(), undefined)).toEqual({ kind: 'unknown', cause });
    expect(await world.provider.list('pi_1', 'tea', undefined)).toEqual({ kind: 'unknown', cause });
  });
});

describe('an answer that says that nothing was done is declined, in the words of Stripe', () => {
  test('over-refund', async () => {
    expect(await refund(orderOf({ amount: 10_001 }))).toMatchObject({ kind: 'declined', reason: /greater than/ });
    expect(await refund(orderOf({ amount: 10_000, providerKey: 'k2' }))).toMatchObject({ kind: 'settled' });
    expect(await refund(orderOf({ providerKey: 'k3' }))).toEqual({
      ...{ kind: 'declined', reason: 'Charge ch_1 has already been refunded.' },
    });
    expect(await refund(orderOf({ paymentReference: 'pi_9', providerKey: 'k4' }))).toMatchObject({ kind: 'declined' });
  });

  test.each([
    [400, 'invalid_request_error'],
    [402, 'card_error'],
    [404, 'invalid_request_error'],
  ])('HTTP %i, %s', async (status, type) => {
    world.troubles.push(said(status, error(type)));
    expect(await refund()).toEqual({ kind: 'declined', reason: 'no' });
  });

  test('a key that Stripe repeats is kept from whoever reads it', async () => {
    world.troubles.push(
      said(400, error('invalid_request_error', { message: `not with sk_live_abc123, ${SECRET_KEY}!` })),
    );
    expect(await refund()).toEqual({ kind: 'declined', reason: 'not with sk_..., sk_...!' });
  });
});

describe('an answer that leaves it open is unknown', () => {
  const good = { id: 're_9', object: 'refund', amount: 1000, currency: 'pln', payment_intent: 'pi_1', charge: 'ch_1' };
  const ours = { ...good, metadata: { refund_gateway_key: '01KEY' }, status: 'succeeded' };

  test('the good answer of these tests is settled', async () => {
    world.troubles.push(said(200, ours));
    expect(await refund()).toEqual({ kind: 'settled', reference: 're_9' });
  });

  test.each<[string, StripeFault]>([
    ['400 of another type', said(400, error('api_error'))],
    ['400 for a key that was used for something else', said(400, error('idempotency_error'))],
    ['400 that asks to come again', said(400, error('invalid_request_error'), { 'stripe-should-retry': 'true' })],
    ['400 without an error', said(400, {})],
    ['404 of something that is not Stripe', said(404, '<html>not found</html>')],
    ['401', said(401, error('invalid_request_error'))],
    ['403', said(403, error('invalid_request_error'))],
    ['409, the key is in use', said(409, error('invalid_request_error', { code: 'idempotency_key_in_use' }))],
    ['424', said(424, error('api_error'))],
    ['429', said(429, error('invalid_request_error', { code: 'rate_limit' }))],
    ['500', said(500, error('api_error'))],
    ['500 that calls itself a refusal', said(500, error('invalid_request_error'))],
    ['503 without JSON', said(503, 'busy')],
    ['202 with a good body', said(202, ours)],
    ['a redirect', said(307, '', { location: '/v1/refunds' })],
    ['200 without a body', said(200, '')],
    ['200 with a list', said(200, [])],
    ['200 with another object', said(200, { ...ours, object: 'charge' })],
    ['200 without an id', said(200, { ...ours, id: null })],
    ['200 with an amount as text', said(200, { ...ours, amount: '1000' })],
    ['200 with half a minor unit', said(200, { ...ours, amount: 1000.5 })],
    ['200 with a status that nobody knows', said(200, { ...ours, status: 'done' })],
    ['200 without a status', said(200, { ...ours, status: null })],
    ['200 with a status that every object has', said(200, { ...ours, status: 'constructor' })],
    ['200 that came back since', said(200, { ...ours, status: 'failed', failure_balance_transaction: 'txn_1' })],
  ])('%s', async (_what, fault) => {
    world.troubles.push(fault);
    const outcome = await refund();
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(outcome).not.toHaveProperty('mismatch');
  });

  test('200 with more bytes than any refund needs', async () => {
    world.troubles.push(said(200, { ...ours, note: 'x'.repeat(MOST_BYTES) }));
    expect(await refund()).toMatchObject({ kind: 'unknown' });
    world.troubles.push(said(200, { ...ours, note: 'x'.repeat(MOST_BYTES / 2) }));
    expect(await refund()).toMatchObject({ kind: 'settled' });
  });

  test.each<[string, object, string]>([
    ['amount', { amount: 1001 }, 'of 1001 PLN in minor units, but 1000 PLN was ordered'],
    ['currency', { currency: 'eur' }, 'of 1000 EUR in minor units, but 1000 PLN was ordered'],
    ['payment', { payment_intent: 'pi_2', charge: 'ch_2' }, 'of another payment than pi_1'],
    ['key', { metadata: { refund_gateway_key: 'other' } }, 'without our key'],
    ['key, which is missing', { metadata: {} }, 'without our key'],
  ])('and a person is called when it is about another %s', async (_what, more, difference) => {
    world.troubles.push(said(200, { ...ours, ...more }));
    expect(await refund()).toEqual({
      kind: 'unknown',
      cause: `Stripe shows refund re_9 ${difference}`,
      mismatch: true,
    });
  });

  test('and names the setting when Stripe refuses the key, but not the key', async () => {
    const outcome = await refund(orderOf(), { ...world.settings, secretKey: 'sk_test_another0000' });
    expect(outcome).toEqual({ kind: 'unknown', cause: 'Stripe refused the key that this shop has set (HTTP 401)' });
  });
});

describe('a line that breaks leaves a refund unknown, and', () => {
  const EFFECTS = { before: 0, after: 1 } as const;

  test.each<[string, keyof typeof EFFECTS, StripeFault | LineFault, string]>([
    ['a reset', 'before', { kind: 'reset_before' }, 'the line broke: ECONNRESET'],
    ['a reset', 'after', { kind: 'reset_after' }, 'the line broke: ECONNRESET'],
    ['an error', 'before', 'error_before', 'Stripe answered HTTP 500, api_error'],
    ['an error', 'after', 'error_after', 'Stripe answered HTTP 500, api_error'],
    ['half a head', 'after', { kind: 'cut', bytes: 20 }, 'the line broke: UND_ERR_SOCKET'],
    ['half a body', 'after', { kind: 'cut', bytes: 300 }, "Stripe's answer cannot be read: no refund"],
    ['too many requests', 'before', 'rate_limited', 'Stripe answered HTTP 429, rate_limit'],
    ['invalid JSON', 'after', 'invalid_json', "Stripe's answer cannot be read: no refund"],
    ['another schema', 'after', 'wrong_schema', 'Stripe\'s answer cannot be read: the status "42" of re_1'],
  ])('%s %s the effect can be told from the list', async (_what, when, fault, cause) => {
    world.troubles.push(fault);
    expect(await refund()).toEqual({ kind: 'unknown', cause });
    expect(world.stripe.books.refunds).toHaveLength(EFFECTS[when]);
    const found = { kind: 'listed', refunds: [{ ourReference: '01KEY', amount: 1000, kind: 'settled' }] };
    expect(await lookUp()).toMatchObject(when === 'after' ? found : { kind: 'listed', refunds: [] });
  });

  test.each<[string, keyof typeof EFFECTS, LineFault]>([
    ['silence', 'before', { kind: 'silent_before' }],
    ['silence', 'after', { kind: 'silent_after' }],
  ])('%s %s the effect can be told from the list, after the limit', async (_what, when, fault) => {
    world.troubles.push(fault);
    expect(await refund(orderOf(), hasty())).toEqual({ kind: 'unknown', cause: 'no answer in time' });
    await untilAsked(EFFECTS[when]);
    expect(world.stripe.books.refunds).toHaveLength(EFFECTS[when]);
    expect(await lookUp()).toMatchObject({
      kind: 'listed',
      refunds: when === 'after' ? [{ ourReference: '01KEY' }] : [],
    });
  });

  test('a request that comes late, after it was asked after and sent again, refunds once', async () => {
    let release = (): void => undefined;
    world.troubles.push({ kind: 'late_request', after: new Promise<void>((resolve) => (release = resolve)) });
    expect(await refund(orderOf(), hasty())).toEqual({ kind: 'unknown', cause: 'no answer in time' });
    expect(await lookUp()).toEqual({ kind: 'listed', refunds: [] });
    expect(await refund()).toEqual({ kind: 'settled', reference: 're_1' });
    release();
    await untilAsked(3);
    expect(world.stripe.books.refunds).toHaveLength(1);
  });

  test('a saved error is told again under the key, and never believed', async () => {
    world.troubles.push('error_after');
    for (const _time of [1, 2, 3]) expect(await refund()).toMatchObject({ kind: 'unknown' });
    expect(world.stripe.books.refunds).toHaveLength(1);
    expect(await lookUp()).toMatchObject({ kind: 'listed', refunds: [{ ourReference: '01KEY', kind: 'settled' }] });
  });

  test('a refund that never left says so', async () => {
    await world.stop();
    expect(await refund()).toEqual({ kind: 'unknown', cause: 'nothing was sent: ECONNREFUSED' });
    world = await openStripe();
  });

  test('nothing is sent a second time by itself', async () => {
    world.troubles.push({ kind: 'reset_after' });
    await refund();
    expect(world.stripe.requests).toHaveLength(1);
  });
});

describe('looking a refund up', () => {
  test('asks for the refund itself once its reference is known', async () => {
    await refund();
    expect(await lookUp(orderOf({ reference: 're_1' }))).toEqual({ kind: 'settled', reference: 're_1' });
    expect(world.stripe.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/refunds/re_1' });
  });

  test('tells that the money came back', async () => {
    await refund();
    world.stripe.books.turn('re_1', 'failed', true);
    const told = { kind: 'reversed', reference: 're_1', reason: 'failed: lost_or_stolen_card' };
    expect(await lookUp(orderOf({ reference: 're_1' }))).toEqual(told);
    expect(await lookUp()).toMatchObject({
      ...{ kind: 'listed', refunds: [{ kind: 'reversed', message: 'failed: lost_or_stolen_card' }] },
    });
  });

  test('never proves the absence of a refund whose reference is known', async () => {
    expect(await lookUp(orderOf({ reference: 're_404' }))).toMatchObject({ kind: 'unknown' });
  });

  test('calls a person when the reference is another refund', async () => {
    await refund();
    const other = orderOf({ reference: 're_1', providerKey: 'k2', amount: 5 });
    expect(await lookUp(other)).toMatchObject({ kind: 'unknown', mismatch: true });
  });
});

describe('the list of a payment', () => {
  test('holds all pages of it, and no refund of another payment', async () => {
    world.stripe.books.pay({ ...PAYMENT, intent: 'pi_2', charge: 'ch_2' });
    await refund(orderOf({ paymentReference: 'pi_2', providerKey: 'elsewhere' }));
    for (let count = 1; count <= 5; count += 1) await refund(orderOf({ providerKey: `k${count}`, amount: count }));
    const listing = await list();
    expect(listing).toMatchObject({ kind: 'listed' });
    const keys = listing.kind === 'listed' ? listing.refunds.map(({ ourReference }) => ourReference) : [];
    expect(keys).toEqual(['k5', 'k4', 'k3', 'k2', 'k1']);
    expect(world.stripe.requests.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  test('shows a refund made by hand without our key', async () => {
    world.stripe.books.refund(new URLSearchParams({ charge: 'ch_1', amount: '700', 'metadata[by]': 'hand' }));
    expect(await list()).toEqual({
      ...{ kind: 'listed', refunds: [{ reference: 're_1', amount: 700, currency: 'PLN', kind: 'settled' }] },
    });
  });

  const entry = {
    object: 'refund',
    id: 're_1',
    amount: 1,
    currency: 'pln',
    status: 'succeeded',
    payment_intent: 'pi_1',
  };
  test.each<[string, StripeFault | LineFault]>([
    ['breaks off', { kind: 'cut', bytes: 180 }],
    ['is an error', 'error_before'],
    ['is no list', said(200, { object: 'list' })],
    ['does not say whether it has more', said(200, { data: [] })],
    ['has an entry that nobody understands', said(200, { data: [{ ...entry, status: 'done' }], has_more: false })],
    ['is the list of another payment', said(200, { data: [{ ...entry, payment_intent: 'pi_2' }], has_more: false })],
    ['has more, and nothing on its page', said(200, { data: [], has_more: true })],
  ])('of which one page %s proves nothing', async (_what, fault) => {
    const first = said(200, { data: [entry], has_more: true });
    const second = said(200, { data: [{ ...entry, id: 're_2' }], has_more: false });
    world.troubles.push(first, second);
    expect(await list()).toMatchObject({ kind: 'listed', refunds: [{ reference: 're_1' }, { reference: 're_2' }] });
    world.troubles.push(first, fault);
    expect(await list()).toMatchObject({ kind: 'unknown' });
  });

  test('that goes round in circles ends, and proves nothing', async () => {
    world.stripe.fault = () => said(200, { data: [entry], has_more: true });
    expect(await list()).toEqual({
      ...{ kind: 'unknown', cause: "Stripe's list has no end" },
    });
  });

  test('has one limit of time for all its pages together', async () => {
    const slow: LineFault = {
      kind: 'late_reply',
      get after() {
        return new Promise((resolve) => setTimeout(resolve, 60));
      },
    };
    world.troubles.push(...Array<LineFault>(100).fill(slow));
    world.stripe.fault = () => said(200, { data: [entry], has_more: true });
    const settings = { ...world.settings, timeoutMs: 2000 };
    const listing = await world.provider.list('pi_1', 'tea', settings);
    expect(listing).toEqual({ kind: 'unknown', cause: 'no answer in time' });
  });

  test('of what is no payment of Stripe is not asked for', async () => {
    expect(await list('pay_1')).toMatchObject({ kind: 'unknown' });
    expect(world.stripe.requests).toEqual([]);
  });
});

async function untilAsked(count: number): Promise<void> {
  while (world.stripe.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
}
