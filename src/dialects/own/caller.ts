/** Who is calling, and under which idempotency key: made here for both doors, so that neither is easier to open. */
import type { Caller, Principal } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { UsernameToken } from '../../soap/username-token';

/** What a request carries besides its wish. Absent is undefined, so that both doors can hand over what they found. */
export interface Credentials {
  readonly requestId: string;
  /** The HTTP header Authorization. */
  readonly authorization: string | undefined;
  /** The HTTP header X-API-KEY. */
  readonly apiKey: string | undefined;
  /** A WS-Security login, where the protocol has it. */
  readonly usernameToken?: UsernameToken | undefined;
  /** The HTTP header Idempotency-Key. */
  readonly idempotencyKey: string | undefined;
  /** The same in a header block, for callers who cannot set HTTP headers. */
  readonly idempotencyKeyBlock?: string | undefined;
}

const BEARER = /^Bearer +(\S+)$/i;

export async function callerOf({ credentials }: Pick<Services, 'credentials'>, given: Credentials): Promise<Caller> {
  const idempotencyKey = sameKey(given.idempotencyKey, given.idempotencyKeyBlock);
  const principal = await authenticate(credentials, given);
  return { ...principal, requestId: given.requestId, ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** A key is asked for before a login: it stands for one program, and a stack may add a login to every message. */
function authenticate(credentials: Services['credentials'], given: Credentials): Promise<Principal> {
  const key = BEARER.exec(given.authorization ?? '')?.[1] ?? given.apiKey;
  if (key !== undefined) return credentials.authenticateKey(key);
  if (given.usernameToken) return credentials.authenticateLogin(given.usernameToken);
  throw new Refusal('credentials_missing', 'send Authorization: Bearer KEY, or X-API-KEY: KEY');
}

/** Two different keys cannot both be meant, and a guess would decide whether money moves twice. */
function sameKey(header: string | undefined, block: string | undefined): string | undefined {
  if (header !== undefined && block !== undefined && header !== block) {
    const message = 'the HTTP header Idempotency-Key and the header block IdempotencyKey must be the same';
    throw new Refusal('idempotency_key_invalid', message);
  }
  return header ?? block;
}
