import { Refusal } from '../../src/domain/refusal';

/** A refusal is an answer to a person: one that says nothing in words is a failure, whatever its code. */
export function requireWords(refusal: Refusal): Refusal {
  if (!/\w+ \w+ \w+/.test(refusal.message)) throw new Error(`${refusal.code} says nothing: "${refusal.message}"`);
  return refusal;
}

/** What a call refuses with: its code, and the field that is to blame where there is one. */
export function refusedBy(call: () => unknown): { code: string; field?: string } {
  try {
    call();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, field } = requireWords(error);
    return { code, ...(field === undefined ? {} : { field }) };
  }
  throw new Error('nothing was refused');
}
