/** Refunds as callers look at them. Reads what is committed, writes nothing. */
import { requireScope, type Caller, type Principal } from '../domain/access';
import { requireUnfulfilled } from '../domain/order';
import { Refusal } from '../domain/refusal';
import { offeredForms } from '../domain/refund-form';
import { partFor, refundState, type Refund } from '../domain/refund';
import { REFUNDABLE_RETURN } from '../domain/return';
import type { OrderBook } from './order-book';
import { suggest } from './composed-refund';
import { ledgerOf, ledgersOf, partsOf } from './ledger';
import { counted, cut, pageOf } from './page';
import { promisedFor, refundsOfOrder } from './payback';
import type { Listing, Reader, ReadStores, RefundField, RefundSort } from './ports';
import { quoteFor } from './quote';
import { getSource, refundableFor, requireRefundable } from './refund-source';
import { takenOf } from './taken';
import { shopOf } from './shop-service';
import type {
  Counted,
  OrderLedger,
  PageOf,
  PossibleRefunds,
  Quote,
  RefundForms,
  RefundParts,
  RefundStatus,
  ReturnStory,
  Suggestion,
  WholeRefund,
} from './views';
import type {
  ListRefunds,
  LookForRefunds,
  NumberedRefund,
  PageOfDrafts,
  PageOfLedgers,
  QuoteRefund,
  SuggestRefund,
} from './wishes';

/** What ends the time in which nobody has decided about a return, as the audit calls it. */
const DECISIONS: ReadonlySet<string> = new Set(['return.accept', 'return.reject', 'return.cancel']);

export class RefundReader {
  constructor(
    private readonly reader: Reader,
    private readonly book: OrderBook,
  ) {}

