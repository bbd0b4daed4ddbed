/**
 * One wish under one idempotency key has one effect and one answer, however often and through whichever protocol it
 * is repeated. The key, the fingerprint of the wish and the answer are written in the unit of work of the effect.
 */
import { createHash } from 'node:crypto';
import type { Caller } from '../domain/access';
import { CommitLost, Refusal } from '../domain/refusal';
import { canonicalJson } from './canonical-json';
import type { Clock, Stores, UnitOfWork } from './ports';

/** Printable ASCII without blanks: what every HTTP stack and every XML parser hands over unchanged. */
const KEY = /^[!-~]{1,255}$/;

export class Once {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Carries the change out, or answers what it answered the first time. A refused wish is not remembered. */
  run<T>(caller: Caller, operation: string, wish: unknown, change: (stores: Stores) => Promise<T>): Promise<T> {
    const { shop, credential, idempotencyKey: key } = caller;
    if (key === undefined) return this.work.run(change).catch(warnBeforeRepeat);
    if (!KEY.test(key)) {
      throw new Refusal('idempotency_key_invalid', 'an idempotency key has 1 to 255 printable ASCII characters');
    }
    const fingerprint = createHash('sha256')
      .update(`${operation} ${canonicalJson(wish)}`)
      .digest('hex');
    return this.work.run(async (stores) => {
      const earlier = await stores.idempotency.find(shop, credential, key);
      if (earlier) return sameWish<T>(earlier, fingerprint);

      const answer = await change(stores);
      const remembered = { operation, fingerprint, answer: JSON.stringify(answer) };
      await stores.idempotency.add(shop, credential, key, remembered, this.clock.now());
      return answer;
    });
  }
}

/** With a key a repeat finds what became of the first try; without one it might do everything twice. */
function warnBeforeRepeat(error: unknown): never {
  if (!(error instanceof CommitLost)) throw error;
  const message =
    'the database was lost while it wrote, and whether this was done is not known; ' +
    'look before you send it again, and use an idempotency key: with one it is safe to repeat';
  throw Object.assign(new Refusal('outcome_unknown', message), { cause: error.cause });
}

function sameWish<T>(earlier: { fingerprint: string; answer: string; operation: string }, fingerprint: string): T {
  if (earlier.fingerprint !== fingerprint) {
    const message = `this idempotency key was used for another ${earlier.operation}; repeat that request or take a new key`;
    throw new Refusal('idempotency_key_reused', message);
  }
  return JSON.parse(earlier.answer) as T;
}
