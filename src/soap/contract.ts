/**
 * What a WSDL promises, in the words of the codec: one model for the decoder, the encoder and the generator of types, so
 * that no two of them can read the contract differently. Only document/literal wrapped for now; a style that encodes
 * values otherwise would add its own field to Operation.
 */

export type SimpleBase = 'string' | 'long' | 'int' | 'decimal' | 'boolean' | 'dateTime';

/** Facets are kept as the schema writes them; `pattern` is an XSD pattern, anchored by nature. */
export interface SimpleType {
  readonly kind: 'simple';
  readonly name: string;
  readonly base: SimpleBase;
  readonly enumeration?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: number;
  readonly maxInclusive?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly documentation?: string;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly documentation?: string;
}

export interface ComplexType {
  readonly kind: 'complex';
  readonly name: string;
  readonly fields: readonly Field[];
}

/** A wrapper whose only child is repeated. In values it is a plain array: the item's name exists on the wire alone. */
export interface ListType {
  readonly kind: 'list';
  readonly name: string;
  readonly item: string;
  readonly of: SimpleType | ComplexType;
  readonly maxItems?: number;
}

export type Type = SimpleType | ComplexType | ListType;

export interface Operation {
  readonly name: string;
  readonly soapAction: string;
  readonly documentation: string;
  readonly request: ComplexType;
  /** The one child of the answer's wrapper. */
  readonly response: Field;
  /** Local names of the header blocks that the binding declares. */
  readonly headers: readonly string[];
}

export interface Contract {
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Global elements that are no operation and no answer: header blocks and the fault. */
  readonly elements: ReadonlyMap<string, Field>;
  /** Named types, in the order of the schema. */
  readonly types: ReadonlyMap<string, Type>;
}

export const INT_MIN = -2147483648;
export const INT_MAX = 2147483647;

/** Whether values of the type are whole numbers that a JavaScript number holds exactly; other longs stay text. */
export function isExactNumber(type: SimpleType): boolean {
  if (type.base === 'int') return true;
  if (type.base !== 'long') return false;
  return Number.isSafeInteger(type.minInclusive) && Number.isSafeInteger(type.maxInclusive);
}

const PLAIN: Record<SimpleBase, string> = {
  string: 'text',
  long: 'a whole number',
  int: `a whole number from ${INT_MIN} to ${INT_MAX}`,
  decimal: 'decimal digits',
  boolean: 'true or false',
  dateTime: 'an ISO 8601 time, such as 2026-11-21T10:30:00Z',
};

/** Completes "x must be ...": what a value of the type looks like, in the schema's own words. */
export function expectationOf(type: SimpleType): string {
  if (type.enumeration) return `one of ${type.enumeration.join(', ')}`;
  return type.documentation ?? PLAIN[type.base];
}

/** The XSD pattern as a JavaScript expression; XSD patterns always match the whole text. */
export function anchored(pattern: string): string {
  return `^(?:${pattern})$`;
}
