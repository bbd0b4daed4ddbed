/** What no browser may do with an answer about money does not depend on the protocol that it was asked for in. */
import { startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';

const PRIVATE = [
  'cache-control',
  'content-security-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'x-content-type-options',
];

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

test('an answer over SOAP is as private as one over REST', async () => {
  const rest = await headersOf('/rest/v1/orders');
  expect(Object.keys(rest)).toEqual(PRIVATE);
  expect(
    await headersOf('/soap/v1', { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<x/>' }),
  ).toEqual(rest);
});

async function headersOf(path: string, request: RequestInit = {}): Promise<Record<string, string>> {
  const { headers } = await fetch(gateway.address + path, request);
  return Object.fromEntries([...headers].filter(([name]) => PRIVATE.includes(name)));
}
