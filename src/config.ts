/** The environment, read once into one frozen value. A wrong value stops the start with a line that names it. */
import type { SapoSettings } from './dialects/sapo/settings';
import type { SkyhubSettings } from './dialects/skyhub/settings';
import { methodWord } from './domain/refund-form';
import { DATABASE_URL_FORMS, readDatabaseUrl, type DatabaseUrl } from './persistence/database-url';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_FORMATS = ['pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];
export type Role = 'api' | 'worker';

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Address used in WSDLs and links; absent: what the caller used. */
  readonly publicUrl?: string;
  readonly roles: ReadonlySet<Role>;
  /** 32 bytes that encrypt stored passwords and provider credentials; absent: a key file beside the database (SQLite). */
  readonly secretsKey?: Buffer;
  /** Proves requests and users of laets' clients; absent: signatures are not looked at, and nobody signs on. */
  readonly laetsAppSecret?: string;
  /** Whether requests of laets' clients must be signed with that secret. */
  readonly laetsSigned: boolean;
  /** How long laets' clients are kept waiting for what becomes of a refund, where they ask for it. */
  readonly laetsSyncSeconds: number;
  /** What reasons of laets' returns mean in this deployment, by their number. */
  readonly laetsReasons: ReadonlyMap<number, string>;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  /** What SkyHub's clients meet. */
  readonly skyhub: SkyhubSettings;
  /** What Sapo's clients meet. */
  readonly sapo: SapoSettings;
}

/** Tells what a variable may be; the message is for the person who starts the gateway. */
export class ConfigProblem extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** One row a variable, for `--help` and the README: name, default, meaning. */
export const VARIABLES: readonly (readonly [name: string, fallback: string, meaning: string])[] = [
  ['PORT', '3000', 'port to listen on, 0 to 65535; 0 takes any free one'],
  ['HOST', '127.0.0.1', 'address to listen on'],
  ['DATABASE_URL', 'sqlite:data/refunds.sqlite', 'sqlite:FILE, sqlite::memory:, better-sqlite:FILE or postgres://...'],
  ['PUBLIC_URL', 'what the caller used', 'http(s) address used in WSDLs and links'],
  ['ROLES', 'api,worker', 'what this process does: api, worker or both'],
  [
    'SECRETS_KEY',
    'a key file beside the database',
    '32 bytes in base64; encrypts stored passwords and credentials; PostgreSQL needs it, the same for every instance',
  ],
  ['LAETS_APP_SECRET', 'absent', "the secret of laets' application: its users can sign on with it"],
  [
    'LAETS_SIGNATURES',
    'required where LAETS_APP_SECRET is set',
    "required or ignored: whether laets' requests must be signed with that secret",
  ],
  ['LAETS_SYNC_SECONDS', '10', "how long a refund of laets' clients with sync waits for its outcome, 0 to 60"],
  ['LAETS_REASONS', 'none', "words for the reasons of laets' returns, such as 6=Broken;7=Changed my mind"],
  ['LOG_LEVEL', 'info', LOG_LEVELS.join(', ')],
  ['LOG_FORMAT', 'pretty on a terminal, else json', LOG_FORMATS.join(', ')],
  ['SKYHUB_PACING', 'off', 'on: an account has one call in a second for each endpoint and method below /sac'],
  ['SKYHUB_PUT', 'on', "off: SkyHub's clients cannot withdraw an instance or choose its refund forms anew"],
  ['SKYHUB_CAUSES', 'every one', 'the causes of instances that are taken, such as ARP/183,ARP/184'],
  ['SKYHUB_FORMS', 'the method in capitals', "SkyHub's ids of payment methods, such as boleto=BANK_SLIP,pix=INSTANT"],
  ['SAPO_MONEY', 'number', "text: Sapo's clients are told amounts as text, and only the keys of the documents of 2015"],
  [
    'SAPO_PACING',
    'off',
    "on: each credential of Sapo's clients has a bucket of 40 calls, of which 2 run out in a second",
  ],
  ['SAPO_CALCULATE', 'on', "off: Sapo's clients cannot ask what a refund could be of"],
  ['FAILPOINT', 'absent', 'must stay absent: names where a gateway under test kills itself'],
];

