/**
 * What a caller of the gate sent, read member by member: the one check of the format for REST, SOAP and the JSON gate.
 * The first check of all (choice IDO-9): a member that is missing or of another type is refused before anything is looked up.
 */
import { parseMoney } from '../../domain/money';
import { Refusal } from '../../domain/refusal';
import type { SourceType } from '../../domain/refund';
import { readClockTime, type Span } from './shop-time';

/** The platform's words for what a refund is for; a complaint is "rma" (contract, section 2). */
const SOURCE_TYPES: ReadonlyMap<string, SourceType> = new Map([
  ['order', 'order'],
  ['return', 'return'],
  ['rma', 'claim'],
]);
/** In lists only. */
const ALL = 'all';

const WHOLE = /^-?\d+$/;
/** Zero or more, plain: the digits count, and an exponent has none to count. */
const DECIMAL = /^\d+(?:\.\d+)?$/;
const PAYMENT_NUMBER = /^(?:(\d+)-)?(\d+)$/;
/** Longer account numbers are refused: nobody has one (choice IDO-12). */
const LONGEST_ACCOUNT = 64;
/** Longer lists are refused: each value is a question to the database (choice IDO-31). */
const MOST_LISTED = 1000;

export class Params {
  private constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  /** Of a flat query, of `params`, or of a `params` inside `params`, as one client wraps it. */
  static of(given: unknown): Params {
    const members = requireObject(given, 'params');
    return new Params('params' in members ? requireObject(members['params'], 'params') : members);
  }

  /** The whole members of an object inside, none where it is absent. */
  inside(name: string): Params {
    const given = this.members[name];
    return new Params(isAbsent(given) ? {} : requireObject(given, name));
  }

  text(name: string): string {
    const given = this.required(name);
    if (typeof given !== 'string') throw wrongFormat(name, 'must be text');
    return given;
  }

  /** An account number; absent and empty are the same (choice IDO-12). */
  account(name: string): string | undefined {
    const given = this.members[name];
    if (isAbsent(given) || given === '') return undefined;
    if (typeof given !== 'string' || given.length > LONGEST_ACCOUNT) {
      throw wrongFormat(name, `must be text of at most ${LONGEST_ACCOUNT} characters`);
    }
    return given;
  }

  whole(name: string): number {
    return readWhole(name, this.required(name));
  }

  wholeIfGiven(name: string): number | undefined {
    const given = this.members[name];
    return isAbsent(given) || given === '' ? undefined : readWhole(name, given);
  }

  wholeWithin(name: string, least: number, most: number): number | undefined {
    const given = this.wholeIfGiven(name);
    if (given !== undefined && (given < least || given > most)) {
      throw wrongFormat(name, `must be a whole number from ${least} to ${most}`);
    }
    return given;
  }

  textIfGiven(name: string): string | undefined {
    const given = this.members[name];
    return isAbsent(given) || given === '' ? undefined : this.text(name);
  }

  /** Several values: a list, or with commas between them as queries have it. Absent and empty are the same. */
  texts(name: string): readonly string[] | undefined {
    const given = this.members[name];
    const values = (isAbsent(given) ? [] : [given].flat()).map(digitsOf).flatMap((value) => {
      if (typeof value !== 'string') throw wrongFormat(name, 'must be a list of texts');
      return value.split(',').filter((one) => one !== '');
    });
    if (values.length > MOST_LISTED) throw wrongFormat(name, `must have at most ${MOST_LISTED} values`);
    return values.length === 0 ? undefined : values;
  }

  /** As texts. What is no id that we could have given is passed over: there is nothing of that id. */
  ids(name: string): readonly number[] | undefined {
    return this.texts(name)
      ?.map((text) => readWhole(name, text))
      .filter(Number.isSafeInteger);
  }

  span(beginName: string, endName: string): Span {
    const [begin, end] = [this.clockTime(beginName), this.clockTime(endName)];
    return { ...(begin ? { begin } : {}), ...(end ? { end } : {}) };
  }

