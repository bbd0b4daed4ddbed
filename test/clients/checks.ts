/** The one table of checks that every SOAP stack is held to. What belongs to which check: findings.ts. */
export const CHECKS = [
  'reads the WSDL and ends without a warning',
  'speaks this version of SOAP on the wire',
  'calls every operation',
  'decimals are exact',
  'whole numbers',
  'booleans',
  'dates',
  'enumerations',
  'plain text',
  'Polish letters',
  'Vietnamese letters',
  'emoji',
  'XML special characters',
  'blanks at the ends and inside',
  'text that looks like an entity',
  'empty text is not absent text',
  'absent values are absent',
  'a list of none is a list',
  'a list of one is a list',
  'a list of many',
  'bearer key',
  'X-API-KEY',
  'UsernameToken as text',
  'UsernameToken as digest',
  'idempotency key as HTTP header',
  'idempotency key as header block',
  'a typed fault, member by member',
  'the fault string has code and text',
  'wrong credentials are a fault',
] as const;

export type Check = (typeof CHECKS)[number];

/** One thing looked at: what the client saw there, and what REST says. */
export interface Finding {
  readonly check: Check;
  readonly at: string;
  readonly expected: unknown;
  readonly seen: unknown;
}

/** What a check found wrong, in words. Refuses to pass where it has looked at nothing. */
export function failuresOf(check: Check, findings: readonly Finding[]): readonly string[] {
  const own = findings.filter((finding) => finding.check === check);
  if (own.length === 0) throw new Error(`nothing was looked at for: ${check}`);
  const wrong = own.filter(({ expected, seen }) => expected !== seen);
  return wrong.map(({ at, expected, seen }) => `${at}: ${JSON.stringify(seen)} instead of ${JSON.stringify(expected)}`);
}
