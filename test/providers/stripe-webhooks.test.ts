/** Webhooks of Stripe: who sent them, and what they say. */
import { StripeProvider } from '../../src/providers/stripe-provider';
import { WEBHOOK_TOLERANCE_MS } from '../../src/providers/webhook-proof';
import type { VerifiedWebhook } from '../../src/services/ports';
import { eventOf, signedBy, WEBHOOK_SECRET } from './stripe-events';

const NOW = Date.parse('2026-11-21T10:30:00Z');
const SETTINGS = { secretKey: 'sk_test_51Abcdef', webhookSecret: WEBHOOK_SECRET };
const provider = new StripeProvider();
const REFUND = {
  ...{ id: 're_1', object: 'refund', amount: 1000, currency: 'pln', status: 'succeeded', payment_intent: 'pi_1' },
  ...{ charge: 'ch_1', metadata: { refund_gateway_key: '01KEY' } },
};

function verify(body: Buffer, header: unknown, settings: unknown = SETTINGS, now = NOW): VerifiedWebhook {
  return provider.verifyWebhook(body, { 'stripe-signature': header as string }, settings, now);
}
function read(type: string, object: object): VerifiedWebhook {
  const body = eventOf(type, object);
  return provider.verifyWebhook(body, signedBy(WEBHOOK_SECRET, body, NOW), SETTINGS, NOW);
}

describe('the signature', () => {
  // Made with `webhooks.generateTestHeaderString` of the npm package stripe 23.1.0.
  const BODY = Buffer.from('{"id":"evt_1","object":"event","note":"Zażółć €"}\n');
  const V1 = 'v1=77d712cfd2de2b69b42924d0bb1c30064636cddacfe3f6e67967e41f2bb1228f';
  const T = 't=1795257000';
  const verified = { kind: 'verified', eventId: 'evt_1', news: [] };

  test.each([
    ['as Stripe makes it', `${T},${V1}`],
    ['beside one of an older secret', `${T},v1=${'0'.repeat(64)},${V1}`],
    ['beside other schemes', `${T},v0=abc,${V1},v2=def`],
    ['with spaces', `${T}, ${V1}`],
  ])('is taken %s', (_what, header) => {
    expect(verify(BODY, header)).toEqual(verified);
  });

  test.each<[string, unknown]>([
    ['absent', undefined],
    ['twice in the head', [`${T},${V1}`, `${T},${V1}`]],
    ['empty', ''],
    ['without a time', V1],
    ['with two times', `${T},${T},${V1}`],
    ['of another time', `t=1795257001,${V1}`],
    ['with a time that is no number', `t=1795257000.0,${V1}`],
    ['with a negative time', `t=-1795257000,${V1}`],
    ['of another scheme', `${T},${V1.replace('v1', 'v0')}`],
    ['in capital letters', `${T},v1=${V1.slice(3).toUpperCase()}`],
    ['cut short', `${T},${V1.slice(0, -1)}`],
    ['with more', `${T},${V1}0`],
    ['empty of a value', `${T},v1=`],
    ['after more signatures than anybody needs', `${T},${'v1=0,'.repeat(50)}${V1}`],
  ])('is refused %s', (_what, header) => {
    expect(verify(BODY, header)).toEqual({ kind: 'refused' });
  });

  test.each([
    [-WEBHOOK_TOLERANCE_MS - 1, 'refused'],
    [-WEBHOOK_TOLERANCE_MS, 'verified'],
    [WEBHOOK_TOLERANCE_MS, 'verified'],
    [WEBHOOK_TOLERANCE_MS + 1, 'refused'],
  ])('%i ms from its time is %s', (away, kind) => {
    expect(verify(BODY, `${T},${V1}`, SETTINGS, NOW + away)).toMatchObject({ kind });
  });

  test('holds for no other byte of the body', () => {
    for (let place = 0; place < BODY.length; place += 1) {
      const changed = Buffer.from(BODY);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(verify(changed, `${T},${V1}`)).toEqual({ kind: 'refused' });
    }
  });

  test('holds for no other shop, and for none that has set no secret', () => {
    const { secretKey } = SETTINGS;
    for (const settings of [null, { secretKey }, { secretKey, webhookSecret: `${WEBHOOK_SECRET}0` }]) {
      expect(verify(BODY, `${T},${V1}`, settings)).toEqual({ kind: 'refused' });
    }
  });
});

describe('an event', () => {
  const news = {
    ...{ reference: 're_1', paymentReference: 'pi_1', paymentAliases: ['ch_1'], amount: 1000, currency: 'PLN' },
    ...{ providerKey: '01KEY', kind: 'settled' },
  };

  test.each(['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated'])(
    '%s tells of its refund',
    (type) => {
      expect(read(type, REFUND)).toEqual({ kind: 'verified', eventId: 'evt_1', news: [news] });
    },
  );

  test.each<[string, object, object]>([
    ['pending', {}, { kind: 'pending' }],
    ['requires_action', {}, { kind: 'pending' }],
    ['canceled', {}, { kind: 'declined', message: 'canceled' }],
    ['failed', { failure_reason: 'declined' }, { kind: 'declined', message: 'failed: declined' }],
    ['failed', { failure_balance_transaction: 'txn_1' }, { kind: 'reversed', message: 'failed' }],
  ])('of a refund that is %s %j says %j', (status, more, told) => {
    expect(read('refund.updated', { ...REFUND, status, ...more })).toMatchObject({ news: [{ ...news, ...told }] });
  });

  test('of a refund made by hand has no key of ours', () => {
    const { providerKey: _ours, ...foreign } = news;
    expect(read('refund.created', { ...REFUND, metadata: { by: 'hand' } })).toMatchObject({ news: [foreign] });
    expect(JSON.stringify(read('refund.created', { ...REFUND, metadata: null }))).not.toContain('providerKey');
  });

  test('of a charge tells of the refunds that it shows', () => {
    const charge = { object: 'charge', id: 'ch_1', refunds: { data: [REFUND, { ...REFUND, id: 're_2' }] } };
    expect(read('charge.refunded', charge)).toMatchObject({ news: [{ reference: 're_1' }, { reference: 're_2' }] });
    expect(read('charge.refunded', { object: 'charge', id: 'ch_1' })).toMatchObject({ kind: 'verified', news: [] });
  });

  test.each(['payment_intent.succeeded', 'charge.updated', 'a type of tomorrow'])(
    '%s is kept and says nothing',
    (type) => {
      expect(read(type, { object: 'something' })).toEqual({ kind: 'verified', eventId: 'evt_1', news: [] });
    },
  );

  test.each<[string, object]>([
    ['has a status that nobody knows', { ...REFUND, status: 'done' }],
    ['names no payment', { ...REFUND, payment_intent: null, charge: null }],
    ['has no amount', { ...REFUND, amount: undefined }],
    ['is no refund', { object: 'customer' }],
  ])('of a refund that %s is told again, never dropped', (_what, object) => {
    expect(read('refund.updated', object)).toMatchObject({ kind: 'unreadable' });
  });

  test.each([['[]'], ['{'], ['{"type":"refund.updated"}'], ['{"id":7}'], ['']])('that is %s is unreadable', (text) => {
    const body = Buffer.from(text);
    expect(verify(body, signedBy(WEBHOOK_SECRET, body, NOW)['stripe-signature'])).toMatchObject({ kind: 'unreadable' });
  });
});