  private clockTime(name: string): Span['begin'] {
    const given = this.textIfGiven(name);
    const time = given === undefined ? undefined : readClockTime(given);
    if (given !== undefined && !time) throw wrongFormat(name, 'must be a time such as 2026-01-05 10:00:00');
    return time;
  }

  /** The digits of an amount, as sent (choice IDO-14). */
  amount(name: string, currencyName: string): { readonly amount: string; readonly currency: string } {
    const given = this.required(name);
    const amount = digitsOf(given);
    if (typeof amount !== 'string' || !DECIMAL.test(amount)) {
      throw wrongFormat(name, 'must be a decimal number, such as 12.30, not below zero');
    }
    const currency = this.text(currencyName);
    requireDigits(amount, currency, name);
    return { amount, currency };
  }

  /** An ordinal, alone or behind the id of its source (choice IDO-6). Undefined where it is that of another source. */
  paymentNumber(name: string): PaymentNumber {
    const given = this.required(name);
    const text = digitsOf(given);
    const [, source, ordinal] = (typeof text === 'string' && PAYMENT_NUMBER.exec(text)) || [];
    if (ordinal === undefined) throw wrongFormat(name, 'must be a whole number, or "SOURCE-NUMBER" such as "10032-2"');
    return { ordinal: Number(ordinal), ...(source === undefined ? {} : { sourceId: Number(source) }) };
  }

  private required(name: string): unknown {
    const given = this.members[name];
    if (isAbsent(given)) throw wrongFormat(name, 'is required');
    return given;
  }
}

/** As sent: which source it is of is only known when the source has been checked. */
export interface PaymentNumber {
  readonly ordinal: number;
  readonly sourceId?: number;
}

/** The ordinal inside this source; one that says it is of another source is no number that we ever gave. */
export function ordinalIn(sourceId: number, number: PaymentNumber): number {
  const isOther = number.sourceId !== undefined && number.sourceId !== sourceId;
  return isOther || !Number.isSafeInteger(number.ordinal) ? 0 : number.ordinal;
}

/** Refuses other words than the platform's (code 4005, choice IDO-8). */
export function sourceTypeOf(word: string): SourceType {
  const sourceType = SOURCE_TYPES.get(word);
  if (sourceType) return sourceType;
  throw new Refusal('source_type_unknown', 'sourceType must be one of order, return, rma', 'sourceType');
}

/** As sourceTypeOf; undefined for all of them. */
export function sourceTypesOf(word: string): SourceType | undefined {
  return word === ALL ? undefined : sourceTypeOf(word);
}

export function wordFor(sourceType: SourceType): string {
  return sourceType === 'claim' ? 'rma' : sourceType;
}

/** Refuses what can be no id (code 4006, choice IDO-8). */
export function requireId(sourceId: number): number {
  if (Number.isSafeInteger(sourceId) && sourceId > 0) return sourceId;
  throw new Refusal('source_id_impossible', 'sourceId must be a whole number above zero', 'sourceId');
}

/** A request that is not what the contract says: HTTP 422, in SOAP code 3. */
export function wrongFormat(field: string, problem: string): Refusal {
  return new Refusal('request_invalid', `${field} ${problem}`, field);
}

/** Whole numbers come as numbers, all others as the digits that were sent; in a query everything is text. */
function digitsOf(given: unknown): unknown {
  return typeof given === 'number' ? String(given) : given;
}

function readWhole(name: string, given: unknown): number {
  const text = digitsOf(given);
  if (typeof text === 'string' && WHOLE.test(text)) return Number(text);
  throw wrongFormat(name, 'must be a whole number');
}

/** More digits than the currency has are a matter of format; a currency that nobody knows is told later (code 4004). */
function requireDigits(amount: string, currency: string, name: string): void {
  try {
    parseMoney(amount, currency, name);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'currency_unknown') throw error;
  }
}

function requireObject(given: unknown, name: string): Record<string, unknown> {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (!isObject) throw wrongFormat(name, 'must be an object');
  return given as Record<string, unknown>;
}

function isAbsent(given: unknown): given is undefined | null {
  return given === undefined || given === null;
}
