import type { TransactionEvent, TransactionState } from '../../src/domain/transaction';

/** The table of the design, once more and by hand: a change of the code alone must not pass. */
export const ALLOWED: readonly (readonly [TransactionState, TransactionEvent, TransactionState])[] = [
  ['requested', 'update', 'requested'],
  ['requested', 'approve', 'approved'],
  ['requested', 'record', 'settled'],
  ['requested', 'cancel', 'cancelled'],
  ['approved', 'cancel', 'cancelled'],
  ['approved', 'send', 'sending'],
  ['sending', 'settle', 'settled'],
  ['sending', 'wait', 'pending'],
  ['sending', 'decline', 'declined'],
  ['sending', 'lose', 'unknown'],
  ['pending', 'settle', 'settled'],
  ['pending', 'decline', 'declined'],
  ['unknown', 'settle', 'settled'],
  ['unknown', 'decline', 'declined'],
  ['unknown', 'wait', 'pending'],
  ['unknown', 'absent', 'approved'],
  ['settled', 'reverse', 'reversed'],
];
