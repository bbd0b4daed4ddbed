/** Who is calling: choice LAETS-1. The rules are ours where they are not the header itself. */
import { createHmac } from 'node:crypto';
import { NOW, startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, withToken } from './client';

const SECRET = 'example-secret';

let open: GatewayUnderTest;
let strict: GatewayUnderTest;
beforeAll(async () => {
  open = await startGateway({ doors: [] });
  strict = await startGateway({ doors: [], environment: { LAETS_APP_SECRET: SECRET } });
});
afterAll(() => Promise.all([open.stop(), strict.stop()]));

const ME = '/v1/user/me/';
const me = (authorization: string | undefined) => ask(open, ME, { headers: { authorization } });

describe('a caller is known by', () => {
  test('a key, whatever the user is called', async () => {
    for (const text of [withToken(open.key), withToken(open.key, 'None'), `icebergaccesstoken x:${open.key}`]) {
      expect(await me(text)).toMatchObject({ status: 200, body: { username: 'erp' } });
    }
  });

  test('the password of a login, in UTF-8', async () => {
    const text = Buffer.from(withToken(open.login.password, open.login.user)).toString('latin1');
    expect(await me(text)).toMatchObject({ status: 200, body: { username: open.login.user } });
  });

  test('a token of a login, for that login alone', async () => {
    const { token } = await open.services.credentials.issueToken(open.login.user, open.login.password);
    expect(await me(withToken(token, open.login.user))).toMatchObject({ status: 200 });
    expect(await me(withToken(token, 'somebody'))).toMatchObject({ status: 401 });
  });

  test('no user, a shop and a key of that shop', async () => {
    for (const name of ['anonymous', 'Anonymous']) {
      expect(await me(withToken(`north:${open.key}`, name))).toMatchObject({ status: 200, body: { username: 'erp' } });
      expect(await me(withToken(`south:${open.key}`, name))).toMatchObject({ status: 401 });
      expect(await me(withToken(open.key, name))).toMatchObject({ status: 401 });
    }
  });
});

test.each([
  ['nothing', undefined],
  ['Bearer', 'Bearer KEY'],
  ['Basic', `Basic ${Buffer.from('user:KEY').toString('base64')}`],
  ['no user', 'IcebergAccessToken KEY'],
  ['no token', 'IcebergAccessToken user:'],
  ['None', 'IcebergAccessToken None:None'],
  ['a wrong password', 'IcebergAccessToken erp@north:wrong'],
  ['a made-up key', `IcebergAccessToken user:rgw_abcdefgh_${'A'.repeat(43)}`],
  ['a made-up token', 'IcebergAccessToken user:rgt_nothing'],
  ['a made-up user token', 'IcebergAccessToken user:rgu_nothing'],
])('%s is 401 without a word', async (_what, text) => {
  const { status, text: body, headers } = await me(text?.replace('KEY', open.key));
  expect([status, body, headers['content-type']]).toEqual([401, '', 'text/html; charset=utf-8']);
});

describe('signatures', () => {
  const signed = (nonce: string, secret = SECRET, body = '') => ({
    'application-nonce': nonce,
    'application-signature': createHmac('sha1', secret).update(`${body}:${nonce}`).digest('hex'),
  });
  const seconds = Math.floor(NOW / 1000);

  test('are not looked at without the setting', async () => {
    expect(await ask(open, ME, { headers: { 'application-signature': 'x', 'application-nonce': 'y' } })).toMatchObject({
      status: 200,
    });
  });

  test('are those of the contract', () => {
    expect(signed('1767605400')['application-signature']).toBe('a021d98a860dddc69bf45820e9f8f035b07cde1e');
    const body = '{"order_items":[11],"return_type":1}';
    expect(signed('1767605400', SECRET, body)['application-signature']).toBe(
      '153fffb572f15720cf7b7a223af949ab048bc42c',
    );
  });

  test.each([
    ['the right one', signed(String(seconds)), 200],
    ['one of 300 seconds ago', signed(String(seconds - 300)), 200],
    ['one of 301 seconds ago', signed(String(seconds - 301)), 401],
    ['one of the future', signed(String(seconds + 301)), 401],
    ['another secret', signed(String(seconds), 'another-secret'), 401],
    ['another body', signed(String(seconds), SECRET, '{}'), 401],
    ['capitals', { ...signed(String(seconds)), 'application-signature': 'A'.repeat(40) }, 401],
    ['none', {}, 401],
    ['a nonce that is no time', signed('now'), 401],
  ])('in strict mode %s is %j', async (_what, headers, status) => {
    const reply = await ask(strict, ME, { headers: { authorization: withToken(strict.key), ...headers } });
    expect(reply.status).toBe(status);
    if (status === 401) expect(reply.text).toBe('');
  });
});

