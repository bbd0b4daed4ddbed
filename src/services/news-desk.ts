/** Finds out what news of a provider are about, and writes them down: once, in any order, or not yet. */
import { formatMinor } from '../domain/money';
import type { Alarm } from './alarm';
import type { ProviderNews, Stores, TransactionRecord } from './ports';
import { importRefund, PLACED, waits, type Placed } from './provider-import';
import { hearWord, isOpen, reportConflict } from './transaction-news';

/** Providers may be wordy; more than the contracts carry would make an answer that cannot be sent. */
export const LONGEST_MESSAGE = 1000;

export async function placeNews(
  stores: Stores,
  provider: string,
  news: ProviderNews,
  at: number,
  alarms: Alarm[],
): Promise<Placed> {
  const [transaction, second] = await toldOf(stores, provider, news);
  if (second) return waits(`more than one refund is called ${news.reference} by ${provider}`, true);
  if (transaction) return hear(stores, transaction, news, at, alarms);

  const { reference, paymentReference, amount, currency, providerKey: ourReference, ...rest } = news;
  if (reference === undefined || paymentReference === undefined || amount === undefined || currency === undefined) {
    return waits(
      `${provider} told of a refund that is not known here: ${ourReference ?? reference ?? 'without a name'}`,
    );
  }
  const named = ourReference === undefined ? {} : { ourReference };
  return importRefund(stores, provider, { ...rest, ...named, reference, paymentReference, amount, currency }, at);
}

/** By the key that we sent along, else by the provider's own id. News of one provider never touch another's refund. */
async function toldOf(
  stores: Stores,
  provider: string,
  { shop, providerKey, reference }: ProviderNews,
): Promise<TransactionRecord[]> {
  const byKey = providerKey === undefined ? undefined : await stores.refunds.findByProviderKey(shop, providerKey);
  if (byKey?.provider === provider) return [byKey];
  return reference === undefined ? [] : stores.refunds.findByReference(shop, provider, reference);
}

async function hear(
  stores: Stores,
  transaction: TransactionRecord,
  news: ProviderNews,
  at: number,
  alarms: Alarm[],
): Promise<Placed> {
  const { amount = transaction.amount, currency = transaction.currency, kind, reference, message } = news;
  if (amount !== transaction.amount || currency !== transaction.currency) {
    const said = `the provider says ${kind} of ${amount} ${currency} in minor units`;
    const ours = `${formatMinor(transaction.amount, transaction.currency)} ${transaction.currency}`;
    if (isOpen(transaction.state)) return waits(`transaction ${transaction.id} is about ${ours}, but ${said}`, true);
    await reportConflict(stores, transaction, said, at, alarms);
    return PLACED;
  }
  const told = {
    ...(reference === undefined ? {} : { reference }),
    ...(message === undefined ? {} : { message: message.slice(0, LONGEST_MESSAGE) }),
  };
  await hearWord(stores, transaction, kind, told, at, alarms);
  return PLACED;
}
