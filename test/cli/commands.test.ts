/** Shops, keys, logins and providers from the command line. */
import { SCOPES } from '../../src/domain/access';
import { CommandLine } from './command-line';

const SHOP = ['shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw'] as const;

let line: CommandLine;

beforeEach(() => {
  line = new CommandLine();
});
afterEach(() => line.remove());

test('the tables are brought up to date, and doing so again does no harm', async () => {
  expect(await line.json('migrate')).toEqual({ upToDate: true });
  expect(await line.json('migrate')).toEqual({ upToDate: true });
});

test('a shop is added once', async () => {
  expect(await line.json(...SHOP)).toEqual({ shop: 'MUGS' });
  expect(await line.run(...SHOP)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'refund-gateway: there is a shop MUGS already\n',
  });
});

test('settings of a shop are changed, those that are not named stay', async () => {
  await line.run(...SHOP);
  expect(await line.json('shop', 'set', 'MUGS', '--voucher-refunds', 'off')).toEqual({
    shop: 'MUGS',
    offersVouchers: false,
  });
  expect(await line.json('shop', 'set', 'MUGS', '--return-window', '30')).toEqual({
    shop: 'MUGS',
    returnWindowDays: 30,
  });
  expect(await line.json('shop', 'set', 'MUGS', '--accept-returns', 'off')).toEqual({
    shop: 'MUGS',
    acceptsReturns: false,
  });
  expect(await line.run('shop', 'set', 'MUGS')).toMatchObject({ code: 2 });
  expect(await line.run('shop', 'set', 'TEA', '--strategy', 'oldest_first')).toMatchObject({
    code: 1,
    stderr: 'refund-gateway: there is no shop TEA\n',
  });
});

test('a key is shown once, works for its shop and its scopes, and stops working when it is revoked', async () => {
  await line.json(...SHOP);
  const scopes = ['--scopes', 'orders:read, refunds:read', '--expires', '2999-12-31'];
  const { id, key } = await line.json<{ id: string; key: string }>(
    ...['key', 'add', '--shop', 'MUGS', '--name', 'erp', ...scopes],
  );
  expect(key).toMatch(/^rgw_/);
  await expect(line.withServices(({ credentials }) => credentials.authenticateKey(key))).resolves.toMatchObject({
    shop: 'MUGS',
    scopes: new Set(['orders:read', 'refunds:read']),
  });
  const listed = await line.run('key', 'list', '--shop', 'MUGS', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id, name: 'erp', expiresAt: '2999-12-31T00:00:00.000Z' }]);
  expect(listed.stdout).not.toContain('Hash');

  expect(await line.json('key', 'revoke', id)).toEqual({ id, revoked: true });
  await expect(line.withServices(({ credentials }) => credentials.authenticateKey(key))).rejects.toMatchObject({
    code: 'credentials_invalid',
  });
  expect((await line.run('key', 'list')).stdout).toContain('revoked');
});

test('a person is told that a key is shown only once', async () => {
  await line.json(...SHOP);
  const { stdout } = await line.run('key', 'add', '--shop', 'MUGS', '--name', 'erp');
  expect(stdout).toMatch(/^API key \w{8} of shop MUGS\. It is shown this once .*\nrgw_\S+\n$/);
});

test('a key without a list of scopes may do everything', async () => {
  await line.json(...SHOP);
  await line.json('key', 'add', '--shop', 'MUGS', '--name', 'erp');
  expect(await line.json('key', 'list')).toMatchObject([{ scopes: SCOPES }]);
});

test('a login gets a new password when it is added again', async () => {
  await line.json(...SHOP);
  for (const password of ['first', 'second']) {
    const answer = await line.json('login', 'add', '--shop', 'MUGS', '--user', 'erp', '--password', password);
    expect(answer).toEqual({ shop: 'MUGS', user: 'erp' });
  }
  const token = { username: 'erp', passwordType: 'text' } as const;
  await line.withServices(async ({ credentials }) => {
    await expect(credentials.authenticateLogin({ ...token, password: 'second' })).resolves.toMatchObject({
      shop: 'MUGS',
    });
    await expect(credentials.authenticateLogin({ ...token, password: 'first' })).rejects.toThrow();
  });
});