function problem(name: string, expected: string): never {
  throw new ConfigProblem(`${name} must be ${expected}`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  return found ?? problem(name, `one of ${allowed.join(', ')}`);
}

function readPort(text: string): number {
  const port = Number(text);
  const fits = /^\d{1,5}$/.test(text) && port <= 65535;
  return fits ? port : problem('PORT', 'a whole number from 0 to 65535');
}

/** The text is not repeated: it may hold a password. */
function requireDatabaseUrl(text: string): DatabaseUrl {
  return readDatabaseUrl(text) ?? problem('DATABASE_URL', DATABASE_URL_FORMS);
}

/** Some clients of laets' sign what they send, and others cannot. */
function readSigned(secret: string | undefined, text: string | undefined): boolean {
  const signatures = oneOf('LAETS_SIGNATURES', text ?? (secret === undefined ? 'ignored' : 'required'), [
    'required',
    'ignored',
  ] as const);
  if (signatures === 'required' && secret === undefined) {
    problem('LAETS_SIGNATURES', 'ignored where LAETS_APP_SECRET is absent');
  }
  return signatures === 'required';
}

/** As long as the platform's own are at least; a short one could be found by trying. */
const SHORTEST_SECRET = 12;

function requireSecret(name: string, text: string): string {
  return text.length >= SHORTEST_SECRET ? text : problem(name, `at least ${SHORTEST_SECRET} characters`);
}

/** Longer than this, clients and what is between them and us give up by themselves. */
const LONGEST_SYNC_SECONDS = 60;

function readSyncSeconds(text: string): number {
  const fits = /^\d{1,2}$/.test(text) && Number(text) <= LONGEST_SYNC_SECONDS;
  return fits ? Number(text) : problem('LAETS_SYNC_SECONDS', `a whole number from 0 to ${LONGEST_SYNC_SECONDS}`);
}

const REASON = /^([1-9]\d{0,14})=\s*(\S.{0,199})$/;

/** A number twice would leave it to chance what a buyer is told. */
function readReasons(text: string | undefined): ReadonlyMap<number, string> {
  const pairs = (text?.split(';') ?? []).map((pair) => REASON.exec(pair.trim()) ?? []);
  const reasons = new Map(pairs.map(([, number, words = '']) => [Number(number), words]));
  if (reasons.size === pairs.length && [...reasons.values()].every((words) => words !== '')) return reasons;
  return problem('LAETS_REASONS', 'pairs NUMBER=WORDS with semicolons between them, each number once');
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits = url && ['http:', 'https:'].includes(url.protocol) && url.search === '' && url.hash === '';
  return fits ? url.href.replace(/\/$/, '') : problem('PUBLIC_URL', 'an http or https address without a query');
}

function readRoles(text: string): ReadonlySet<Role> {
  const roles = text.split(',').map((word) => oneOf('ROLES', word.trim(), ['api', 'worker'] as const));
  return new Set(roles);
}

function readSecretsKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 && /^[A-Za-z0-9+/_-]+=*$/.test(text) ? key : problem('SECRETS_KEY', '32 bytes in base64');
}

