/** What an operation is given. Each resource has its operations in a table of its own, such as user-operations.ts. */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { Addresses } from './address';
import type { Door } from './door';
import type { Language } from './language';
import type { Query } from './list-query';
import { Members } from './members';

/** As it came. */
export interface Given {
  readonly id?: string;
  readonly query?: object;
  readonly body?: object;
}

/** What is known of a request before its operation looks at it. */
export interface Context {
  readonly door: Door;
  readonly services: Services;
  /** Absent where the address is open to all. */
  readonly caller: Caller | undefined;
  readonly addresses: Addresses;
  readonly language: Language;
}

export interface Asked extends Context {
  readonly caller: Caller;
  /** The text in the address. */
  readonly id: string;
  readonly query: Query;
  readonly body: Members;
}

export type Operation = (asked: Asked) => Promise<object>;

export function askedOf(context: Context, { id = '', query = {}, body = {} }: Given): Asked {
  const { caller } = context;
  if (!caller) throw new Refusal('credentials_missing', 'this address is not open to all');
  return {
    ...context,
    caller,
    id,
    query: query as Query,
    body: new Members(body as Readonly<Record<string, unknown>>),
  };
}
