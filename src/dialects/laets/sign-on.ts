/**
 * Single sign-on: the application vouches for one of its users (contract, section 1). What it gives is a token that says who the user
 * is. It carries no scope: the gateway is not told which orders are a buyer's, so it could let a buyer see either nobody's or everybody's.
 */
import { Refusal } from '../../domain/refusal';
import type { Context, Given } from './asked';
import { isProved } from './signature';
import { userShape } from './user-operations';
import type { SignedOnShape } from './user-shapes';

/** The one refusal of this address. */
export class NotProved extends Refusal {
  constructor() {
    super('credentials_invalid', 'message_auth is invalid');
  }
}

/** Longer than any name or address. */
const LONGEST = 200;

export async function signOn({ door, services, addresses }: Context, { query = {} }: Given): Promise<SignedOnShape> {
  const given: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const { email = '', application = '', first_name: first = '', last_name: last = '' } = given;
  const fits = email !== '' && [email, first, last].every(({ length }) => length <= LONGEST);
  if (door.appSecret === undefined || !fits || !isProved(given, door.appSecret)) throw new NotProved();
  const introduced = await services.credentials.introduce(application, email);
  if (!introduced) throw new NotProved();
  return { ...userShape(introduced.principal, addresses, { first, last }), access_token: introduced.token };
}
