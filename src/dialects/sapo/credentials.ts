/** Who is calling, in the ways this platform knows (contract, section 1): a private app's Basic login, or an access token. */
import type { Caller, Principal } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import { basicLogin } from '../../rest/basic-login';
import type { Services } from '../../services/services';

/** The older name, the current one, and that of the platform whose clients are used here too. */
export const TOKEN_HEADERS = ['X-Bizweb-Access-Token', 'X-Sapo-Access-Token', 'X-Shopify-Access-Token'] as const;

export interface Credentials {
  readonly requestId: string;
  readonly authorization?: string | undefined;
  /** The first of TOKEN_HEADERS that was sent. */
  readonly accessToken?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** What our API keys begin with; all else that is shown as a token is one. */
const API_KEY = /^rgw_/;

export async function callerOf({ credentials }: Services, given: Credentials): Promise<Caller> {
  const principal = await authenticate(credentials, given);
  const { requestId, idempotencyKey } = given;
  return { ...principal, requestId, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}

async function authenticate(service: Services['credentials'], given: Credentials): Promise<Principal> {
  const { accessToken } = given;
  if (accessToken !== undefined) {
    return API_KEY.test(accessToken) ? service.authenticateKey(accessToken) : service.authenticateToken(accessToken);
  }
  const login = basicLogin(given.authorization);
  if (!login) throw new Refusal('credentials_missing', `send Authorization: Basic, or ${TOKEN_HEADERS.join(' or ')}`);
  // A private app has a key and a secret, and our key is both: clients put it in either place.
  const key = [login.user, login.password].find((text) => API_KEY.test(text));
  if (key !== undefined) return service.authenticateKey(key);
  return service.authenticateLogin({ username: login.user, password: login.password, passwordType: 'text' });
}
