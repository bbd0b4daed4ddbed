/** The user that a credential stands for. */
import { createHash } from 'node:crypto';
import type { Principal } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import { idIn, type Addresses } from './address';
import type { Asked, Operation } from './asked';
import type { UserShape } from './user-shapes';

const ID_BYTES = 6;

export const USER_OPERATIONS = {
  async getMe({ caller, addresses }: Asked): Promise<UserShape> {
    return userShape(caller, addresses);
  },
  async getUser({ caller, addresses, id }: Asked): Promise<UserShape> {
    const user = userShape(caller, addresses);
    if (idIn(id) !== user.id) throw new Refusal('path_not_found', 'there is no such user');
    return user;
  },
} satisfies Record<string, Operation>;

/** We number no users: the number of one is made of the name of its credential, and stays the same with it. */
export function userShape(
  { shop, credential, name, email }: Principal,
  addresses: Addresses,
  names: { readonly first?: string; readonly last?: string } = {},
): UserShape {
  const id = createHash('sha256').update(`${shop} ${credential}`).digest().readUIntBE(0, ID_BYTES);
  return {
    ...addresses.stub('user', id),
    username: name,
    display_name: [names.first, names.last].filter(Boolean).join(' ') || name,
    email: email ?? null,
    first_name: names.first ?? null,
    last_name: names.last ?? null,
    meta: {},
  };
}