test('settings of a provider are stored, and can be read back by the server', async () => {
  await line.json(...SHOP);
  const file = line.file('settings.json', { delayMs: 5 });
  const answer = await line.json('provider', 'set', 'simulated', '--shop', 'MUGS', '--settings', file);
  expect(answer).toEqual({ shop: 'MUGS', provider: 'simulated' });
  const stored = await line.withServices(({ providers }) => providers.settingsOf('MUGS', 'simulated'));
  expect(stored).toEqual({ delayMs: 5 });
});

test.each([
  ['settings that the provider does not know', '{"speed":1}', /speed is not known here/],
  ['settings that are not JSON, without repeating them', '{"secret": hush}', /is not JSON$/],
])('refuses %s', async (_what, text, message) => {
  await line.json(...SHOP);
  const file = line.file('settings.json', text);
  const { code, stderr } = await line.run('provider', 'set', 'simulated', '--shop', 'MUGS', '--settings', file);
  expect({ code, message: stderr.trim() }).toEqual({ code: 1, message: expect.stringMatching(message) });
  expect(stderr).not.toContain('hush');
});

describe('one line on stderr, exit code', () => {
  beforeEach(() => line.json(...SHOP));

  const key = ['key', 'add', '--shop', 'MUGS', '--name', 'erp'];
  test.each([
    [2, 'a command that does not exist', ['shops'], /unknown command 'shops'/],
    [2, 'no command at all', [], /a command is missing/],
    [2, 'half a command', ['shop'], /a command is missing/],
    [2, 'an option that does not exist', ['migrate', '--fast'], /unknown option '--fast'/],
    [2, 'an argument too many', ['migrate', 'now'], /too many arguments/],
    [2, 'an option that is missing', ['key', 'add', '--shop', 'MUGS'], /'--name <NAME>' not specified/],
    [2, 'a day that no calendar has', [...key, '--expires', '2999-02-30'], /must be a date such as/],
    [2, 'a day that is over', [...key, '--expires', '2001-01-01'], /must lie in the future/],
    [2, 'a scope that does not exist', [...key, '--scopes', 'orders:eat'], /"orders:eat" is not one of orders:read/],
    [
      2,
      'a currency that does not exist',
      [...SHOP.slice(0, 4), 'PLX', '--timezone', 'UTC'],
      /"PLX" is not an ISO 4217/,
    ],
    [2, 'a time zone that does not exist', [...SHOP.slice(0, 6), 'Mars/Base'], /must be an IANA name/],
    [2, 'a strategy that does not exist', [...SHOP, '--strategy', 'random'], /Allowed choices are largest_first/],
    [2, 'days that are not a number', [...SHOP, '--return-window', 'two'], /must be a whole number of days/],
    [1, 'a shop that does not exist', ['key', 'add', '--shop', 'TEA', '--name', 'erp'], /there is no shop TEA/],
    [1, 'a key that does not exist', ['key', 'revoke', 'abc'], /there is no key abc/],
    [1, 'a file that does not exist', ['import', 'none.json', '--shop', 'MUGS'], /none.json cannot be read \(ENOENT\)/],
  ])('%d for %s', async (code, _what, argv, message) => {
    const said = await line.run(...argv);
    expect({ ...said, stderr: '' }).toEqual({ code, stdout: '', stderr: '' });
    expect(said.stderr).toMatch(/^refund-gateway: [^\n]+\n$/);
    expect(said.stderr).toMatch(message);
  });

  test('2 for a provider that we cannot ask', async () => {
    const file = line.file('settings.json', '{}');
    const { code, stderr } = await line.run('provider', 'set', 'x', '--shop', 'MUGS', '--settings', file);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'refund-gateway: provider must be one of simulated, stripe\n',
    });
  });
});
