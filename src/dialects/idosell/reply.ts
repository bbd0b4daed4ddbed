/** What a method answers, before a protocol has written it: the same members over REST, SOAP and the JSON gate. */
import { formatMinor } from '../../domain/money';
import { FAULT_TEXT, type FaultCode } from './faults';

/** Every object of a reply carries these (contract, section 4). */
export interface Fault {
  readonly faultCode: number;
  readonly faultString: string;
}

export interface Reply {
  /** `result` or `results`, and what a method adds beside them. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The error of the whole call; absent when it succeeded. */
  readonly fault?: Fault;
}

/** On success every object says so itself (choice IDO-3). */
const SUCCESS: Fault = { faultCode: 0, faultString: '' };

export function succeeded(members: object): Readonly<Record<string, unknown>> {
  return { ...members, ...SUCCESS };
}

/** A refusal stands in the result and beside it (choice IDO-4); `members` is what is said of the wish all the same. */
export function failed(code: FaultCode, shape: 'result' | 'results', members: object): Reply {
  return failedWith({ faultCode: code, faultString: FAULT_TEXT[code] }, shape, members);
}

/** The same with a code of the whole gate, which stands in no method's column. */
export function failedWith(fault: Fault, shape: 'result' | 'results', members: object): Reply {
  return { body: shape === 'results' ? { results: [] } : { result: { ...members, ...fault } }, fault };
}

/** Codes of a whole gate, which every gate of this platform has (contract, section 3). */
export const FAILED: Fault = { faultCode: 3, faultString: FAULT_TEXT[3] };
/** What the neighbours of the refunds gate say of what is not there; the gate itself never does (choices IDO-21 and IDO-31). */
export const NOTHING_FOUND: Fault = { faultCode: 2, faultString: 'Empty result' };

/** Over SOAP and in the JSON gate `errors` is always there (choice IDO-11): their clients look into it without asking. */
export function withErrors({ body, fault = SUCCESS }: Reply): Readonly<Record<string, unknown>> {
  return { errors: fault, ...body };
}

/**
 * An amount as a JSON number: 2012 PLN is 20.12. Sums here have at most 15 digits, which a double holds and writes
 * unchanged (choice IDO-14).
 */
export function amountOf(minor: number, currency: string): number {
  return Number(formatMinor(minor, currency));
}
