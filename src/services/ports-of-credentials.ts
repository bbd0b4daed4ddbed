/** What the services keep about credentials: never a secret that could be used again, but sealed passwords. */

export interface ApiKeyRecord {
  readonly id: string;
  readonly shop: string;
  readonly name: string;
  /** SHA-256 of the secret: the secret has full entropy, so no slow hash is needed. */
  readonly secretHash: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly revokedAt?: number;
}

export interface LoginRecord {
  readonly shop: string;
  readonly user: string;
  /** The password, encrypted: WS-Security digests and day keys can only be checked against the clear text. */
  readonly sealedPassword: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
}

export interface CredentialReads {
  findKey(id: string): Promise<ApiKeyRecord | undefined>;
  listKeys(shop?: string): Promise<ApiKeyRecord[]>;
  findLogin(user: string): Promise<LoginRecord | undefined>;
  /** The login that a token stands for; undefined once the token has expired. */
  findLoginByToken(tokenHash: string, now: number): Promise<LoginRecord | undefined>;
}

export interface CredentialStore extends CredentialReads {
  addKey(key: ApiKeyRecord): Promise<void>;
  /** False when there is no such key. */
  revokeKey(id: string, at: number): Promise<boolean>;
  /** Adds a login, or gives one of the same shop a new password. Refuses with `reference_taken` another shop's name. */
  putLogin(login: LoginRecord): Promise<void>;
  /** Adds a token of a login; forgets tokens that expired before `now`. */
  addToken(tokenHash: string, user: string, expiresAt: number, now: number): Promise<void>;
  /** False when this nonce was seen before and is not yet forgotten; forgets nonces older than `now`. */
  useNonce(nonce: string, until: number, now: number): Promise<boolean>;
}
