/** How what a provider says about a transaction of ours becomes its state: whatever the order, and however often. */
import {
  TRANSITIONS,
  wayTo,
  type ProviderWord,
  type TransactionEvent,
  type TransactionState,
} from '../domain/transaction';
import { writeAudit, type Actor } from './audit';
import { canonicalJson } from './canonical-json';
import type { Alarm } from './alarm';
import type { Stores, TransactionRecord } from './ports';
import { auditRefund, refundNow, step, type News } from './refund-steps';

/** Events that somebody still has to bring about: a state that knows one of them is not finished. */
const WAITING: ReadonlySet<string> = new Set<TransactionEvent>(['send', 'settle', 'decline']);

export function isOpen(state: TransactionState): boolean {
  return Object.keys(TRANSITIONS[state]).some((event) => WAITING.has(event));
}

/** How the audit names what a provider did. */
export function providerActor(shop: string, provider: string): Actor {
  return { shop, name: `provider ${provider}` };
}

/**
 * Brings the transaction to what its provider says. What was overtaken changes nothing; what contradicts our books changes
 * nothing either, but is never dropped silently: the audit has it, and somebody is called.
 */
export async function hearWord(
  stores: Stores,
  transaction: TransactionRecord,
  word: ProviderWord,
  news: News,
  at: number,
  alarms: Alarm[],
): Promise<TransactionState> {
  const way = wayTo(transaction, word);
  if (way === 'contradiction') {
    await reportConflict(stores, transaction, `the provider says ${word}`, at, alarms);
    return transaction.state;
  }
  const { message, ...rest } = news;
  let now = transaction;
  for (const [index, event] of way.entries()) {
    // Why it ended so is said of the end, not of the way there.
    const told = index === way.length - 1 ? news : rest;
    now = { ...now, state: await applyEvent(stores, now, event, told, at) };
  }
  return now.state;
}

/** One event about one transaction, with its audit entry. What the state does not know has been overtaken. */
export async function applyEvent(
  stores: Stores,
  transaction: TransactionRecord,
  event: TransactionEvent,
  news: News,
  at: number,
): Promise<TransactionState> {
  if (TRANSITIONS[transaction.state][event] === undefined) return transaction.state;
  // Nothing about the money changes when it is sent; what comes of it is told.
  if (event === 'send') return step(stores, transaction, event, at, news);
  const { shop, refundId } = transaction;
  const before = await refundNow(stores, shop, refundId);
  const to = await step(stores, transaction, event, at, news);
  const after = await refundNow(stores, shop, refundId);
  await auditRefund(stores, actorOf(transaction), `refund.${event}`, { before, after, reason: news.message }, at);
  return to;
}

/** Writes down, once, what cannot be true beside our books. */
export async function reportConflict(
  stores: Stores,
  transaction: TransactionRecord,
  said: string,
  at: number,
  alarms: Alarm[],
): Promise<void> {
  const { shop, refundId, id: transactionId, state } = transaction;
  const after = { transactionId, state, said };
  const known = await stores.audit.of(shop, 'refund', refundId);
  if (known.some((entry) => entry.action === 'refund.conflict' && entry.after === canonicalJson(after))) return;
  const deed = { subject: 'refund', subjectId: refundId, action: 'refund.conflict', after } as const;
  await writeAudit(stores, actorOf(transaction), deed, at);
  const message = `refund ${refundId}: transaction ${transactionId} is ${state}, but ${said}`;
  alarms.push({ code: 'outcome_contradicted', shop, transactionId, message });
}

function actorOf({ shop, provider = 'unknown' }: TransactionRecord): Actor {
  return providerActor(shop, provider);
}
