/**
 * The platform's numbers for how far a return or a complaint is (contract, section 6). It tells by them whether the money was
 * paid out, which we read off the return's own pot (choice IDO-30).
 */
import { payoutOf, type Payout } from '../../domain/order';
import { REFUNDABLE_RETURN, type Return, type ReturnState } from '../../domain/return';

export interface ReturnStatus {
  readonly id: number;
  readonly name: string;
  readonly states: readonly ReturnState[];
  /** Absent where it makes no difference. */
  readonly payout?: Payout;
}

const ACCEPTED = [...REFUNDABLE_RETURN];

export const RETURN_STATUSES: readonly ReturnStatus[] = [
  { id: 1, name: 'new', states: ['open'] },
  { id: 2, name: 'accepted', states: ACCEPTED, payout: 'none' },
  { id: 3, name: 'not accepted', states: ['rejected'] },
  { id: 10, name: 'accepted, to pay out', states: ACCEPTED, payout: 'underway' },
  { id: 11, name: 'accepted, paid out', states: ACCEPTED, payout: 'done' },
  { id: 13, name: 'cancelled', states: ['cancelled'] },
];

export function returnStatusOf(returned: Return): ReturnStatus {
  const payout = payoutOf(returned);
  const fits = (one: ReturnStatus): boolean => one.states.includes(returned.state) && (one.payout ?? payout) === payout;
  const status = RETURN_STATUSES.find(fits);
  if (!status) throw new Error(`no status tells of a return that is ${returned.state}`);
  return status;
}

/** What is looked for by a number; nothing where it is none of ours. */
export function searchOfStatus(id: number): { readonly states: readonly ReturnState[]; readonly payout?: Payout } {
  const { states, payout } = RETURN_STATUSES.find((one) => one.id === id) ?? { states: [] };
  return { states, ...(payout === undefined ? {} : { payout }) };
}
