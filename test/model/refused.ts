/** The model will not do it, and neither must the gateway: with this code, and blaming this field. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly field?: string,
  ) {
    super(field === undefined ? code : `${code} (${field})`);
  }
}

export function refuseUnless(holds: boolean, code: string, field?: string): asserts holds {
  if (!holds) throw new Refused(code, field);
}

/** The thing that was asked for. */
export function foundOr<T>(thing: T | undefined, code: string, field?: string): T {
  refuseUnless(thing !== undefined, code, field);
  return thing;
}
