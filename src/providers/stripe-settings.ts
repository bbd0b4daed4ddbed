/** What `provider set stripe` stores for a shop. Problems name a setting and never repeat its value: most are secrets. */
import { isObject } from './json-object';

export interface StripeSettings {
  readonly secretKey: string;
  /** Signs the webhooks of the shop. Absent: none is taken. */
  readonly webhookSecret?: string;
  /** Where Stripe is; another place is for tests. */
  readonly baseUrl: string;
  /** How long one question may take, all pages of a list together. */
  readonly timeoutMs: number;
}

const DEFAULTS = { baseUrl: 'https://api.stripe.com', timeoutMs: 20_000 } as const;
/** The longest wait stays below the limit of the worker, whose cut tells less than our own end. */
export const TIMEOUT_MS = { least: 100, most: 25_000 } as const;

const SECRET_KEY = /^[sr]k_[!-~]{8,250}$/;
const WEBHOOK_SECRET = /^whsec_[!-~]{16,250}$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

type Check = readonly [fits: (value: unknown) => boolean, right: string];

const CHECKS: Readonly<Record<keyof StripeSettings, Check>> = {
  secretKey: [(value) => matches(SECRET_KEY, value), 'a secret (sk_...) or restricted (rk_...) key of Stripe'],
  webhookSecret: [(value) => value === undefined || matches(WEBHOOK_SECRET, value), 'the signing secret (whsec_...)'],
  baseUrl: [
    (value) => value === undefined || isSafeAddress(value),
    'an https address without a path, or an http one on this machine',
  ],
  timeoutMs: [
    (value) => value === undefined || isWholeWithin(value, TIMEOUT_MS),
    `a whole number of milliseconds from ${TIMEOUT_MS.least} to ${TIMEOUT_MS.most}`,
  ],
};

/** Says what is wrong with settings, or nothing. */
export function settingsProblem(settings: unknown): string | undefined {
  if (!isObject(settings)) return 'must be a JSON object';
  const stranger = Object.keys(settings).find((name) => !Object.hasOwn(CHECKS, name));
  if (stranger !== undefined) return `${stranger} is not known here`;
  for (const [name, [fits, right]] of Object.entries(CHECKS)) {
    if (!fits(settings[name])) return `${name} must be ${right}`;
  }
  return undefined;
}

/** The settings with their defaults; undefined when there are none that we could work with. */
export function readSettings(settings: unknown): StripeSettings | undefined {
  if (settingsProblem(settings) !== undefined) return undefined;
  return { ...DEFAULTS, ...(settings as Pick<StripeSettings, 'secretKey'> & Partial<StripeSettings>) };
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isWholeWithin(value: unknown, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** The secret key goes wherever this points: over TLS, or nowhere beyond this machine. */
function isSafeAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(value);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) return false;
  return pathname === '/' && `${username}${password}${search}${hash}` === '';
}