const SWITCH = ['off', 'on'] as const;
/** What commas and slashes part; ids are otherwise whatever the platform calls its causes. */
const CAUSE = /^[^/,]+\/[^/,]+$/;
const FORM = /^([\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)*)=([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)$/u;
/** Methods whose ids the platform's documents have: they keep them. */
const KEPT_FORMS: readonly string[] = ['card', 'voucher'];
/** Ids that mean a method of every shop, until it is given another one. */
const GIVEN_FORMS: ReadonlyMap<string, string> = new Map([
  ['CREDIT_CARD', 'card'],
  ['VOUCHER', 'voucher'],
  ['CASH', 'cash'],
  ['BANK_TRANSFER', 'bank_transfer'],
  ['CUSTOMER_BALANCE', 'customer_balance'],
]);

function readSkyhub(text: (name: string) => string | undefined): SkyhubSettings {
  const causes = text('SKYHUB_CAUSES');
  return Object.freeze({
    pacing: oneOf('SKYHUB_PACING', text('SKYHUB_PACING') ?? 'off', SWITCH) === 'on',
    put: oneOf('SKYHUB_PUT', text('SKYHUB_PUT') ?? 'on', SWITCH) === 'on',
    ...(causes === undefined ? {} : { causes: readCauses(causes) }),
    forms: readForms(text('SKYHUB_FORMS')),
  });
}

function readSapo(text: (name: string) => string | undefined): SapoSettings {
  return Object.freeze({
    money: oneOf('SAPO_MONEY', text('SAPO_MONEY') ?? 'number', ['number', 'text'] as const),
    pacing: oneOf('SAPO_PACING', text('SAPO_PACING') ?? 'off', SWITCH) === 'on',
    calculate: oneOf('SAPO_CALCULATE', text('SAPO_CALCULATE') ?? 'on', SWITCH) === 'on',
  });
}

function readCauses(text: string): ReadonlySet<string> {
  const causes = text.split(',').map((word) => word.trim());
  if (causes.every((word) => CAUSE.test(word))) return new Set(causes);
  return problem('SKYHUB_CAUSES', 'pairs CAUSE/REASON with commas between them');
}

/** An id twice, or one that means another method, would let a customer choose what he did not mean. */
function readForms(text: string | undefined): ReadonlyMap<string, string> {
  const pairs = (text?.split(',') ?? []).map((word) => FORM.exec(word.trim()) ?? []);
  // A method has one word, however it is spelled: under another one nothing would ever be looked up.
  const forms = new Map(pairs.map(([, method = '', id = '']) => [methodWord(method), id]));
  const fits =
    pairs.every(({ length }) => length > 0) &&
    forms.size === pairs.length &&
    new Set(forms.values()).size === pairs.length &&
    [...forms.keys()].every((method) => !KEPT_FORMS.includes(method)) &&
    [...forms].every(([method, id]) => [undefined, method].includes(givenIn(forms, id)));
  if (fits) return forms;
  return problem('SKYHUB_FORMS', 'pairs method=ID with commas between them, each method and each new ID once');
}

/** The method that the id means without being told so; undefined where it means none, or the method has another id now. */
function givenIn(forms: ReadonlyMap<string, string>, id: string): string | undefined {
  const method = GIVEN_FORMS.get(id);
  return method === undefined || (forms.has(method) && forms.get(method) !== id) ? undefined : method;
}

/** A server has no file to keep a key beside, and each instance making its own could not read what the others sealed. */
function secretsKeyFor(database: DatabaseUrl, text: string | undefined): Buffer | undefined {
  if (text !== undefined) return readSecretsKey(text);
  if (database.kind !== 'postgres') return undefined;
  return problem(
    'SECRETS_KEY',
    'set when DATABASE_URL is postgres://...: 32 bytes in base64, such as openssl rand -base64 32 makes',
  );
}

/** Nothing here would heed it. Whoever set it believes to run a test, on what may be somebody's money. */
function refuseFailpoint(text: string | undefined): void {
  if (text !== undefined) problem('FAILPOINT', 'absent: a gateway that kills itself is for tests only');
}

/** Reads the environment; refuses with a ConfigProblem. An empty variable counts as absent. */
export function readConfig(environment: Environment, onTerminal: boolean): Config {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  refuseFailpoint(text('FAILPOINT'));
  const publicUrl = text('PUBLIC_URL');
  const databaseUrl = text('DATABASE_URL') ?? 'sqlite:data/refunds.sqlite';
  const secretsKey = secretsKeyFor(requireDatabaseUrl(databaseUrl), text('SECRETS_KEY'));
  const laetsAppSecret = text('LAETS_APP_SECRET');
  return Object.freeze({
    port: readPort(text('PORT') ?? '3000'),
    host: text('HOST') ?? '127.0.0.1',
    databaseUrl,
    ...(publicUrl === undefined ? {} : { publicUrl: readPublicUrl(publicUrl) }),
    roles: readRoles(text('ROLES') ?? 'api,worker'),
    ...(secretsKey === undefined ? {} : { secretsKey }),
    laetsSigned: readSigned(laetsAppSecret, text('LAETS_SIGNATURES')),
    laetsSyncSeconds: readSyncSeconds(text('LAETS_SYNC_SECONDS') ?? '10'),
    laetsReasons: readReasons(text('LAETS_REASONS')),
    ...(laetsAppSecret === undefined ? {} : { laetsAppSecret: requireSecret('LAETS_APP_SECRET', laetsAppSecret) }),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    logFormat: oneOf('LOG_FORMAT', text('LOG_FORMAT') ?? (onTerminal ? 'pretty' : 'json'), LOG_FORMATS),
    skyhub: readSkyhub(text),
    sapo: readSapo(text),
  });
}

/** The configuration of this process. The only place that reads `process.env`. */
export function processConfig(): Config {
  return readConfig(process.env, process.stdout.isTTY);
}
