import { Refusal } from '../../src/domain/refusal';

/** What a call refuses with: its code, and the field that is to blame where there is one. */
export function refusedBy(call: () => unknown): { code: string; field?: string } {
  try {
    call();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, ...(error.field === undefined ? {} : { field: error.field }) };
  }
  throw new Error('nothing was refused');
}
