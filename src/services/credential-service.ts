/** Who is calling. API keys are stored hashed; logins encrypted, since digests can only be checked against clear text. */
import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ALL_SCOPES, SCOPES, type Principal } from '../domain/access';
import { Refusal } from '../domain/refusal';
import type { ApiKeyRecord, Clock, LoginRecord, Reader, Sealer, UnitOfWork } from './ports';
import { dayKeyOf, daysAround } from './day-key';
import { shopOf } from './shop-service';

/** A WS-Security UsernameToken as it came in. */
export interface UsernameToken {
  readonly username: string;
  /** The clear password, or Base64(SHA-1(nonce + created + password)). */
  readonly password: string;
  readonly passwordType: 'text' | 'digest';
  /** Base64. */
  readonly nonce?: string;
  /** ISO 8601. */
  readonly created?: string;
  /** The shop that the caller says it speaks for, on platforms where it says so. */
  readonly shop?: string;
}

/** How far `Created` of a digest may be from our clock. */
export const CREATED_TOLERANCE_MS = 5 * 60 * 1000;
/** How long a token is good (IdoSell's clients are told 3600 s, and every other platform of this kind does the same). */
const TOKEN_LIFE_MS = 60 * 60 * 1000;
/** How long a nonce is remembered: the whole window in which its digest could be shown again. */
export const NONCE_MEMORY_MS = 2 * CREATED_TOLERANCE_MS;

const KEY = /^rgw_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;
const ID_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

const hexOf = (text: string): string => sha256(text).toString('hex');
const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');
/** Compares over hashes of equal length: neither the place nor the length of a difference shows in the time it takes. */
const equal = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

