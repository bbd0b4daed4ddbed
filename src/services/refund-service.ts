/** Refunds as callers ask for them: added (and reserved), changed, confirmed, cancelled. Sending is not done here. */
import { requireScope, type Caller } from '../domain/access';
import { planParts } from '../domain/allocation';
import { parsePositive, parseWished, requireCurrency } from '../domain/money';
import {
  paymentNumbered,
  paymentOf,
  refundableOnPayment,
  requireAutomatic,
  requireReference,
  requireUnfulfilled,
  type Order,
  type Payment,
} from '../domain/order';
import { Refusal } from '../domain/refusal';
import { requireSomething, type Refund } from '../domain/refund';
import { HOLDING, next, requireUnconfirmed } from '../domain/transaction';
import { compose } from './composed-refund';
import { joinGoods } from './joint-refund';
import { manualPart, newAutomaticParts, newManualPart, orderContent, plainContent, returnContent } from './new-refund';
import { Once } from './once';
import type { OrderBook } from './order-book';
import type { Clock, Stores, TransactionRecord, UnitOfWork } from './ports';
import { addRefund } from './refund-adding';
import { replace, replan } from './refund-resizing';
import { resolveTransactions } from './refund-resolution';
import {
  lockSource,
  refundableFor,
  requireFreshView,
  requireRefundable,
  requireReturned,
  requireRoom,
  type FoundSource,
} from './refund-source';
import { auditRefund, cancelRefund, refundNow, step } from './refund-steps';
import { shopOf } from './shop-service';
import { takenOf } from './taken';
import type {
  AddAutomaticRefund,
  AddAutomaticRefundForOrder,
  AddComposedRefund,
  AddJointRefund,
  AddManualRefund,
  CancelRefund,
  ConfirmRefund,
  ResolveRefund,
  UpdateRefund,
} from './wishes';

export class RefundService {
  private readonly once: Once;

