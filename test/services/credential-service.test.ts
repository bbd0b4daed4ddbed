import { createHash } from 'node:crypto';
import { SCOPES } from '../../src/domain/access';
import { CREATED_TOLERANCE_MS, NONCE_MEMORY_MS, type UsernameToken } from '../../src/services/credential-service';
import { openGateway, refusalOf, TEA_SHOP, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openGateway();
  await gateway.services.shops.add(TEA_SHOP);
});
afterEach(() => gateway.close());

const codeOf = async (answer: Promise<unknown>): Promise<string> => (await refusalOf(answer)).code;

describe('an API key', () => {
  const keyWith = (more: object = {}): Promise<{ id: string; key: string }> =>
    gateway.services.credentials.addKey({ shop: 'tea', name: 'erp', ...more });

  test('speaks for its shop with all scopes when none are named', async () => {
    const { id, key } = await keyWith();
    expect(await gateway.services.credentials.authenticateKey(key)).toEqual({
      ...{ shop: 'tea', credential: `key:${id}`, name: 'erp', scopes: new Set(SCOPES) },
    });
  });

  test('has the scopes that were named and no others', async () => {
    const { key } = await keyWith({ scopes: ['refunds:read', 'orders:read'] });
    const { scopes } = await gateway.services.credentials.authenticateKey(key);
    expect([...scopes].sort()).toEqual(['orders:read', 'refunds:read']);
  });

  test('is nowhere stored as it was shown', async () => {
    const { id, key } = await keyWith();
    const [stored] = await gateway.services.credentials.listKeys('tea');
    expect(stored).toMatchObject({ id, shop: 'tea', name: 'erp' });
    expect(JSON.stringify(stored)).not.toContain(key.split('_').slice(2).join('_'));
  });

  test.each<[string, (key: string) => string]>([
    ['another secret', (key) => key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')],
    ['an unknown id', (key) => key.replace(/^rgw_.{8}/, 'rgw_zzzzzzzz')],
    ['no secret', (key) => key.replace(/_[^_]*$/, '_')],
    ['another prefix', (key) => key.replace('rgw_', 'abc_')],
    ['a blank behind it', (key) => `${key} `],
    ['a line break behind it', (key) => `${key}\n`],
    ['the id alone', (key) => key.slice(4, 12)],
    ['nothing', () => ''],
  ])('with %s is refused', async (_what, change) => {
    const { key } = await keyWith();
    expect(await codeOf(gateway.services.credentials.authenticateKey(change(key)))).toBe('credentials_invalid');
  });

  test('is no good once it is revoked; others are', async () => {
    const { id, key } = await keyWith();
    const other = await keyWith();
    await gateway.services.credentials.revokeKey(id);
    expect(await codeOf(gateway.services.credentials.authenticateKey(key))).toBe('credentials_invalid');
    await expect(gateway.services.credentials.authenticateKey(other.key)).resolves.toBeDefined();
    expect(await codeOf(gateway.services.credentials.revokeKey('nobody00'))).toBe('credential_not_found');
  });

  test('is good until the moment it expires', async () => {
    const { key } = await keyWith({ expiresAt: gateway.clock.now() + 1000 });
    gateway.clock.pass(999);
    await expect(gateway.services.credentials.authenticateKey(key)).resolves.toBeDefined();
    gateway.clock.pass(1);
    expect(await codeOf(gateway.services.credentials.authenticateKey(key))).toBe('credentials_invalid');
  });

  test('refused in four ways, says the same in all of them', async () => {
    const { credentials } = gateway.services;
    const revoked = await keyWith();
    await credentials.revokeKey(revoked.id);
    const expired = await keyWith({ expiresAt: gateway.clock.now() + 1 });
    gateway.clock.pass(1);
    const keys = [revoked.key, expired.key, revoked.key.replace(/_.{43}$/, `_${'A'.repeat(43)}`), 'rgw_nobody_x'];
    const messages = await Promise.all(
      keys.map(async (key) => (await refusalOf(credentials.authenticateKey(key))).message),
    );
    expect(new Set(messages).size).toBe(1);
  });

  test.each([
    ['request_invalid', 'name', { name: '' }],
    ['request_invalid', 'name', { name: 'x'.repeat(101) }],
    ['request_invalid', 'scopes', { scopes: ['refunds:read', 'everything'] }],
    ['request_invalid', 'expires', { expiresAt: 1 }],
    ['shop_not_found', 'shop', { shop: 'coffee' }],
  ])('is not made, with %s for %s', async (code, field, more) => {
    expect(await refusalOf(keyWith(more))).toMatchObject({ code, field });
    expect(await gateway.services.credentials.listKeys()).toEqual([]);
  });
});

describe('a login', () => {
  const PASSWORD = 'łódka & <wiosło>';
  beforeEach(() => gateway.services.credentials.addLogin({ shop: 'tea', user: 'erp', password: PASSWORD }));
  const login = (token: UsernameToken): Promise<unknown> => gateway.services.credentials.authenticateLogin(token);
  const plain = (more: Partial<UsernameToken> = {}): UsernameToken => ({
    ...{ username: 'erp', password: PASSWORD, passwordType: 'text' },
    ...more,
  });

  /** A digest as a caller makes it, at so many milliseconds from our clock. */
  function digest(offMs = 0, nonceBytes = Buffer.from('sixteen bytes !!'), password = PASSWORD): UsernameToken {
    const created = new Date(gateway.clock.now() + offMs).toISOString();
    const made = createHash('sha1').update(nonceBytes).update(created).update(password).digest('base64');
    return { username: 'erp', password: made, passwordType: 'digest', nonce: nonceBytes.toString('base64'), created };
  }

  test.each<[string, () => UsernameToken]>([
    ['by its password', plain],
    ['by a digest of it', digest],
    ['by a digest made just before', () => digest(-CREATED_TOLERANCE_MS)],
    ['by a digest of a clock that is ahead', () => digest(CREATED_TOLERANCE_MS)],
  ])('is known %s', async (_how, token) => {
    expect(await login(token())).toEqual({
      ...{ shop: 'tea', credential: 'login:erp', name: 'erp', scopes: new Set(SCOPES) },
    });
  });

  test.each<[string, () => UsernameToken]>([
    ['a wrong password', () => plain({ password: 'oar' })],
    ['no password', () => plain({ password: '' })],
    ['an unknown user', () => plain({ username: 'nobody' })],
    ['an unknown user without a password', () => plain({ username: 'nobody', password: '' })],
    ['a digest for an unknown user', () => ({ ...digest(0, undefined, ''), username: 'nobody' })],
    ['a digest of another password', () => digest(0, undefined, 'oar')],
    ['a digest created too long ago', () => digest(-CREATED_TOLERANCE_MS - 1)],
    ['a digest created in the future', () => digest(CREATED_TOLERANCE_MS + 1)],
    [
      'a digest with another time than it was made with',
      () => ({ ...digest(), created: new Date(gateway.clock.now() + 1).toISOString() }),
    ],
    ['a digest with another nonce', () => ({ ...digest(), nonce: Buffer.from('another').toString('base64') })],
    ['a digest with an empty nonce', () => digest(0, Buffer.alloc(0))],
    ['the password itself as a digest', () => ({ ...digest(), password: PASSWORD })],
    ['a digest as the password', () => ({ ...digest(), passwordType: 'text' })],
  ])('is refused with %s', async (_what, token) => {
    expect(await codeOf(login(token()))).toBe('credentials_invalid');
  });

  test.each(['nonce', 'created'] as const)('is refused with a digest without %s', async (part) => {
    const { [part]: _, ...rest } = digest();
    expect(await codeOf(login(rest))).toBe('credentials_invalid');
  });

  test('shows a digest once', async () => {
    const token = digest();
    await login(token);
    expect(await codeOf(login(token))).toBe('credentials_invalid');
    await expect(login(digest(0, Buffer.from('a fresh nonce')))).resolves.toBeDefined();
  });

  test('shows a digest once, also when many try at once', async () => {
    const token = digest();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => login(token)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each<[string, (nonce: string) => string]>([
    ['a blank in it', (nonce) => `${nonce.slice(0, 4)} ${nonce.slice(4)}`],
    ['no padding', (nonce) => nonce.replace(/=+$/, '')],
    ['more padding', (nonce) => `${nonce}=`],
    ['what is not Base64 behind it', (nonce) => `${nonce}=!`],
  ])('shows a digest once, however its nonce is spelled: %s', async (_what, spell) => {
    const token = digest();
    await login(token);
    expect(await codeOf(login({ ...token, nonce: spell(token.nonce ?? '') }))).toBe('credentials_invalid');
  });

  test('shows a digest once, wherever nonce and time are cut apart', async () => {
    const token = digest(0, Buffer.from('a nonce that ends in a blank '));
    await login(token);
    const shifted = Buffer.from('a nonce that ends in a blank').toString('base64');
    expect(await codeOf(login({ ...token, nonce: shifted, created: ` ${token.created}` }))).toBe('credentials_invalid');
  });

  test('remembers a nonce as long as its digest could be shown', async () => {
    const token = digest(CREATED_TOLERANCE_MS);
    await login(token);
    gateway.clock.pass(NONCE_MEMORY_MS);
    expect(await codeOf(login(token))).toBe('credentials_invalid');
  });

  test('a nonce of one user says nothing about another', async () => {
    await gateway.services.credentials.addLogin({ shop: 'tea', user: 'shop', password: PASSWORD });
    await login(digest());
    await expect(login({ ...digest(), username: 'shop' })).resolves.toMatchObject({ credential: 'login:shop' });
  });

  test('can get a new password, and is stored encrypted', async () => {
    await gateway.services.credentials.addLogin({ shop: 'tea', user: 'erp', password: 'new' });
    expect(await codeOf(login(plain()))).toBe('credentials_invalid');
    await expect(login(plain({ password: 'new' }))).resolves.toBeDefined();
    const stored = await gateway.database.reader.read((stores) => stores.credentials.findLogin('erp'));
    expect(JSON.stringify(stored)).not.toContain('"new"');
  });

  test.each([
    ['request_invalid', 'user', { user: '' }],
    ['request_invalid', 'password', { password: '' }],
    ['request_invalid', 'password', { password: 'x'.repeat(101) }],
    ['shop_not_found', 'shop', { shop: 'coffee' }],
  ])('is not made, with %s for %s', async (code, field, more) => {
    const wish = { shop: 'tea', user: 'other', password: 'p', ...more };
    expect(await refusalOf(gateway.services.credentials.addLogin(wish))).toMatchObject({ code, field });
  });

  test('of another shop keeps its name and its password', async () => {
    await gateway.services.shops.add({ ...TEA_SHOP, code: 'coffee' });
    const wish = { shop: 'coffee', user: 'erp', password: 'mine' };
    expect(await codeOf(gateway.services.credentials.addLogin(wish))).toBe('reference_taken');
    await expect(login(plain())).resolves.toMatchObject({ shop: 'tea' });
  });
});

describe('a token', () => {
  const credentials = () => gateway.services.credentials;
  beforeEach(() => credentials().addLogin({ shop: 'tea', user: 'clerk', password: 'example-password' }));

  test('stands for the login it was issued to, for an hour', async () => {
    const { token, expiresInMs } = await credentials().issueToken('clerk', 'example-password');
    expect(expiresInMs).toBe(3_600_000);
    expect(await credentials().authenticateToken(token)).toMatchObject({ shop: 'tea', credential: 'login:clerk' });
    gateway.clock.pass(expiresInMs - 1);
    expect(await credentials().authenticateToken(token)).toMatchObject({ shop: 'tea' });
    gateway.clock.pass(1);
    expect(await codeOf(credentials().authenticateToken(token))).toBe('credentials_invalid');
  });

  test('is given to nobody who does not know the password, and no other token is good', async () => {
    expect(await codeOf(credentials().issueToken('clerk', 'guess'))).toBe('credentials_invalid');
    expect(await codeOf(credentials().issueToken('nobody', 'example-password'))).toBe('credentials_invalid');
    expect(await codeOf(credentials().authenticateToken('rgt_made-up'))).toBe('credentials_invalid');
  });
});

describe('the key of the day', () => {
  // 2026-01-05 in Warsaw; the key is the contract's own computed example.
  const KEY = '94677e412abb0c63d4285a57e834b24fe2e8d239';
  const MIDNIGHT = Date.parse('2026-01-05T00:00:00+01:00');
  const DAY_MS = 24 * 60 * 60 * 1000;
  const MINUTE_MS = 60_000;

  const answerAt = async (at: number, user = 'clerk', dayKey = KEY): Promise<string> => {
    gateway.clock.pass(at - gateway.clock.now());
    await gateway.services.credentials.addLogin({ shop: 'tea', user: 'clerk', password: 'example-password' });
    const { credentials } = gateway.services;
    return credentials.authenticateDayKey(user, dayKey).then(
      (principal) => principal.credential,
      () => 'refused',
    );
  };

  test.each([
    ['at noon', 12 * 60 * MINUTE_MS, 'login:clerk'],
    ['ten minutes before its day', -10 * MINUTE_MS, 'login:clerk'],
    ['earlier than that', -10 * MINUTE_MS - 1, 'refused'],
    ['just under ten minutes after its day', DAY_MS + 10 * MINUTE_MS - 1, 'login:clerk'],
    ['later than that', DAY_MS + 10 * MINUTE_MS, 'refused'],
  ])('%s', async (_when, afterMidnight, answer) => {
    expect(await answerAt(MIDNIGHT + afterMidnight)).toBe(answer);
  });

  test('is good in capitals too, and for nobody else', async () => {
    expect(await answerAt(MIDNIGHT, 'clerk', KEY.toUpperCase())).toBe('login:clerk');
    expect(await answerAt(MIDNIGHT, 'nobody')).toBe('refused');
    expect(await answerAt(MIDNIGHT, 'clerk', 'example-password')).toBe('refused');
  });
});
