/**
 * Who is calling: `Authorization: IcebergAccessToken USER:TOKEN`, and nothing else (contract, section 1; choice LAETS-1). The token is
 * one of our API keys, an access token, what single sign-on gave, or the password of the user's login. Without a user it is
 * `anonymous:SHOP:TOKEN`.
 */
import type { Caller, Principal } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';

export interface Credentials {
  readonly requestId: string;
  readonly authorization?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

const SCHEME = /^IcebergAccessToken +([^:]+):(.+)$/is;
const ANONYMOUS = /^anonymous$/i;
const NAMESPACE = /^([^:]*):(.+)$/s;

export async function callerOf({ credentials }: Services, given: Credentials): Promise<Caller> {
  const [, user, token] = SCHEME.exec(utf8Of(given.authorization ?? '')) ?? [];
  if (user === undefined || token === undefined) {
    throw new Refusal('credentials_missing', 'send Authorization: IcebergAccessToken USER:TOKEN');
  }
  const principal = await (ANONYMOUS.test(user) ? anonymous(credentials, token) : known(credentials, user, token));
  const { requestId, idempotencyKey } = given;
  return { ...principal, requestId, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}

async function known(service: Services['credentials'], user: string, token: string): Promise<Principal> {
  const found = await service.findBearer(token);
  if (!found) return service.authenticateLogin({ username: user, password: token, passwordType: 'text' });
  // A login's token is good for that login; the name of a key is nobody's user name.
  if (found.credential.startsWith('login:') && found.name !== user) throw wrong();
  return found;
}

async function anonymous(service: Services['credentials'], text: string): Promise<Principal> {
  const [, namespace, token = ''] = NAMESPACE.exec(text) ?? [];
  const found = await service.findBearer(token);
  if (!found || found.shop !== namespace) throw wrong();
  return found;
}

function wrong(): Refusal {
  return new Refusal('credentials_invalid', 'the credentials are unknown, wrong, expired or revoked');
}

/** Node hands headers over byte by byte; names and passwords are UTF-8 unless they cannot be. */
function utf8Of(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : header;
}
