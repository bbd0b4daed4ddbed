/** Who may do what. Each operation names one scope; a credential carries a list of them. */
import { Refusal } from './refusal';

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

export type Scope = (typeof SCOPES)[number];

/** A credential that proved itself, and the shop it speaks for. */
export interface Principal {
  readonly shop: string;
  /** Stable name of the credential, such as `key:8f3k2m1q` or `login:erp`: whose idempotency keys these are. */
  readonly credential: string;
  /** How the audit names it. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** One request of a principal. */
export interface Caller extends Principal {
  readonly requestId: string;
  /** Repeats of one wish under one key have one effect and one answer. */
  readonly idempotencyKey?: string;
}

/** Refuses a caller whose credential lacks the scope. */
export function requireScope(caller: Principal, scope: Scope): void {
  if (!caller.scopes.has(scope)) throw new Refusal('scope_missing', `this credential lacks the scope ${scope}`);
}
