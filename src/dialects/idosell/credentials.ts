/** Who is calling, in the ways this platform knows (contract, sections 1 and 5; choices IDO-19 and IDO-20). */
import type { Caller, Principal } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';

export interface Credentials {
  readonly requestId: string;
  /** The HTTP header Authorization. */
  readonly authorization?: string | undefined;
  /** The HTTP header X-API-KEY. */
  readonly apiKey?: string | undefined;
  /** The block `authenticate` of the older gates, as it came. */
  readonly authenticate?: unknown;
  readonly idempotencyKey?: string | undefined;
}

const BEARER = /^Bearer +(\S+)$/i;
/** What our API keys begin with; all else that a bearer shows is a token. */
const API_KEY = /^rgw_/;

export async function callerOf({ credentials }: Services, given: Credentials): Promise<Caller> {
  const principal = await authenticate(credentials, given);
  const { requestId, idempotencyKey } = given;
  return { ...principal, requestId, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}

/** A bearer wins over the block, which clients leave empty then. */
async function authenticate(service: Services['credentials'], given: Credentials): Promise<Principal> {
  const bearer = BEARER.exec(given.authorization ?? '')?.[1];
  if (bearer !== undefined)
    return API_KEY.test(bearer) ? service.authenticateKey(bearer) : service.authenticateToken(bearer);
  if (given.apiKey !== undefined) return service.authenticateKey(given.apiKey);
  const block = (given.authenticate ?? {}) as Readonly<Record<string, unknown>>;
  const user = textOf(block['userLogin']) ?? textOf(block['system_login']);
  const dayKey = textOf(block['authenticateKey']) ?? textOf(block['system_key']);
  if (user !== undefined && dayKey !== undefined) return service.authenticateDayKey(user, dayKey);
  throw new Refusal(
    'credentials_missing',
    'send X-API-KEY, a bearer token, or authenticate with userLogin and authenticateKey',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
