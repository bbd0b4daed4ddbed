/** How a refund stands, read off the states of its transactions by a rule of the tests' own. */
const UNFINISHED = ['requested', 'approved', 'sending', 'unknown', 'pending'];

/** What is unfinished speaks for the refund; then what settled beside what did not is a part. Of goods alone it is done. */
export function refundStateOf(states: readonly string[]): string {
  const unfinished = UNFINISHED.find((state) => states.includes(state));
  if (unfinished) return unfinished;
  const settled = states.filter((state) => state === 'settled').length;
  if (settled === states.length) return 'settled';
  if (settled > 0) return 'partial';
  return ['declined', 'reversed', 'cancelled'].find((state) => states.includes(state)) ?? '';
}
