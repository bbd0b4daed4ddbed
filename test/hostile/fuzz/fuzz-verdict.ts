/** What is wrong with an answer, whatever was asked; and counts of what was answered. */
import { schemaVerdicts } from '../../soap/schema-verdicts';
import { OWN_DOOR } from '../door';
import { leakIn } from '../leaks';
import type { FuzzedMessage } from './fuzzed-message';
import type { FuzzReply } from './keep-alive-caller';

/** Answers that there may be at all: 500 is that of every fault in SOAP, and must hold a code. */
const STATUSES: ReadonlySet<unknown> = new Set([200, 413, 415, 500, 503]);
/** libxml2 is asked about so many at a time. */
const BATCH = 1_000;

export type Wrong = 'late' | 'cut' | 'status' | 'internal error' | 'leak' | 'no code';

/** The first thing that is wrong at first sight; undefined when all is well. */
export function wrongWith({ status, text }: FuzzReply): Wrong | undefined {
  if (status === 'late' || status === 'cut') return status;
  if (!STATUSES.has(status)) return 'status';
  const code = OWN_DOOR.codeIn(text);
  if (code === 'internal_error') return 'internal error';
  if (status !== 200 && code === undefined) return 'no code';
  return leakIn(text) === undefined ? undefined : 'leak';
}

export class FuzzTally {
  served = 0;
  readonly codes = new Map<string, number>();
  readonly wrong: { message: FuzzedMessage; reply: FuzzReply; what: Wrong }[] = [];
  /** Messages whose answer libxml2 does not take. */
  readonly unfit: { message: FuzzedMessage; verdict: string }[] = [];
  private waiting: { message: FuzzedMessage; text: string }[] = [];

  add(message: FuzzedMessage, reply: FuzzReply): void {
    const what = wrongWith(reply);
    if (what !== undefined) this.wrong.push({ message, reply, what });
    if (reply.status === 200) this.served += 1;
    const code = OWN_DOOR.codeIn(reply.text);
    if (reply.status !== 200 && code !== undefined) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    this.waiting.push({ message, text: reply.text });
    if (this.waiting.length >= BATCH) this.judge();
  }

  /** Asks libxml2 about what has come so far. */
  judge(): void {
    const verdicts = schemaVerdicts(this.waiting.map(({ text }) => text));
    this.waiting.forEach(({ message }, index) => {
      const verdict = verdicts[index] ?? 'not judged';
      if (verdict !== '') this.unfit.push({ message, verdict });
    });
    this.waiting = [];
  }
}
