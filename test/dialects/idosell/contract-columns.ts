/** Which method may answer with which code: the table of the platform's own documentation (contract, section 3). */

/** In the order of the table's columns. */
export const COLUMNS = [
  'addAutomaticRefund',
  'addAutomaticRefundForOrder',
  'addManualRefund',
  'getPossibleAutoRefunds',
  'getRefundStatus',
  'updateRefund',
  'confirmRefund',
  'cancelRefund',
  'retrieveRefundsList',
] as const;

export type Column = (typeof COLUMNS)[number];

/** A row is a code, its text, and a mark for each method that has it. */
const TABLE: readonly (readonly [code: number, text: string, marks: string])[] = [
  [3, 'API operation failed', 'xxxxxxxxx'],
  [4001, 'It is not possible to perform an automatic refund', '-x-------'],
  [4002, 'The indicated payment cannot be refunded via automatic refund', '-x-------'],
  [4003, 'The indicated amount is greater than the indicated payment amount', '-x-------'],
  [4004, 'Invalid currency', '-xx--x---'],
  [4005, 'Invalid source type', 'x-xxxxx-x'],
  [4006, 'Invalid source type', 'x----x---'],
  [4007, 'Source type not found', 'x-xx--x--'],
  [4008, 'Invalid payment', 'xxx-x-x--'],
  [4009, 'There are no refundable payments in the order', '--x------'],
  [4010, 'An unexpected error occurred while adding the refund', 'xxx------'],
  [4011, 'Invalid refund system', '--x------'],
  [4012, 'The payment is approved', '------x--'],
  [4013, 'This refund cannot be edited', '-----x---'],
  [4014, 'Refunds can only be made for unfulfilled orders', '-x-x--x--'],
  [4015, 'Missing transaction ID from the external system', '------x--'],
  [4016, 'The refund amount must be positive', '------x--'],
  [4017, 'Refund is already being processed', '------x--'],
  [4018, 'Invalid refund source', 'x--x-x---'],
  [4019, 'You cannot cancel an automatic refund that is being processed', '-------x-'],
  [4020, 'Refund cannot be canceled in this status', '-------x-'],
];

export const TEXT_OF: ReadonlyMap<number, string> = new Map(TABLE.map(([code, text]) => [code, text]));

/** Every mark as `method code`. */
export const MARKS: readonly string[] = TABLE.flatMap(([code, , marks]) =>
  COLUMNS.filter((_method, index) => marks[index] === 'x').map((method) => `${method} ${code}`),
);

/** What a method says of its wish when it is refused. */
const REFUSED: Partial<Record<Column, object>> = {
  updateRefund: { updateResult: false },
  confirmRefund: { confirmResult: false },
  cancelRefund: { resultStatus: false },
};
const LISTS: readonly Column[] = ['getPossibleAutoRefunds', 'retrieveRefundsList'];

/** A reply of the method to a call that failed: the error of the call, and the same in its result (choice IDO-4). */
export function failedReply(method: Column, code: number, text = TEXT_OF.get(code)): Readonly<Record<string, unknown>> {
  const errors = { faultCode: code, faultString: text };
  return { errors, ...(LISTS.includes(method) ? { results: [] } : { result: { ...REFUSED[method], ...errors } }) };
}
