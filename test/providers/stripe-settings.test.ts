import { CALL_LIMIT_MS } from '../../src/jobs/worker';
import { StripeProvider } from '../../src/providers/stripe-provider';
import { readSettings, TIMEOUT_MS } from '../../src/providers/stripe-settings';

const provider = new StripeProvider();
const secretKey = 'sk_test_51Abcdef';
const webhookSecret = 'whsec_Zm9yX3Rlc3RzX29ubHk';

test.each<[object]>([
  [{ secretKey }],
  [{ secretKey: 'rk_live_51Abcdef', webhookSecret, baseUrl: 'https://stripe.example', timeoutMs: 100 }],
  [{ secretKey, baseUrl: 'http://127.0.0.1:12111', timeoutMs: 25_000 }],
  [{ secretKey, baseUrl: 'http://localhost:12111/' }],
  [{ secretKey, baseUrl: 'http://[::1]:12111' }],
])('%j are taken', (settings) => {
  expect(provider.checkSettings(settings)).toBeUndefined();
});

test.each<[unknown, string]>([
  [undefined, 'must be a JSON object'],
  [[], 'must be a JSON object'],
  [{}, 'secretKey must be'],
  [{ secretKey: 5 }, 'secretKey must be'],
  [{ secretKey: 'pk_live_51Abcdef' }, 'secretKey must be'],
  [{ secretKey: 'sk_test_51Abc\r\nx-other: 1' }, 'secretKey must be'],
  [{ secretKey, webhookSecret: '' }, 'webhookSecret must be'],
  [{ secretKey, webhookSecret: null }, 'webhookSecret must be'],
  [{ secretKey, baseUrl: 'http://stripe.example' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'http://127.0.0.1.stripe.example' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'https://user:secret@stripe.example' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'https://stripe.example/v1' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'https://stripe.example/?a=b' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'file:///etc/passwd' }, 'baseUrl must be'],
  [{ secretKey, baseUrl: 'stripe' }, 'baseUrl must be'],
  [{ secretKey, timeoutMs: 99 }, 'timeoutMs must be a whole number of milliseconds from 100 to 25000'],
  [{ secretKey, timeoutMs: 25_001 }, 'timeoutMs must be'],
  [{ secretKey, timeoutMs: 100.5 }, 'timeoutMs must be'],
  [{ secretKey, timeoutMs: '1000' }, 'timeoutMs must be'],
  [{ secretKey, webhooksecret: webhookSecret }, 'webhooksecret is not known here'],
  [{ secretKey, constructor: 1 }, 'constructor is not known here'],
])('%j are refused by name: %s', (settings, problem) => {
  const said = provider.checkSettings(settings);
  expect(said).toContain(problem);
  expect(readSettings(settings)).toBeUndefined();
});

test('a problem repeats no value: it may be a secret', () => {
  const wrong = { secretKey: 'SECRET', webhookSecret: 'SECRET', baseUrl: 'SECRET', timeoutMs: 'SECRET' };
  for (const [name, value] of Object.entries(wrong)) {
    expect(provider.checkSettings({ secretKey, [name]: value })).not.toContain('SECRET');
  }
});

test('Stripe is where it always is, and has less time than the worker gives', () => {
  expect(readSettings({ secretKey })).toEqual({ secretKey, baseUrl: 'https://api.stripe.com', timeoutMs: 20_000 });
  expect(TIMEOUT_MS.most).toBeLessThan(CALL_LIMIT_MS);
});
