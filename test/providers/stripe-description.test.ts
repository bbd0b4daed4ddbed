/**
 * The judge is judged first: one that understands nothing would say nothing and let everything pass. A good request passes,
 * a bad one does not, a lying reply is caught.
 */
import { StripeDescription } from '../fakes/stripe-description';

const description = new StripeDescription();
const REFUND = { id: 're_1', object: 'refund', amount: 100, created: 1, currency: 'usd', status: 'succeeded' };
const LIST = { object: 'list', url: '/v1/refunds', has_more: false, data: [REFUND] };
const request = (method: string, path: string, text: string): string[] =>
  description.request(method, path, new URLSearchParams(text));

test.each([
  ['POST', '/v1/refunds', 'payment_intent=pi_1&amount=100&reason=duplicate&metadata[a]=b'],
  ['GET', '/v1/refunds', 'charge=ch_1&limit=3&starting_after=re_1'],
  ['GET', '/v1/refunds/re_1', ''],
])('a good request passes: %s %s %s', (method, path, text) => {
  expect(request(method, path, text)).toEqual([]);
});

test.each([
  ['POST', '/v1/refunds', 'payment_intent=pi_1&amount=abc'],
  ['POST', '/v1/refunds', 'payment_intent=pi_1&amount=1.5'],
  ['POST', '/v1/refunds', 'payment_intent=pi_1&key=1'],
  ['POST', '/v1/refunds', 'payment_intent=pi_1&reason=because'],
  ['GET', '/v1/refunds', 'payment=pi_1'],
  ['GET', '/v1/refunds', 'limit=all'],
  ['GET', '/v1/refunds/re_1', 'amount=1'],
  ['DELETE', '/v1/refunds/re_1', ''],
  ['POST', '/v1/charges', ''],
])('a bad request is refused: %s %s %s', (method, path, text) => {
  expect(request(method, path, text)).not.toEqual([]);
});

test.each<[string, string, number, unknown]>([
  ['POST', '/v1/refunds', 200, { ...REFUND, reason: null, charge: null, status: null }],
  ['GET', '/v1/refunds', 200, LIST],
  ['GET', '/v1/refunds/re_1', 404, { error: { type: 'invalid_request_error' } }],
])('a good reply passes: %s %s %i', (method, path, status, body) => {
  expect(description.reply(method, path, status, body)).toEqual([]);
});

test.each<[string, string, number, unknown]>([
  ['POST', '/v1/refunds', 200, { ...REFUND, status: 42 }],
  ['POST', '/v1/refunds', 200, { ...REFUND, amount: '100' }],
  ['POST', '/v1/refunds', 200, { ...REFUND, amount: null }],
  ['POST', '/v1/refunds', 200, { ...REFUND, object: 'charge' }],
  ['GET', '/v1/refunds', 200, { ...LIST, data: [{ ...REFUND, currency: 5 }] }],
  ['GET', '/v1/refunds', 200, { ...LIST, has_more: 'no' }],
  ['GET', '/v1/refunds/re_1', 404, { error: { type: 'sorry' } }],
  ['POST', '/v1/refunds', 500, {}],
])('a lying reply is caught: %s %s %i %j', (method, path, status, body) => {
  expect(description.reply(method, path, status, body)).not.toEqual([]);
});
