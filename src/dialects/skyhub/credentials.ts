/** Who is calling: a login by its user and password, and the shop that it says it speaks for (contract, section 1; choice SKY-1). */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';

export interface Credentials {
  readonly requestId: string;
  /** The HTTP header X-User-Email. */
  readonly userEmail: string | undefined;
  /** The HTTP header X-Api-Key. */
  readonly apiKey: string | undefined;
  /** The HTTP header X-Accountmanager-Key. */
  readonly accountKey: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** All three have to fit; what was wrong is not told. */
export async function callerOf({ credentials }: Services, given: Credentials): Promise<Caller> {
  const { userEmail, apiKey, accountKey, requestId, idempotencyKey } = given;
  if (userEmail === undefined || apiKey === undefined || accountKey === undefined) {
    throw new Refusal('credentials_missing', 'send X-User-Email, X-Api-Key and X-Accountmanager-Key');
  }
  const principal = await credentials.authenticateLogin({
    username: textOf(userEmail),
    password: textOf(apiKey),
    passwordType: 'text',
    shop: textOf(accountKey),
  });
  return { ...principal, requestId, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}

/** Node reads a header as Latin-1, byte for byte; clients write UTF-8. */
function textOf(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8');
}
