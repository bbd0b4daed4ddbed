/**
 * What an xsi:type may call an element. Old stacks put one on everything, and seldom the one of the schema: an amount comes as
 * xsd:string or xsd:double and is read all the same. A type that the element cannot have is another matter: whoever sends
 * xsd:date for an amount, or one struct for another, means something else than we would do.
 */
import type { SimpleBase, Type } from './contract';

/** As in the attribute, its prefix resolved. */
export interface TypeName {
  readonly uri: string;
  readonly local: string;
}

type Family = 'text' | 'number' | 'boolean' | 'moment' | 'date' | 'bytes' | 'structure';

const MEMBERS: Readonly<Record<Family, readonly string[]>> = {
  text: ['string', 'normalizedString', 'token', 'language', 'Name', 'NCName', 'NMTOKEN', 'ID', 'anyURI', 'QName'],
  number: [
    ...['decimal', 'integer', 'long', 'int', 'short', 'byte', 'float', 'double', 'nonNegativeInteger'],
    ...['positiveInteger', 'nonPositiveInteger', 'negativeInteger'],
    ...['unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
  ],
  boolean: ['boolean'],
  moment: ['dateTime', 'timeInstant', 'dateTimeStamp'],
  date: ['date', 'time', 'gYear', 'gYearMonth', 'gMonth', 'gMonthDay', 'gDay', 'duration'],
  bytes: ['base64Binary', 'base64', 'hexBinary'],
  structure: ['Array', 'Struct'],
};
const FAMILY: ReadonlyMap<string, Family> = new Map(
  Object.entries(MEMBERS).flatMap(([family, names]) => names.map((name) => [name, family as Family])),
);

/** Whoever means text may call it a number, because dynamic languages do; base64 would be taken for the text itself. */
const FITTING: Readonly<Record<SimpleBase, readonly Family[]>> = {
  string: ['text', 'number', 'boolean', 'moment', 'date'],
  long: ['number', 'text'],
  int: ['number', 'text'],
  decimal: ['number', 'text'],
  boolean: ['boolean', 'number', 'text'],
  dateTime: ['moment', 'text'],
};

/** Where the types of XML Schema live, and SOAP's own copies of them. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'http://www.w3.org/2001/XMLSchema',
  'http://www.w3.org/2000/10/XMLSchema',
  'http://www.w3.org/1999/XMLSchema',
  'http://schemas.xmlsoap.org/soap/encoding/',
  'http://www.w3.org/2003/05/soap-encoding',
]);

export class MarkedTypes {
  constructor(
    private readonly namespace: string,
    private readonly types: ReadonlyMap<string, Type>,
  ) {}

  /** Whether an element that the contract declares so cannot be what it is called. Names that nobody knows say nothing. */
  contradict({ uri, local }: TypeName, declared: Type): boolean {
    if (BUILT_IN.has(uri)) return isUnfit(FAMILY.get(local), declared);
    const named = uri === this.namespace ? this.types.get(local) : undefined;
    if (!named || named === declared) return false;
    return named.kind !== 'simple' || isUnfit(FAMILY.get(named.base), declared);
  }
}

function isUnfit(family: Family | undefined, declared: Type): boolean {
  if (family === undefined) return false;
  return declared.kind === 'simple' ? !FITTING[declared.base].includes(family) : family !== 'structure';
}