  /** What can still be refunded for the source, payment by payment. */
  async possible(caller: Caller, wish: LookForRefunds): Promise<PossibleRefunds> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const source = await getSource(this.book, stores, caller.shop, wish);
      const { order, returned, sourceType, sourceId } = source;
      if (wish.unfulfilledOnly && !returned) requireUnfulfilled(order);
      if (wish.refundableOnly) requireRefundable(source);
      const refundable = returned && !REFUNDABLE_RETURN.has(returned.state) ? 0 : refundableFor(source);
      return {
        sourceType,
        sourceId,
        orderId: order.id,
        currency: order.currency,
        refundable,
        payments: order.payments,
      };
    });
  }

  /** In which forms the customer may have the money back, and how much of it. */
  async forms(caller: Caller, orderId: number): Promise<RefundForms> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const order = await this.book.get(stores, caller.shop, orderId);
      const promised = await promisedFor(stores, caller.shop, orderId);
      return { currency: order.currency, forms: offeredForms(await shopOf(stores, caller.shop), order, promised) };
    });
  }

  /** The returns of an order, each with its refunds. */
  async ofReturns(caller: Caller, orderId: number): Promise<readonly ReturnStory[]> {
    requireScope(caller, 'returns:read');
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      await this.book.get(stores, caller.shop, orderId);
      const returns = await stores.returns.ofOrder(caller.shop, orderId);
      const refunds = await refundsOfOrder(stores, caller.shop, orderId);
      return Promise.all(
        returns.map(async (returned): Promise<ReturnStory> => {
          const audit = await stores.audit.of(caller.shop, 'return', returned.id);
          const decided = audit.find(({ action }) => DECISIONS.has(action));
          return {
            returned,
            refunds: refunds.flatMap((refund) => partFor(refund, returned.id) ?? []),
            ...(decided ? { decidedAt: decided.at } : {}),
          };
        }),
      );
    });
  }

  async status(caller: Caller, refundId: number): Promise<RefundStatus> {
    requireScope(caller, 'refunds:read');
    const refund = await this.reader.read((stores) => this.find(stores, caller, refundId));
    const { id, amount, currency, createdAt, confirmedAt, transactions } = refund;
    const settled = transactions.filter(({ state }) => state === 'settled');
    const settledAt = settled.map((transaction) => transaction.settledAt ?? transaction.updatedAt);
    return {
      refundId: id,
      state: refundState(transactions),
      amount,
      currency,
      settledAmount: settled.reduce((sum, transaction) => sum + transaction.amount, 0),
      createdAt,
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
      ...(settledAt.length === 0 ? {} : { settledAt: Math.max(...settledAt) }),
      transactions,
    };
  }

  /** By id; those that wait for confirmation unless another state is asked for. */
  async list(caller: Caller, wish: ListRefunds): Promise<PageOf<Refund>> {
    requireScope(caller, 'refunds:read');
    const { cursor, limit, state = 'requested', ...filter } = wish;
    const page = pageOf(wish);
    const wanted = { ...filter, ...page, ...(state === 'all' ? {} : { state }) };
    return cut(await this.reader.read((stores) => stores.refunds.list(caller.shop, wanted)), page);
  }

  /** A page of the refunds that wait for confirmation, and how many there are. */
  async drafts(caller: Caller, wish: PageOfDrafts): Promise<Counted<Refund>> {
    requireScope(caller, 'refunds:read');
    const { page, limit, ...ofSource } = wish;
    const filter = { ...ofSource, state: 'requested' as const };
    return this.reader.read((stores) => {
      const listed = stores.refunds.list(caller.shop, { ...filter, after: 0, limit, skip: (page - 1) * limit });
      return counted(listed, stores.refunds.count(caller.shop, filter));
    });
  }

  /** The refund with this number among the payments and refunds of its source. */
  async numbered(caller: Caller, wish: NumberedRefund): Promise<Refund> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      await getSource(this.book, stores, caller.shop, wish);
      const refund = await stores.refunds.findNumbered(caller.shop, wish);
      if (refund) return refund;
      const { sourceType, sourceId, ordinal } = wish;
      throw new Refusal('refund_not_found', `${sourceType} ${sourceId} has no refund ${ordinal}`, 'ordinal');
    });
  }

  /** A refund whole: lines, adjustments, transactions, audit. */
  async get(caller: Caller, refundId: number): Promise<WholeRefund> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const refund = await this.find(stores, caller, refundId);
      const named = await stores.refunds.adjustmentsOfOrders(caller.shop, [refund.orderId]);
      return {
        refund,
        lines: await stores.refunds.linesOf(caller.shop, refundId),
        adjustments: named.filter((adjustment) => adjustment.refundId === refundId),
        audit: await stores.audit.of(caller.shop, 'refund', refundId),
      };
    });
  }

  /** A page of refunds by whatever the caller combines. */
  async listed(caller: Caller, listing: Listing<RefundField, RefundSort>): Promise<Counted<RefundParts>> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const refunds = await stores.listings.refunds(caller.shop, listing);
      const parts = partsOf(stores, caller.shop, refunds);
      return counted(parts, stores.listings.countRefunds(caller.shop, listing.conditions));
    });
  }

  /** What a refund is made of that the caller was just given: that needs no further scope. */
  async parts({ shop }: Principal, refund: Refund): Promise<RefundParts> {
    const [found] = await this.reader.read((stores) => partsOf(stores, shop, [refund]));
    return found ?? { refund, lines: [], adjustments: [] };
  }

  /** Refuses who may not read ledgers. For doors that answer a change with what it made of one: refused afterwards, it would be done. */
  requireLedgers(caller: Caller): void {
    requireScope(caller, 'orders:read');
    requireScope(caller, 'refunds:read');
  }

  /** An order with all that was given back of it. */
  async ledger(caller: Caller, orderId: number): Promise<OrderLedger> {
    this.requireLedgers(caller);
    return this.reader.read((stores) => ledgerOf(stores, this.book, caller.shop, orderId));
  }

  async ledgers(caller: Caller, { page, ...wish }: PageOfLedgers): Promise<readonly OrderLedger[]> {
    this.requireLedgers(caller);
    return this.reader.read(async (stores) => {
      const orders = await stores.orders.search(caller.shop, { ...wish, skip: (page - 1) * wish.limit });
      return ledgersOf(stores, this.book, caller.shop, orders);
    });
  }

  /** Works out what a refund that its caller puts together could be of. */
  async suggest(caller: Caller, wish: SuggestRefund): Promise<Suggestion> {
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const order = await this.book.get(stores, caller.shop, wish.orderId);
      return suggest(order, await takenOf(stores, caller.shop, order.id), wish);
    });
  }

  /** Works out what a refund would give back, to where and why. */
  async quote(caller: Caller, wish: QuoteRefund): Promise<Quote> {
    requireScope(caller, 'refunds:read');
    return this.reader.read((stores) => quoteFor(stores, this.book, caller.shop, wish));
  }

  private async find(stores: ReadStores, caller: Caller, refundId: number): Promise<Refund> {
    const refund = await stores.refunds.find(caller.shop, refundId);
    if (!refund) throw new Refusal('refund_not_found', `there is no refund ${refundId}`, 'refundId');
    return refund;
  }
}
