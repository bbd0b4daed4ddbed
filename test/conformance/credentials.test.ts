/** Nobody comes in through one door who would be kept out at the other: who may ask what, over REST, SOAP 1.1 and SOAP 1.2. */
import { SCOPES } from '../../src/domain/access';
import type { Scope } from '../../src/domain/access';
import { CREATED_TOLERANCE_MS } from '../../src/services/credential-service';
import { DOOR_NAMES, SHOP, startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import type { Credentials, OperationName } from '../clients/doors';
import { CASES, OPERATION_NAMES } from './cases/all-cases';

const SOAP_DOORS = ['soap11', 'soap12'] as const;

/** What a credential must be allowed for each operation: the one table that both protocols are held to. */
const SCOPES_OF: Readonly<Record<OperationName, Scope | readonly Scope[]>> = {
  addAutomaticRefund: 'refunds:create',
  addAutomaticRefundForOrder: 'refunds:create',
  addManualRefund: 'refunds:create',
  getPossibleAutoRefunds: 'refunds:read',
  getRefundStatus: 'refunds:read',
  updateRefund: 'refunds:update',
  confirmRefund: 'refunds:confirm',
  cancelRefund: 'refunds:cancel',
  resolveRefund: 'refunds:resolve',
  retrieveRefundsList: 'refunds:read',
  getRefund: 'refunds:read',
  quoteRefund: 'refunds:read',
  putOrder: 'orders:write',
  getOrder: 'orders:read',
  listOrders: 'orders:read',
  openReturn: 'returns:write',
  getReturn: 'returns:read',
  listReturns: 'returns:read',
  acceptReturn: 'returns:write',
  rejectReturn: 'returns:write',
  receiveReturn: 'returns:write',
  closeReturn: 'returns:write',
  cancelReturn: 'returns:write',
  reopenReturn: 'returns:write',
  addComposedRefund: ['refunds:create', 'refunds:confirm'],
  suggestRefund: 'refunds:read',
  getRefundForms: 'refunds:read',
  getOrderLedger: ['orders:read', 'refunds:read'],
  choosePayback: ['returns:write', 'refunds:create'],
  withdrawReturn: ['returns:write', 'refunds:cancel'],
  putTicket: 'orders:write',
  getTicket: 'orders:read',
  listTickets: 'orders:read',
  addJointRefund: ['refunds:create', 'refunds:confirm'],
  confirmOrder: 'orders:write',
  sendOrder: 'orders:write',
  cancelOrder: 'orders:write',
  getOrderReturns: ['returns:read', 'refunds:read'],
  searchOrders: ['orders:read', 'refunds:read'],
  searchReturns: ['returns:read', 'refunds:read'],
  amendReturn: 'returns:write',
  closeReturnAnyway: 'returns:write',
};
const scopesOf = (operation: OperationName): readonly Scope[] => [SCOPES_OF[operation]].flat();

/** To read returns is a part of writing them. */
const contains = (scope: Scope, part: Scope): boolean =>
  scope === part || (scope === 'returns:write' && part === 'returns:read');

let gateway: GatewayUnderTest;
/** A key that may do this and nothing else, and one that may do everything that this is no part of. */
const only = new Map<Scope, string>();
const allBut = new Map<Scope, string>();

beforeAll(async () => {
  gateway = await startGateway();
  for (const scope of SCOPES) {
    only.set(scope, await keyWith([scope]));
    allBut.set(scope, await keyWith(SCOPES.filter((other) => !contains(other, scope))));
  }
});
afterAll(() => gateway.stop());

async function keyWith(scopes: readonly string[], expiresAt?: number): Promise<string> {
  const wish = { shop: SHOP, name: 'narrow', scopes, ...(expiresAt !== undefined && { expiresAt }) };
  return (await gateway.services.credentials.addKey(wish)).key;
}

/** Any honest request of the operation. */
const requestOf = (operation: OperationName) => CASES[operation].find((one) => !one.refused)?.request ?? {};

async function codeOf(door: (typeof DOOR_NAMES)[number], operation: OperationName, credentials: Credentials) {
  const reply = await gateway.ask[door](operation, requestOf(operation), { credentials });
  return 'refused' in reply ? reply.refused.code : 'answered';
}

describe.each(DOOR_NAMES)('over %s', (door) => {
  test.each(OPERATION_NAMES)('%s asks for credentials', async (operation) => {
    expect(await codeOf(door, operation, 'none')).toBe('credentials_missing');
  });

  test.each(OPERATION_NAMES)('%s asks for its scopes and for no other', async (operation) => {
    const scopes = scopesOf(operation);
    for (const scope of scopes) {
      expect(await codeOf(door, operation, { bearer: allBut.get(scope) ?? '' })).toBe('scope_missing');
    }
    const enough = scopes.length === 1 ? only.get(scopes[0] as Scope) : await keyWith(scopes);
    expect(await codeOf(door, operation, { bearer: enough ?? '' })).not.toMatch(/scope|credentials/);
    for (const other of SCOPES.filter((one) => !scopes.every((scope) => contains(one, scope)))) {
      expect(await codeOf(door, operation, { bearer: only.get(other) ?? '' })).toBe('scope_missing');
    }
  });

  test('a key that may only ask for returns opens them, looks, closes, cancels and takes up again, and does nothing else', async () => {
    const bearer = await keyWith(['returns:ask']);
    // With no return there, whose state would have a say as well.
    await gateway.clear();
    const open: OperationName[] = [];
    for (const operation of OPERATION_NAMES) {
      if ((await codeOf(door, operation, { bearer })) !== 'scope_missing') open.push(operation);
    }
    const asked = [
      'openReturn',
      'getReturn',
      'listReturns',
      'closeReturn',
      'closeReturnAnyway',
      'cancelReturn',
      'reopenReturn',
    ];
    expect(open.sort()).toEqual(asked.sort());
  });

  test('a key opens as a bearer and as X-API-KEY', async () => {
    expect(await codeOf(door, 'listOrders', { bearer: gateway.key })).toBe('answered');
    expect(await codeOf(door, 'listOrders', { apiKey: gateway.key })).toBe('answered');
  });

  test.each([
    ['no key at all', () => 'nonsense'],
    ['an empty key', () => ''],
    ['a key that was never given', () => `rgw_abcdefgh_${'A'.repeat(43)}`],
    ['a key with one letter changed', () => gateway.key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['a key with its id in capitals', () => gateway.key.toUpperCase().replace('RGW', 'rgw')],
    ['a key and more', () => `${gateway.key}A`],
  ])('%s opens nothing', async (_name, key) => {
    const wrong = key();
    expect(await codeOf(door, 'listOrders', { apiKey: wrong })).toBe('credentials_invalid');
    const asBearer = await codeOf(door, 'listOrders', { bearer: wrong });
    expect(asBearer).toBe(wrong === '' ? 'credentials_missing' : 'credentials_invalid');
  });

  test('a key opens until it expires', async () => {
    const now = gateway.clock.now();
    const bearer = await keyWith(SCOPES, now + 1000);
    expect(await codeOf(door, 'listOrders', { bearer })).toBe('answered');
    gateway.clock.set(now + 1000);
    expect(await codeOf(door, 'listOrders', { bearer })).toBe('credentials_invalid');
    gateway.clock.set(now);
  });

  test('a key opens until it is revoked', async () => {
    const bearer = await keyWith(SCOPES);
    expect(await codeOf(door, 'listOrders', { bearer })).toBe('answered');
    await gateway.services.credentials.revokeKey(bearer.split('_')[1] ?? '');
    expect(await codeOf(door, 'listOrders', { bearer })).toBe('credentials_invalid');
  });

  test('no answer repeats a secret', async () => {
    const secrets = [gateway.key, gateway.key.split('_').slice(2).join('_'), gateway.login.password, 'Zażółć'];
    const exchanges = [
      await gateway.doors[door]('putOrder', requestOf('putOrder'), {}),
      await gateway.doors[door]('getOrder', { orderId: 5 }, { credentials: { apiKey: gateway.key } }),
      await gateway.doors[door]('getOrder', { orderId: 77 }, {}),
      await gateway.doors[door]('getOrder', { orderId: 5 }, { credentials: { bearer: `${gateway.key}x` } }),
      await gateway.doors[door]('getOrder', { orderId: 'x' }, { credentials: { bearer: gateway.key } }),
    ];
    await gateway.clear();
    for (const { text } of exchanges) for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe.each(SOAP_DOORS)('a login over %s', (door) => {
  test.each(OPERATION_NAMES)('opens %s, as text and as a digest', async (operation) => {
    for (const passwordType of ['text', 'digest'] as const) {
      const code = await codeOf(door, operation, { login: gateway.login, passwordType });
      expect(code).not.toMatch(/credentials|scope/);
      await gateway.clear();
    }
  });

  test.each(['text', 'digest'] as const)('with a wrong password as %s opens nothing', async (passwordType) => {
    const { user, password } = gateway.login;
    for (const login of [
      { user, password: `${password} ` },
      { user, password: '' },
      { user: 'nobody', password },
      { user: 'nobody', password: '' },
      { user: user.toUpperCase(), password },
    ]) {
      expect(await codeOf(door, 'listOrders', { login, passwordType })).toBe('credentials_invalid');
    }
  });

  test('shown twice as one digest opens once, whatever the door', async () => {
    const nonce = Buffer.from(`${door} nonce`).toString('base64');
    const credentials = { login: gateway.login, passwordType: 'digest', nonce } as const;
    expect(await codeOf(door, 'listOrders', credentials)).toBe('answered');
    for (const again of SOAP_DOORS) expect(await codeOf(again, 'listOrders', credentials)).toBe('credentials_invalid');
    const fresh = { ...credentials, nonce: Buffer.from(`${door} another`).toString('base64') };
    expect(await codeOf(door, 'listOrders', fresh)).toBe('answered');
  });

  test('as a digest without a nonce opens nothing', async () => {
    const credentials = { login: gateway.login, passwordType: 'digest', nonce: '' } as const;
    expect(await codeOf(door, 'listOrders', credentials)).toBe('credentials_invalid');
  });

  test.each([
    ['five minutes ago', -CREATED_TOLERANCE_MS, 'answered'],
    ['five minutes ahead', CREATED_TOLERANCE_MS, 'answered'],
    ['longer ago', -CREATED_TOLERANCE_MS - 1, 'credentials_invalid'],
    ['further ahead', CREATED_TOLERANCE_MS + 1, 'credentials_invalid'],
  ])('as a digest made %s is judged by its time', async (_when, offMs, expected) => {
    const { clock, login } = gateway;
    // The door looks at the clock when it makes the digest, and only then the gateway.
    const made = clock.now() + offMs;
    const look = jest.spyOn(clock, 'now').mockImplementationOnce(() => made);
    expect(await codeOf(door, 'listOrders', { login, passwordType: 'digest' })).toBe(expected);
    look.mockRestore();
  });

  test('beside a key is not asked: the key decides', async () => {
    const body =
      `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>` +
      `<w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">` +
      `<w:UsernameToken><w:Username>nobody</w:Username><w:Password>x</w:Password></w:UsernameToken></w:Security>` +
      `</e:Header><e:Body><listOrders xmlns="urn:refund-gateway:v1"/></e:Body></e:Envelope>`;
    const headers = { 'content-type': 'text/xml', authorization: `Bearer ${gateway.key}` };
    expect((await fetch(`${gateway.address}/soap/v1`, { method: 'POST', headers, body })).status).toBe(200);
  });
});

test.each(['/soap/v1?wsdl', '/soap/v1?wsdl=all', '/soap/v1', '/rest/v1/openapi.json', '/healthz', '/readyz'])(
  '%s is for everybody, and holds no secret',
  async (address) => {
    const response = await fetch(gateway.address + address);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).not.toContain(gateway.key);
    expect(text).not.toContain(gateway.login.password);
  },
);

test('the operations and their scopes are all there are', () => {
  expect(Object.keys(SCOPES_OF).sort()).toEqual([...OPERATION_NAMES].sort());
  expect([...new Set(OPERATION_NAMES.flatMap(scopesOf))].sort()).toEqual([...SCOPES].sort());
});
