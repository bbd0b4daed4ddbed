/** Who may do what. Each operation names one scope; a credential carries a list of them. */
import { Refusal } from './refusal';

/** What a shop's own credentials may do, unless they are given less. */
export const SCOPES = [
  'orders:read',
  'orders:write',
  'returns:read',
  'returns:write',
  'refunds:read',
  'refunds:create',
  'refunds:update',
  'refunds:confirm',
  'refunds:cancel',
  'refunds:resolve',
] as const;

/** Scopes that are a part of another one. New keys have them by that one, unless they are named. */
const NARROW_SCOPES = ['returns:ask'] as const;

export type Scope = (typeof SCOPES)[number] | (typeof NARROW_SCOPES)[number];

/** All that a credential can be given. */
export const ALL_SCOPES: readonly Scope[] = [...SCOPES, ...NARROW_SCOPES];

/** Which other scope will do for one. What may be asked for may be looked at, too. */
const CONTAINED_IN: Partial<Record<Scope, Scope>> = { 'returns:ask': 'returns:write', 'returns:read': 'returns:ask' };

/** A credential that proved itself, and the shop it speaks for. */
export interface Principal {
  readonly shop: string;
  /** Stable name of the credential, such as `key:8f3k2m1q` or `login:erp`: whose idempotency keys these are. */
  readonly credential: string;
  /** How the audit names it. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Of a user whom an application vouched for. */
  readonly email?: string;
}

/** One request of a principal. */
export interface Caller extends Principal {
  readonly requestId: string;
  /** Repeats of one wish under one key have one effect and one answer. */
  readonly idempotencyKey?: string;
}

/** Refuses a caller whose credential has neither the scope nor one that it is a part of, however many steps away. */
export function requireScope(caller: Principal, scope: Scope): void {
  for (let enough: Scope | undefined = scope; enough !== undefined; enough = CONTAINED_IN[enough]) {
    if (caller.scopes.has(enough)) return;
  }
  throw new Refusal('scope_missing', `this credential lacks the scope ${scope}`);
}
