import { Refusal } from '../../src/domain/refusal';

/** A refusal is an answer to a person: one that says nothing, or half a sentence, is a failure, whatever its code. */
export function requireWords(refusal: Refusal): Refusal {
  const { code, message } = refusal;
  const whole = /\w+ \w+ \w+/.test(message) && !/ {2}|^ | $|undefined/.test(message);
  if (!whole) throw new Error(`${code} is told in no whole sentence: "${message}"`);
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