describe('single sign-on', () => {
  const query = (more: Record<string, string | undefined> = {}): string => {
    const all = {
      ...{ application: 'north', email: 'user@example.com', first_name: 'Example', last_name: 'User' },
      ...{ timestamp: '1767605400', currency: 'EUR', shipping_country: 'FR', include_application_data: 'True' },
      ...{ message_auth: '2df25c653e411d5b2370b76649e48d7651229b6d' },
      ...more,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `/v1/user/sso/?${new URLSearchParams(given).toString()}`;
  };
  const none = { headers: { authorization: 'IcebergAccessToken None:None' } };

  test('answers the user with a token that tells who he is and may do nothing else', async () => {
    const { status, body } = await ask(strict, query(), none);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ username: 'user@example.com', email: 'user@example.com', first_name: 'Example', last_name: 'User' },
      ...{ display_name: 'Example User', resource_uri: expect.stringMatching(/\/v1\/user\/\d+\/$/) as string },
    });
    const principal = await strict.services.credentials.findBearer(String(body?.['access_token']));
    expect(principal).toMatchObject({ shop: 'north', credential: 'user:user@example.com', scopes: new Set() });
    strict.clock.pass(3_600_000);
    await expect(strict.services.credentials.findBearer(String(body?.['access_token']))).rejects.toMatchObject({
      code: 'credentials_invalid',
    });
    strict.clock.set(NOW);
  });

  test('its token is good for what needs no scope: who is calling, the merchant, the schemas', async () => {
    const { body } = await ask(strict, query(), none);
    const token = String(body?.['access_token']);
    const nonce = String(Math.floor(NOW / 1000));
    const signature = createHmac('sha1', SECRET).update(`:${nonce}`).digest('hex');
    const headers = {
      authorization: withToken(token, 'user@example.com'),
      ...{ 'application-nonce': nonce, 'application-signature': signature },
    };
    expect(await ask(strict, ME, { headers })).toMatchObject({
      status: 200,
      body: { id: body?.['id'], username: 'user@example.com' },
    });
    const statusAt = async (path: string) => (await ask(strict, `/v1/${path}/`, { headers })).status;
    for (const path of ['merchant', 'merchant/1', 'merchant/schema', 'return/schema', 'order/schema']) {
      expect([path, await statusAt(path)]).toEqual([path, 200]);
    }
    for (const path of ['return', 'return/1', 'refund', 'merchant_order', 'order', 'order_item', 'transaction']) {
      expect([path, await statusAt(path)]).toEqual([path, 403]);
    }
  });

  /** What is proved, as the contract puts it together (section 1). */
  test.each<[string, Record<string, string | undefined>, string]>([
    ['no names', { first_name: undefined, last_name: undefined }, 'user@example.com;;;1767605400;EUR;FR'],
    ['an empty name', { last_name: '' }, 'user@example.com;Example;;1767605400;EUR;FR'],
    [
      'no currency and no country',
      { currency: undefined, shipping_country: undefined },
      'user@example.com;Example;User;1767605400',
    ],
    [
      'all that can be proved',
      { from_session_id: 's1', birth_date: '2000-01-01' },
      'user@example.com;Example;User;1767605400;EUR;FR;s1;2000-01-01',
    ],
    ['what is never proved', { anything: 'else' }, 'user@example.com;Example;User;1767605400;EUR;FR'],
  ])('may be asked for with %s', async (_what, more, message) => {
    const proof = createHmac('sha1', SECRET).update(message).digest('hex');
    expect((await ask(strict, query({ ...more, message_auth: proof }), none)).status).toBe(200);
    const otherwise = createHmac('sha1', SECRET).update(`${message};`).digest('hex');
    expect((await ask(strict, query({ ...more, message_auth: otherwise }), none)).status).toBe(400);
  });

  test.each([
    ['a wrong proof', { message_auth: 'a'.repeat(40) }],
    ['no proof', { message_auth: undefined }],
    ['another email', { email: 'other@example.com' }],
    ['a parameter that was not signed', { birth_date: '2000-01-01' }],
    ['a shop that is not there', { application: 'nowhere' }],
  ])('refuses %s', async (_what, more) => {
    const { status, text } = await ask(strict, query(more), none);
    expect([status, text]).toEqual([400, '{"errors":["message_auth is invalid"]}']);
  });

  test('is refused where the gateway does not know the secret', async () => {
    expect(faultIn(await ask(open, query(), none))).toEqual({ status: 400, text: 'message_auth is invalid' });
  });
});
