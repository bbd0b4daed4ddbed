/** The platform's `errors` for our refusals: the path of the member that is to blame, and what is wrong with it (choice SAPO-10). */
import type { Refusal, RefusalCode } from '../../domain/refusal';

export type Fault = Readonly<Record<string, readonly string[]>>;

/** Undefined where a refusal is about none of the members that were sent. */
export function faultOf(refusal: Refusal): Fault | undefined {
  const row = ROWS[refusal.code];
  if (row) return row(refusal);
  if (refusal.field === undefined || refusal.kind === 'missing') return undefined;
  return { [refusal.field]: ['is invalid'] };
}

const ROWS: Partial<Record<RefusalCode, (refusal: Refusal) => Fault>> = {};
