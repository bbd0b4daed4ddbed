/** What a provider may tell of one refund, whatever the order and however often, and how it must end. */
import type { ProviderWord } from '../../src/domain/transaction';
import type { Task } from '../../src/services/dispatch-service';
import type { ProviderLookup } from '../../src/services/ports';
import { pauseMs } from '../../src/services/pauses';
import type { Services } from '../../src/services/services';
import type { Random } from '../reliability/random';
import { eventBody, signed } from './signed';

export interface ProviderLife {
  /** As in "a refund that ...". */
  readonly what: string;
  /** What is told by webhook. */
  readonly words: readonly ProviderWord[];
  /** What the API answers when it is asked. */
  readonly reply: ProviderLookup;
  readonly end: ProviderWord;
  /** What the audit must have of the end, each once. */
  readonly audit: readonly string[];
}

export const LIVES: readonly ProviderLife[] = [
  {
    what: 'settles',
    words: ['pending', 'settled'],
    reply: { kind: 'pending', reference: 'r' },
    end: 'settled',
    audit: ['refund.settle'],
  },
  {
    what: 'is declined',
    words: ['pending', 'declined'],
    reply: { kind: 'pending', reference: 'r' },
    end: 'declined',
    audit: ['refund.decline'],
  },
  {
    what: 'settles and is reversed',
    words: ['pending', 'settled', 'reversed'],
    reply: { kind: 'settled', reference: 'r' },
    end: 'reversed',
    audit: ['refund.settle', 'refund.reverse'],
  },
  {
    what: 'is reversed, and the line broke when it was sent',
    words: ['settled', 'reversed'],
    reply: { kind: 'unknown', cause: 'timeout' },
    end: 'reversed',
    audit: ['refund.settle', 'refund.reverse'],
  },
  {
    what: 'settles, though nobody found it when it was asked for',
    words: ['pending', 'settled'],
    reply: { kind: 'absent' },
    end: 'settled',
    audit: ['refund.settle'],
  },
];

/** Actions of the audit that say how a refund ended, or that nobody can tell. */
export const ENDINGS: ReadonlySet<string> = new Set([
  ...['refund.settle', 'refund.decline', 'refund.reverse', 'refund.conflict'],
]);

/** Where a life takes place. */
export interface Stage {
  /** The part of the worker is played by hand, so that the API answers when the life says so. */
  readonly services: Pick<Services, 'dispatch' | 'webhooks'>;
  now(): number;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Adds a refund and confirms it; answers its id. Nothing else waits to be sent. */
  confirmed(): Promise<number>;
  /** Tells an event at the providers' door. */
  tell(rawBody: Buffer, headers: Record<string, string>): Promise<void>;
}

type Step = ProviderWord | 'reply';

const WORKER = 'worker';
const DELIVERIES = 5;
const MOST_CLAIMED = 1000;

/** A refund that is sent, and then hears all of it in an order of its own, each event five times. */
export async function live(stage: Stage, { words, reply }: ProviderLife, random: Random) {
  const { services } = stage;
  const events = words.flatMap((word) => Array<Step>(DELIVERIES).fill(word));
  const steps = random.shuffled<Step>([...events, 'reply']);
  const refundId = await stage.confirmed();
  const [task] = await services.dispatch.claim(WORKER, MOST_CLAIMED);
  if (!task) throw new Error(`refund ${refundId} does not wait to be sent`);
  for (const [index, step] of steps.entries()) {
    if (step === 'reply') {
      await answer(stage, task, reply);
      continue;
    }
    // Told again under its own id, or as news of its own.
    const eventId = `${task.order.providerKey}.${step}.${random.chance(0.5) ? 'same' : index}`;
    const body = bodyOf(step, task);
    await stage.tell(body, signed(body, eventId, stage.now()));
    if (random.chance(0.5)) await services.webhooks.round();
  }
  await services.webhooks.round();
  return { refundId, steps };
}

async function answer(stage: Stage, task: Task, reply: ProviderLookup): Promise<void> {
  const { dispatch } = stage.services;
  if (reply.kind !== 'absent') return dispatch.record(task, reply);
  // What is absent was asked for after the line had broken; unless the news came first.
  await dispatch.record(task, { kind: 'unknown', cause: 'timeout' });
  await stage.pass(pauseMs(1));
  const [asked] = await dispatch.claim(WORKER, MOST_CLAIMED);
  if (asked) await dispatch.record(asked, reply);
}

function bodyOf(word: ProviderWord, { order }: Task): Buffer {
  const { shop, providerKey: key, paymentReference: payment, amount, currency } = order;
  return eventBody(word, { id: `r ${key}`, payment, amount, currency, key }, { shop });
}
