/** The platform's words for how a refund stands (choice LAETS-15). */
import { REFUND_STATE_RULES, type RefundState } from '../../domain/refund';

export type RefundStatus = 'pending' | 'complete' | 'failed' | 'cancelled';

/**
 * What was given back in part is failed: its caller must not take it for all that he asked for. What of it was given is in the ledger,
 * and leaves less for the next refund.
 */
export const REFUND_STATUS = {
  requested: 'pending',
  approved: 'pending',
  sending: 'pending',
  pending: 'pending',
  unknown: 'pending',
  settled: 'complete',
  partial: 'failed',
  declined: 'failed',
  reversed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<RefundState, RefundStatus>;

/** Our states that each word stands for. */
export const REFUND_WORDS: Readonly<Record<RefundStatus, readonly RefundState[]>> = {
  pending: statesOf('pending'),
  complete: statesOf('complete'),
  failed: statesOf('failed'),
  cancelled: statesOf('cancelled'),
};

function statesOf(word: RefundStatus): RefundState[] {
  const states = new Set(REFUND_STATE_RULES.map(({ state }) => state));
  return [...states].filter((state) => REFUND_STATUS[state] === word);
}
