/** A mark that somebody sets on a return: kept with what this platform wants to hear again. */
import type { Return } from '../../domain/return';

export function isStarred({ said }: Return): boolean {
  if (said === undefined) return false;
  return (JSON.parse(said) as { readonly starred?: unknown }).starred === true;
}
