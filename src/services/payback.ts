/**
 * How a customer wants the money for goods that come back, on platforms where he says so. Until the return is accepted that
 * is a promise: it lowers what is offered to others, and reserves nothing. With the acceptance it becomes refunds; a return that
 * is taken up again is promised anew what none of its refunds holds.
 */
import type { Caller } from '../domain/access';
import { automaticallyRefundable, planParts, type Strategy } from '../domain/allocation';
import type { Order } from '../domain/order';
import type { Refund } from '../domain/refund';
import {
  automaticPayments,
  fillForms,
  payoutOf,
  requireOffered,
  type ChosenForm,
  type RefundForm,
} from '../domain/refund-form';
import { partFor, refundState } from '../domain/refund';
import { Refusal } from '../domain/refusal';
import { sourceTypeOf, type Return } from '../domain/return';
import { newAutomaticParts, newManualPart, returnContent } from './new-refund';
import type { NewRefund, ReadStores, Stores } from './ports';
import { addRefund } from './refund-adding';
import type { FoundSource } from './refund-source';
import { cancelRefund } from './refund-steps';
import { shopOf } from './shop-service';

const PAGE = 100;

/** What the returns of the order that nobody has decided about will give. */
export async function promisedFor(
  stores: ReadStores,
  shop: string,
  orderId: number,
  except?: number,
): Promise<ChosenForm[]> {
  const returns = await stores.returns.ofOrder(shop, orderId);
  return returns.flatMap(({ id, state, payback = [] }) => (state === 'open' && id !== except ? payback : []));
}

/** What each wished form is to give for goods of this worth. */
export async function promise(
  stores: ReadStores,
  shop: string,
  order: Order,
  wished: readonly RefundForm[],
  worth: number,
  except?: number,
): Promise<ChosenForm[]> {
  const promised = await promisedFor(stores, shop, order.id, except);
  const settings = await shopOf(stores, shop);
  requireOffered(settings, order, promised, wished);
  return fillForms(settings, order, promised, wished, worth);
}

/** Refuses forms of refunds where no money is given back. */
export function requireNoExchange({ compensation }: Pick<Return, 'compensation'>): void {
  if (compensation !== 'exchange') return;
  throw new Refusal('return_is_exchange', 'goods that are exchanged are not paid back', 'payback');
}

/** What each chosen form has to give for the goods of a return that are accepted, beside the refunds that live already. */
export function owedIn(order: Order, { payback = [], committed }: Return, worth: number): ChosenForm[] {
  // What was offered once is kept, whatever the shop offers now.
  return fillForms({ offersVouchers: true }, order, [], payback, worth - committed);
}

/** The refunds of each chosen form that gives anything, of a return just accepted or taken up again; answers it as it stands then. */
export async function payBack(
  stores: Stores,
  caller: Caller,
  order: Order,
  accepted: Return,
  at: number,
): Promise<Return> {
  const { strategy } = await shopOf(stores, caller.shop);
  const { payback = [] } = accepted;
  let { lastOrdinal } = accepted;
  for (const refund of payback.flatMap((form) => refundsIn(order, form, strategy))) {
    const source: FoundSource = {
      sourceType: sourceTypeOf(accepted.kind),
      sourceId: accepted.id,
      order,
      returned: { ...accepted, lastOrdinal },
    };
    const made = { ...refund, content: returnContent(source, refund.amount) };
    ({ ordinal: lastOrdinal } = await addRefund(stores, caller, source, made, {}, at));
  }
  const committed = accepted.committed + payback.reduce((sum, { amount }) => sum + amount, 0);
  return { ...accepted, committed, lastOrdinal };
}

/** What the form gives: an automatic refund as far as providers can give its payments back, and the rest as a manual one. */
function refundsIn(
  order: Order,
  form: ChosenForm,
  strategy: Strategy,
): Pick<NewRefund, 'method' | 'amount' | 'transactions'>[] {
  const payments = automaticPayments(order, form);
  const destination = payoutOf(form);
  const automatic = destination === undefined ? form.amount : Math.min(form.amount, automaticallyRefundable(payments));
  const byHand = form.amount - automatic;
  const refunds: Pick<NewRefund, 'method' | 'amount' | 'transactions'>[] = [];
  if (automatic > 0) {
    const transactions = newAutomaticParts(planParts(automatic, payments, strategy, order.currency));
    refunds.push({ method: 'automatic', amount: automatic, transactions });
  }
  if (byHand > 0 && destination !== undefined) {
    refunds.push({ method: 'manual', amount: byHand, transactions: [newManualPart(byHand, { destination })] });
  }
  return refunds;
}

/** Cancels the refunds of a return that wait for confirmation: nobody has decided to send them. */
export async function takeBack(stores: Stores, caller: Caller, returned: Return, at: number): Promise<void> {
  for (const refund of await refundsOfOrder(stores, caller.shop, returned.orderId)) {
    if (!partFor(refund, returned.id) || refundState(refund.transactions) !== 'requested') continue;
    const transactions = await stores.refunds.transactionsOf(caller.shop, refund.id);
    await cancelRefund(stores, caller, refund, transactions, at);
  }
}

/** All refunds of the order and of its returns, oldest first. */
export async function refundsOfOrder(stores: ReadStores, shop: string, orderId: number): Promise<Refund[]> {
  const found: Refund[] = [];
  for (;;) {
    const page = await stores.refunds.list(shop, { orderId, after: found.at(-1)?.id ?? 0, limit: PAGE });
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}