export class CredentialService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The principal of an API key. Refuses unknown, revoked and expired keys alike. */
  async authenticateKey(key: string): Promise<Principal> {
    const [, id = '', secret = ''] = KEY.exec(key) ?? [];
    const record = await this.reader.read((stores) => stores.credentials.findKey(id));
    const right = timingSafeEqual(sha256(secret), Buffer.from(record?.secretHash ?? sha256('').toString('hex'), 'hex'));
    if (!record || !right || record.revokedAt !== undefined || this.expired(record)) throw wrong();
    return principal(record.shop, `key:${record.id}`, record.name, record.scopes);
  }

  /** The principal of a login. A digest is good once, and only near the time it was made. */
  async authenticateLogin(token: UsernameToken): Promise<Principal> {
    const record = await this.reader.read((stores) => stores.credentials.findLogin(token.username));
    const password = record ? this.sealer.open(record.sealedPassword) : '';
    const right = token.passwordType === 'text' ? equal(token.password, password) : this.digestFits(token, password);
    const speaksForIt = token.shop === undefined || token.shop === record?.shop;
    if (!record || !right || !speaksForIt) throw wrong();
    if (token.passwordType === 'digest') await this.useNonce(token);
    return principalOf(record);
  }

  /** A token that stands for this login until it expires. Its text is told once and never stored. */
  async issueToken(user: string, password: string): Promise<{ token: string; expiresInMs: number }> {
    await this.authenticateLogin({ username: user, password, passwordType: 'text' });
    const token = `rgt_${randomBytes(32).toString('base64url')}`;
    const now = this.clock.now();
    await this.work.run(({ credentials }) => credentials.addToken(hexOf(token), user, now + TOKEN_LIFE_MS, now));
    return { token, expiresInMs: TOKEN_LIFE_MS };
  }

  /** The principal of the login that a token stands for. */
  async authenticateToken(token: string): Promise<Principal> {
    const now = this.clock.now();
    const record = await this.reader.read((stores) => stores.credentials.findLoginByToken(hexOf(token), now));
    if (!record) throw wrong();
    return principalOf(record);
  }

  /** Whom a text proves by itself: an API key or a token. Undefined for what has the form of none, such as a password. */
  async findBearer(text: string): Promise<Principal | undefined> {
    const [form] = /^rg[wtu]_/.exec(text) ?? [];
    if (form === undefined) return undefined;
    if (form === 'rgw_') return this.authenticateKey(text);
    return form === 'rgt_' ? this.authenticateToken(text) : this.authenticateUser(text);
  }

  /**
   * A token that says who somebody is, for an hour, on the word of the shop's application. It carries no scope: the gateway does not
   * know what belongs to whom. Nothing is stored: the token is sealed. Undefined where there is no such shop.
   */
  async introduce(shop: string, email: string): Promise<{ principal: Principal; token: string } | undefined> {
    if (!(await this.reader.read((stores) => stores.shops.find(shop)))) return undefined;
    const until = this.clock.now() + TOKEN_LIFE_MS;
    const sealed = this.sealer.seal(JSON.stringify({ use: USER_TOKEN, shop, email, until } satisfies Introduction));
    return { principal: userOf({ shop, email }), token: `rgu_${Buffer.from(sealed).toString('base64url')}` };
  }

  private authenticateUser(token: string): Principal {
    const found = this.introductionIn(Buffer.from(token.slice('rgu_'.length), 'base64url').toString());
    if (found?.use !== USER_TOKEN || found.until <= this.clock.now()) throw wrong();
    return userOf(found);
  }

  private introductionIn(sealed: string): Introduction | undefined {
    try {
      return JSON.parse(this.sealer.open(sealed)) as Introduction;
    } catch {
      // Somebody made it up, or another gateway sealed it.
      return undefined;
    }
  }

  /** The principal of a login that shows the key of the day, which is made of the shop's date and the password. */
  async authenticateDayKey(user: string, dayKey: string): Promise<Principal> {
    const { login, shop } = await this.reader.read(async (stores) => {
      const found = await stores.credentials.findLogin(user);
      // Looked for even where there is no login: the time it takes is the same for a name that nobody has.
      return { login: found, shop: await stores.shops.find(found?.shop ?? '') };
    });
    const password = login ? this.sealer.open(login.sealedPassword) : '';
    const days = daysAround(this.clock.now(), shop?.timezone ?? 'UTC');
    // Every day is tried, so that the time it takes says nothing about which one fits.
    const right = days.map((day) => equal(dayKey.toLowerCase(), dayKeyOf(day, password))).includes(true);
    if (!login || !right) throw wrong();
    return principalOf(login);
  }

  /** Makes a key; its text is shown once and never stored. */
  async addKey(wish: {
    readonly shop: string;
    readonly name: string;
    readonly scopes?: readonly string[];
    /** Epoch milliseconds. */
    readonly expiresAt?: number;
  }): Promise<{ id: string; key: string }> {
    const { shop, name, scopes = SCOPES, expiresAt } = wish;
    const now = this.clock.now();
    if (name.length === 0 || name.length > 100) {
      throw new Refusal('request_invalid', 'name must have 1 to 100 characters', 'name');
    }
    requireScopes(scopes);
    if (expiresAt !== undefined && expiresAt <= now) {
      throw new Refusal('request_invalid', 'expires must lie in the future', 'expires');
    }
    const id = Array.from(randomBytes(8), (byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('');
    const secret = randomBytes(32).toString('base64url');
    const secretHash = sha256(secret).toString('hex');
    const record = { id, shop, name, secretHash, scopes, createdAt: now, ...(expiresAt ? { expiresAt } : {}) };
    await this.work.run(async (stores) => {
      await shopOf(stores, shop);
      await stores.credentials.addKey(record);
    });
    return { id, key: `rgw_${id}_${secret}` };
  }

  async listKeys(shop?: string): Promise<ApiKeyRecord[]> {
    return this.reader.read((stores) => stores.credentials.listKeys(shop));
  }

  async revokeKey(id: string): Promise<void> {
    const found = await this.work.run((stores) => stores.credentials.revokeKey(id, this.clock.now()));
    if (!found) throw new Refusal('credential_not_found', `there is no key ${id}`, 'id');
  }

  /** Adds a login, or gives it a new password. */
  async addLogin(wish: { readonly shop: string; readonly user: string; readonly password: string }): Promise<void> {
    const { shop, user, password } = wish;
    for (const field of ['user', 'password'] as const) {
      if (wish[field].length === 0 || wish[field].length > 100) {
        throw new Refusal('request_invalid', `${field} must have 1 to 100 characters`, field);
      }
    }
    const sealedPassword = this.sealer.seal(password);
    const login: LoginRecord = { shop, user, sealedPassword, scopes: SCOPES, createdAt: this.clock.now() };
    await this.work.run(async (stores) => {
      await shopOf(stores, shop);
      await stores.credentials.putLogin(login);
    });
  }

  private expired({ expiresAt }: ApiKeyRecord): boolean {
    return expiresAt !== undefined && expiresAt <= this.clock.now();
  }

  private digestFits({ password: digest, nonce = '', created = '' }: UsernameToken, password: string): boolean {
    const made = createHash('sha1')
      .update(Buffer.from(nonce, 'base64'))
      .update(created)
      .update(password)
      .digest('base64');
    const offMs = Math.abs(this.clock.now() - Date.parse(created));
    return equal(digest, made) && nonce !== '' && offMs <= CREATED_TOLERANCE_MS;
  }

  private async useNonce({ username, nonce = '' }: UsernameToken): Promise<void> {
    const now = this.clock.now();
    // By its bytes, which the digest is made of: Base64 spells the same bytes in many ways.
    const bytes = Buffer.from(nonce, 'base64').toString('base64');
    const fresh = await this.work.run((stores) =>
      stores.credentials.useNonce(`${username} ${bytes}`, now + NONCE_MEMORY_MS, now),
    );
    if (!fresh) throw wrong();
  }
}

/** Other texts are sealed with the same key; this one says what it is. */
const USER_TOKEN = 'user token';

interface Introduction {
  readonly use: typeof USER_TOKEN;
  readonly shop: string;
  readonly email: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

function userOf({ shop, email }: Pick<Introduction, 'shop' | 'email'>): Principal {
  return { shop, credential: `user:${email}`, name: email, email, scopes: new Set() };
}

/** One refusal for everything that is wrong with a credential: which part it was is nobody's business. */
function wrong(): Refusal {
  return new Refusal('credentials_invalid', 'the credentials are unknown, wrong, expired or revoked');
}

function requireScopes(scopes: readonly string[]): void {
  for (const scope of scopes) {
    if (!ALL_SCOPES.some((known) => known === scope)) {
      throw new Refusal('request_invalid', `scopes: "${scope}" is not one of ${ALL_SCOPES.join(', ')}`, 'scopes');
    }
  }
}

function principalOf({ shop, user, scopes }: LoginRecord): Principal {
  return principal(shop, `login:${user}`, user, scopes);
}

function principal(shop: string, credential: string, name: string, scopes: readonly string[]): Principal {
  return { shop, credential, name, scopes: new Set(ALL_SCOPES.filter((scope) => scopes.includes(scope))) };
}