  constructor(
    work: UnitOfWork,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {
    this.once = new Once(work, clock);
  }

  /** Refunds an accepted return or claim, planned over the payments of its order by the shop's strategy. */
  async addAutomatic(caller: Caller, wish: AddAutomaticRefund): Promise<Refund> {
    requireScope(caller, 'refunds:create');
    return this.once.run(caller, 'addAutomaticRefund', wish, async (stores) => {
      const source = await lockSource(this.book, stores, caller.shop, wish);
      requireReturned(source);
      requireRefundable(source);
      const { currency, payments } = source.order;
      if (wish.currency !== undefined) requireCurrency(wish.currency, currency);

      const left = refundableFor(source);
      const amount = wish.amount === undefined ? left : parsePositive(wish.amount, currency).minor;
      if (amount === 0)
        throw new Refusal('amount_exceeds_refundable', `nothing is left to refund for ${wish.sourceId}`);
      requireRoom(amount, left, currency);
      const { strategy } = await shopOf(stores, caller.shop);
      const parts = planParts(amount, payments, strategy, currency);
      const content = returnContent(source, amount);
      const made = { method: 'automatic', content, amount, transactions: newAutomaticParts(parts) } as const;
      return addRefund(stores, caller, source, made, wish, this.clock.now());
    });
  }

  /** Refunds one payment of an order. */
  async addAutomaticForOrder(caller: Caller, wish: AddAutomaticRefundForOrder): Promise<Refund> {
    requireScope(caller, 'refunds:create');
    return this.once.run(caller, 'addAutomaticRefundForOrder', wish, async (stores) => {
      const order = await this.book.lock(stores, caller.shop, wish.orderId);
      const payment =
        'paymentOrdinal' in wish ? paymentNumbered(order, wish.paymentOrdinal) : paymentOf(order, wish.paymentId);
      requireCurrency(wish.currency, order.currency);
      requireAutomatic(order, payment, wish.draft);
      if (wish.unfulfilledOnly) requireUnfulfilled(order);
      const amount = parseWished(wish.amount, order.currency, wish.draft).minor;
      const left = refundableOnPayment(order, payment);
      requireFreshView(wish.expectedRefundable, left, order.currency);
      const content = await orderContent(stores, caller.shop, order, wish, amount);
      requireRoom(amount, left, order.currency);
      const source: FoundSource = { sourceType: 'order', sourceId: order.id, order };
      const transactions = newAutomaticParts([{ payment, amount }]);
      const made = { method: 'automatic', content, amount, transactions } as const;
      return addRefund(stores, caller, source, made, wish, this.clock.now());
    });
  }

  /** Records a refund whose money moves outside. */
  async addManual(caller: Caller, wish: AddManualRefund): Promise<Refund> {
    requireScope(caller, 'refunds:create');
    return this.once.run(caller, 'addManualRefund', wish, async (stores) => {
      const source = await lockSource(this.book, stores, caller.shop, wish);
      requireRefundable(source);
      requireCurrency(wish.currency, source.order.currency);
      const part = manualPart(wish);
      const amount = parseWished(wish.amount, wish.currency, wish.draft).minor;
      const left = refundableFor(source);
      requireFreshView(wish.expectedRefundable, left, source.order.currency);
      const content = source.returned
        ? plainContent(source, wish, amount)
        : await orderContent(stores, caller.shop, source.order, wish, amount);
      requireRoom(amount, left, source.order.currency);
      const transactions = [newManualPart(amount, part)];
      const made = { method: 'manual', content, amount, transactions } as const;
      return addRefund(stores, caller, source, made, wish, this.clock.now());
    });
  }

  /** Adds a refund that is put together by its caller, and carries it out at once: there is nothing to confirm later. */
  async addComposed(caller: Caller, wish: AddComposedRefund): Promise<Refund> {
    requireScope(caller, 'refunds:create');
    requireScope(caller, 'refunds:confirm');
    return this.once.run(caller, 'addComposedRefund', wish, async (stores) => {
      const order = await this.book.lock(stores, caller.shop, wish.orderId);
      const made = compose(order, await takenOf(stores, caller.shop, order.id), wish);
      const source: FoundSource = { sourceType: 'order', sourceId: order.id, order };
      return this.doAtOnce(stores, caller, await addRefund(stores, caller, source, made, wish, this.clock.now()));
    });
  }

  /** Adds a refund for several returns of an order, shipping and an adjustment, and carries it out at once. */
  async addJoint(caller: Caller, wish: AddJointRefund): Promise<Refund> {
    requireScope(caller, 'refunds:create');
    requireScope(caller, 'refunds:confirm');
    return this.once.run(caller, 'addJointRefund', wish, async (stores) => {
      const order = await this.book.lock(stores, caller.shop, wish.orderId);
      const { strategy } = await shopOf(stores, caller.shop);
      const { source, made } = await joinGoods(stores, caller.shop, order, strategy, wish);
      return this.doAtOnce(stores, caller, await addRefund(stores, caller, source, made, wish, this.clock.now()));
    });
  }

  /** Changes the amount of a refund that is not confirmed; what it reserves changes with it. */
  async update(caller: Caller, wish: UpdateRefund): Promise<Refund> {
    requireScope(caller, 'refunds:update');
    return this.once.run(caller, 'updateRefund', wish, async (stores) => {
      const { refund, source } = await this.lockRefund(stores, caller.shop, wish.refundId);
      const transactions = await stores.refunds.transactionsOf(caller.shop, refund.id);
      requireCurrency(wish.currency, refund.currency);
      const amount = parseWished(wish.amount, refund.currency, wish.draft).minor;
      requireRoom(amount, refundableFor(source) + heldBy(transactions), refund.currency);
      requireStep(transactions, 'update');
      const planned = await replan(stores, caller.shop, source, refund, transactions, amount);
      await replace(stores, caller.shop, refund, source, transactions, planned, this.clock.now());
      const content = source.returned
        ? returnContent(source, amount)
        : { adjustment: refund.adjustment + amount - refund.amount };
      await stores.refunds.resize(caller.shop, refund.id, amount, content);
      return this.changed(stores, caller, 'refund.update', refund);
    });
  }

  /** Hands an automatic refund to the worker; records that a manual one was paid out. */
  async confirm(caller: Caller, wish: ConfirmRefund): Promise<Refund> {
    requireScope(caller, 'refunds:confirm');
    return this.once.run(caller, 'confirmRefund', wish, async (stores) => {
      const { refund, source } = await this.lockRefund(stores, caller.shop, wish.refundId);
      const event = refund.method === 'automatic' ? 'approve' : 'record';
      const transactions = await stores.refunds.transactionsOf(caller.shop, refund.id);
      if (wish.unfulfilledOnly && event === 'approve' && !source.returned) requireUnfulfilled(source.order);
      requireSomething(refund);
      requireStep(transactions, event);
      for (const { paymentId } of transactions) {
        if (paymentId !== undefined) requireSendable(source.order, paymentOf(source.order, paymentId));
      }
      requireFreshView(wish.expectedRefundable, refundableFor(source), refund.currency);
      await this.carryOut(stores, refund.id, caller.shop, transactions);
      return this.changed(stores, caller, 'refund.confirm', refund);
    });
  }

  /** Cancels a refund of which nothing was sent, and releases its money. */
  async cancel(caller: Caller, wish: CancelRefund): Promise<Refund> {
    requireScope(caller, 'refunds:cancel');
    return this.once.run(caller, 'cancelRefund', wish, async (stores) => {
      const { refund } = await this.lockRefund(stores, caller.shop, wish.refundId);
      const transactions = await stores.refunds.transactionsOf(caller.shop, refund.id);
      if (wish.unconfirmedOnly) transactions.forEach(requireUnconfirmed);
      return cancelRefund(stores, caller, refund, transactions, this.clock.now(), wish.reason);
    });
  }

  /** Writes down what a person found out about transactions whose fate the gateway does not know. */
  async resolve(caller: Caller, wish: ResolveRefund): Promise<Refund> {
    requireScope(caller, 'refunds:resolve');
    return this.once.run(caller, 'resolveRefund', wish, async (stores) => {
      const { refund } = await this.lockRefund(stores, caller.shop, wish.refundId);
      const transactions = await stores.refunds.transactionsOf(caller.shop, refund.id);
      await resolveTransactions(stores, transactions, wish, this.clock.now());
      return this.changed(stores, caller, 'refund.resolve', refund, wish.reason);
    });
  }

  /** Carries out a refund that was just added: there is nothing to confirm later. */
  private async doAtOnce(stores: Stores, caller: Caller, refund: Refund): Promise<Refund> {
    await this.carryOut(stores, refund.id, caller.shop, await stores.refunds.transactionsOf(caller.shop, refund.id));
    return this.changed(stores, caller, 'refund.confirm', refund);
  }

  /** Hands to the worker what a provider can move; what moves outside counts as moved. */
  private async carryOut(
    stores: Stores,
    refundId: number,
    shop: string,
    transactions: readonly TransactionRecord[],
  ): Promise<void> {
    const now = this.clock.now();
    for (const transaction of transactions) {
      const isOutside = transaction.provider === undefined;
      await step(stores, transaction, isOutside ? 'record' : 'approve', now);
      if (!isOutside) await stores.outbox.add(shop, transaction.id, now);
    }
    await stores.refunds.markConfirmed(shop, refundId, now);
  }

  /** Takes the order of a refund for this unit of work, then reads the refund: in this sequence it cannot be stale. */
  private async lockRefund(
    stores: Stores,
    shop: string,
    refundId: number,
  ): Promise<{ refund: Refund; source: FoundSource }> {
    const orderId = await stores.refunds.orderOf(shop, refundId);
    const order = orderId === undefined ? undefined : await this.book.lock(stores, shop, orderId);
    const refund = await stores.refunds.find(shop, refundId);
    if (!order || !refund) throw new Refusal('refund_not_found', `there is no refund ${refundId}`, 'refundId');
    const { sourceType, sourceId } = refund;
    const returned = sourceType === 'order' ? undefined : await stores.returns.find(shop, sourceId);
    return { refund, source: { sourceType, sourceId, order, ...(returned ? { returned } : {}) } };
  }

  /** Reads the refund as it is now, and writes the audit entry about the change. */
  private async changed(
    stores: Stores,
    caller: Caller,
    action: string,
    before: Refund,
    reason?: string,
  ): Promise<Refund> {
    const after = await refundNow(stores, caller.shop, before.id);
    await auditRefund(stores, caller, action, { before, after, reason }, this.clock.now());
    return after;
  }
}

/** What was found out about a payment since the refund was agreed: that the provider cannot find it, or may not give it back. */
function requireSendable(order: Order, payment: Payment): void {
  requireReference(payment);
  requireAutomatic(order, payment);
}

/** What the transactions of one refund hold together. */
function heldBy(transactions: readonly TransactionRecord[]): number {
  return transactions.reduce((sum, { state, amount }) => sum + (HOLDING.has(state) ? amount : 0), 0);
}

/** Refuses a step that not every transaction of the refund can take: a refund is confirmed or cancelled whole. */
function requireStep(transactions: readonly TransactionRecord[], event: 'update' | 'approve' | 'record'): void {
  // Of goods alone, and done since it was added.
  if (transactions.length === 0) next('settled', event);
  for (const { state } of transactions) next(state, event);
}
