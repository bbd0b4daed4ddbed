/**
 * Numbers that only this platform has. The shop's own payments and the movements of its refunds stand in one list there, so
 * the latter are numbered from where no shop's payment is (choice SAPO-18).
 */
import { Refusal } from '../../domain/refusal';

const FIRST_MOVEMENT = 4_000_000_000_000_000;
/** More parts than a refund can have: params.ts has the limits of its lists. */
const PARTS = 10_000;

const WHOLE = /^\d{1,16}$/;

export function movementId(transactionId: number): number {
  return FIRST_MOVEMENT + transactionId;
}

/** The number of a refund's line, or of one of its adjustments. */
export function partId(refundId: number, position: number): number {
  return refundId * PARTS + position + 1;
}

/** An id in a path; what can be none is of nothing that is there. */
export function idIn(text: string): number {
  const id = WHOLE.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new Refusal('path_not_found', 'there is nothing of this number');
}
