/**
 * Asks for one change with every set of scopes that can make a difference: what is refused for want of a scope must not have been
 * done. Whoever is refused asks again with another key, and would pay twice.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../src/domain/access';
import type { GatewayUnderTest } from './gateway-under-test';

/** One wish, and the world in which a credential with every scope has it granted. */
export interface Wish {
  readonly prepare: () => Promise<unknown>;
  /** Throws where the answer is neither. */
  readonly ask: () => Promise<'granted' | 'scope_missing'>;
}

export interface Walked {
  readonly scopes: string;
  readonly told: 'granted' | 'scope_missing';
  /** Whether any row of the database is another than before. */
  readonly changed: boolean;
}

/** Remembers what it was asked for. */
class WatchedScopes extends Set<Scope> {
  readonly lookedFor = new Set<Scope>();

  override has(scope: Scope): boolean {
    this.lookedFor.add(scope);
    return super.has(scope);
  }
}

/**
 * Begins with no scope, and gives one more of those that were looked for, in every way. Any other set of scopes is told by the
 * gateway's own looks from none of these, and so fares as one of them.
 */
export async function walkScopes(gateway: GatewayUnderTest, { prepare, ask }: Wish): Promise<Walked[]> {
  const walked: Walked[] = [];
  const sets = new Map<string, readonly Scope[]>([['', []]]);
  let before = {};
  // The map grows while it is walked.
  for (const [name, scopes] of sets) {
    if (walked.length === 0 || walked.at(-1)?.changed) {
      await gateway.clear();
      await prepare();
      before = await gateway.rows();
    }
    const watched = new WatchedScopes(scopes);
    const told = await asking(gateway, watched, ask);
    walked.push({ scopes: name, told, changed: !isDeepStrictEqual(await gateway.rows(), before) });
    for (const scope of watched.lookedFor) {
      const more = [...new Set([...scopes, scope])].sort();
      if (!sets.has(more.join(' '))) sets.set(more.join(' '), more);
    }
  }
  return walked;
}

/** Fails where a refusal came too late, or where nothing was ever granted or refused. Answers whether anything was done. */
export function expectRefusedFirst(walked: readonly Walked[]): boolean {
  expect(walked.filter(({ told, changed }) => changed && told !== 'granted')).toEqual([]);
  expect(new Set(walked.map(({ told }) => told))).toEqual(new Set(['granted', 'scope_missing']));
  return walked.some(({ changed }) => changed);
}

/** Whoever proves to be the shop's own key or login has these scopes while it asks. */
async function asking<T>(
  { services: { credentials }, caller }: GatewayUnderTest,
  scopes: WatchedScopes,
  ask: () => Promise<T>,
): Promise<T> {
  const { shop, credential, name } = caller;
  const ways = (['authenticateKey', 'authenticateLogin'] as const).map((way) =>
    jest.spyOn(credentials, way).mockResolvedValue({ shop, credential, name, scopes }),
  );
  try {
    return await ask();
  } finally {
    for (const way of ways) way.mockRestore();
  }
}
