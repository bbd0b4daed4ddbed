/** `npm start` as whoever runs the gateway meets it: what stops the start, and how it ends. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { BuiltProgram } from './built-program';

const program = new BuiltProgram();
afterAll(() => program.remove());

const MEMORY = { DATABASE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' };

test.each([
  ['PORT', 'high', 'a whole number from 0 to 65535'],
  ['PORT', '65536', 'a whole number from 0 to 65535'],
  ['ROLES', 'api,cook', 'one of api, worker'],
  ['DATABASE_URL', 'mysql://127.0.0.1/shop', 'sqlite:FILE'],
  ['PUBLIC_URL', 'ftp://shop.example', 'an http or https address without a query'],
  ['SECRETS_KEY', 'c2hvcnQ=', '32 bytes in base64'],
  ['LAETS_SIGNATURES', 'required', 'ignored where LAETS_APP_SECRET is absent'],
  ['LAETS_APP_SECRET', 'short', 'at least 12 characters'],
  ['LAETS_SYNC_SECONDS', '61', 'a whole number from 0 to 60'],
  ['LAETS_REASONS', '6', 'pairs NUMBER=WORDS'],
  ['LOG_LEVEL', 'loud', 'one of fatal, error'],
  ['LOG_FORMAT', 'xml', 'one of pretty, json'],
  ['SKYHUB_PACING', 'yes', 'one of off, on'],
  ['SKYHUB_PUT', 'no', 'one of off, on'],
  ['SKYHUB_CAUSES', 'ARP,183', 'pairs CAUSE/REASON'],
  ['SKYHUB_FORMS', 'pix=VOUCHER', 'pairs method=ID'],
  ['SAPO_MONEY', 'numbers', 'one of number, text'],
  ['SAPO_PACING', 'yes', 'one of off, on'],
  ['SAPO_CALCULATE', 'no', 'one of off, on'],
  ['FAILPOINT', 'add.reserved:1', 'absent'],
])('a wrong %s (%s) stops the start with one line that says what it may be', async (name, value, expected) => {
  const { code, stdout, stderr } = await program.run('main', [], { ...MEMORY, [name]: value });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^refund-gateway: [^\n]+\n$/);
  expect(stderr).toContain(`${name} must be ${expected}`);
});

test('a port that is taken stops the start with one line that names it', async () => {
  const taken: Server = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  try {
    expect(await program.run('main', [], { ...MEMORY, PORT: String(port) })).toEqual({
      code: 1,
      stdout: '',
      stderr: `refund-gateway: port ${port} on 127.0.0.1 is taken; choose another with PORT\n`,
    });
  } finally {
    taken.close();
  }
});

test('a file that is no database stops the start with one line', async () => {
  const file = program.file('notes.txt', 'This is no database, and it stays as it is.'.repeat(50));
  const { code, stdout, stderr } = await program.run('main', [], { ...MEMORY, DATABASE_URL: `sqlite:${file}` });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^refund-gateway: cannot use the database [^\n]+ is not a SQLite database\n$/);
});

test('it prints its address when it is ready, and SIGTERM ends it with 0', async () => {
  const child = program.start('main', [], MEMORY);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const [, address] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line)) ?? [];
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('a process that is only a worker answers for its health and for nothing else', async () => {
  const child = program.start('main', [], { ...MEMORY, ROLES: 'worker' });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const address = String(line).trim().replace('listening on ', '');
  const statusOf = async (path: string): Promise<number> => (await fetch(`${address}${path}`)).status;
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/rest/v1/orders')).toBe(404);
  expect(await statusOf('/soap/v1?wsdl')).toBe(404);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});
