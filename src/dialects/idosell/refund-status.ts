/** The platform's word for each state of a refund (choice IDO-1; "Canceled" is the one that is evidenced, with one l). */
import type { RefundState } from '../../domain/refund';

export const REFUND_STATUS = {
  requested: 'Pending',
  approved: 'Processing',
  sending: 'Processing',
  pending: 'Processing',
  unknown: 'Processing',
  settled: 'Completed',
  // Not all of it arrived: a caller who is told so looks again, and can give back no more than what is left.
  partial: 'Failed',
  declined: 'Failed',
  reversed: 'Failed',
  cancelled: 'Canceled',
} as const satisfies Record<RefundState, string>;
