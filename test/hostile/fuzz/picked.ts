import type { Random } from '../../reliability/random';

/** One of them; throws where there is none. */
export function picked<T>(random: Random, from: readonly T[]): T {
  const found = from[random.whole(0, from.length - 1)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}
