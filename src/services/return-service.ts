/** Returns, claims and cancellations: opened, accepted, received, closed. They decide what of an order may be refunded. */
import { requireScope, type Caller } from '../domain/access';
import { Refusal } from '../domain/refusal';
import {
  closing,
  kindOfGoodsBack,
  kindOfReturn,
  nextReturnState,
  type Return,
  type ReturnEvent,
  type ReturnLine,
} from '../domain/return';
import { isSent } from '../domain/order-stage';
import { reopeningBy, requireSide, scopeFor, sideOf } from '../domain/return-sides';
import {
  acceptedLines,
  askedLines,
  openedLines,
  receivedLines,
  reopenedLines,
  wantedWorth,
  worthOf,
} from '../domain/return-lines';
import { writeAudit } from './audit';
import { Once } from './once';
import type { OrderBook } from './order-book';
import { cut, pageOf } from './page';
import { owedIn, payBack, promise, requireNoExchange, takeBack } from './payback';
import type { Clock, Reader, Stores, UnitOfWork } from './ports';
import {
  found,
  isDone,
  missing,
  nothingAccepted,
  requireCovered,
  requireExpected,
  saidToo,
  sameLines,
  standing,
  taken,
  textsOf,
  withText,
  type Look,
  type Named,
  type Step,
} from './return-steps';
import { shopOf } from './shop-service';
import { takenOf } from './taken';
import type { PageOf } from './views';
import type {
  AcceptReturn,
  AmendReturn,
  ChangeReturn,
  ChoosePayback,
  CloseReturn,
  ListReturns,
  OpenReturn,
  ReceiveReturn,
  RejectReturn,
} from './wishes';

/** Steps after which the goods are accepted: what was promised for them is due. */
const ACCEPTING: ReadonlySet<ReturnEvent> = new Set(['accept', 'reopen']);

export class ReturnService {
  private readonly once: Once;

  constructor(
    work: UnitOfWork,
    private readonly reader: Reader,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {
    this.once = new Once(work, clock);
  }

  /** Opens a return; its units are held, so that nobody gives them back twice. */
  async open(caller: Caller, wish: OpenReturn): Promise<Return> {
    requireScope(caller, 'returns:ask');
    // Whoever chooses the forms asks for the money, and the acceptance only grants it.
    if (wish.payback) requireScope(caller, 'refunds:create');
    return this.once.run(caller, 'openReturn', wish, (stores) => this.openIn(stores, caller, wish));
  }

  /** As `open`, inside a unit of work that does more, such as an import. */
  async openIn(stores: Stores, caller: Caller, wish: OpenReturn): Promise<Return> {
    const now = this.clock.now();
    const order = await this.book.lock(stores, caller.shop, wish.orderId);
    const { returnWindowDays } = await shopOf(stores, caller.shop);
    const kindNow = wish.goodsBack ? kindOfGoodsBack : kindOfReturn;
    const kind = wish.kind ?? kindNow(order, returnWindowDays, now);
    if (kind === 'cancellation' && isSent(order)) {
      throw new Refusal('order_already_shipped', `order ${order.id} is shipped: open a return or a claim`, 'kind');
    }
    if (wish.reference !== undefined && (await stores.returns.findByReference(caller.shop, wish.reference))) {
      throw taken(wish.reference);
    }
    const { compensation = 'refund' } = wish;
    if (wish.payback) requireNoExchange({ compensation });
    const lines = openedLines(order, await takenOf(stores, caller.shop, order.id), wish.lines);
    const payback =
      wish.payback && (await promise(stores, caller.shop, order, wish.payback, wantedWorth(order, lines)));
    const returned = await stores.returns.add(caller.shop, {
      orderId: order.id,
      ...textsOf(wish),
      kind,
      compensation,
      state: 'open',
      currency: order.currency,
      ...(payback === undefined ? {} : { payback }),
      lines,
      captured: 0,
      committed: 0,
      refunded: 0,
      lastOrdinal: 0,
      openedAt: now,
      updatedAt: now,
    });
    await this.audit(stores, caller, 'openReturn', undefined, returned, now);
    return returned;
  }

  accept(caller: Caller, wish: AcceptReturn): Promise<Return> {
    return this.step(caller, wish, this.accepting(wish));
  }

  /** As `accept`, inside a unit of work that does more, on behalf of a shop that accepts by itself. */
  acceptIn(stores: Stores, caller: Caller, returned: Return): Promise<Return> {
    const { id: returnId } = returned;
    const shop: Caller = { ...caller, scopes: new Set([...caller.scopes, 'returns:write']) };
    return this.stepIn(stores, shop, { returnId }, () => this.accepting({ returnId }));
  }

  /** Changes what was written about a return; its state, goods and money stay. */
  async amend(caller: Caller, wish: AmendReturn): Promise<Return> {
    requireScope(caller, 'returns:write');
    return this.once.run(caller, 'amendReturn', wish, async (stores) => {
      const { returned } = await this.lockReturn(stores, caller, wish);
      const { reference, note } = wish;
      const at = this.clock.now();
      const changed: Return = {
        ...withText(withText(returned, 'reference', reference), 'note', note),
        ...saidToo(returned, wish.said),
        updatedAt: at,
      };
      const other = changed.reference && (await stores.returns.findByReference(caller.shop, changed.reference));
      if (other && other.id !== changed.id) throw taken(other.reference);
      await stores.returns.update(caller.shop, changed);
      await this.audit(stores, caller, 'amendReturn', returned, changed, at);
      return changed;
    });
  }

  reject(caller: Caller, wish: RejectReturn): Promise<Return> {
    return this.step(caller, wish, { event: 'reject', operation: 'rejectReturn', lines: nothingAccepted });
  }

  receive(caller: Caller, wish: ReceiveReturn): Promise<Return> {
    return this.step(caller, wish, this.receiving(wish));
  }

  close(caller: Caller, wish: ChangeReturn): Promise<Return> {
    return this.step(caller, wish, this.closing);
  }

  /** Closes a return whether its goods came or not, for platforms where it may be over without them. */
  async closeAnyway(caller: Caller, wish: CloseReturn): Promise<Return> {
    if (wish.bySeller) requireScope(caller, 'returns:write');
    const step = { event: 'closeAnyway', operation: 'closeReturn', lines: sameLines } as const;
    return this.step(caller, wish, step, 'closeReturnAnyway');
  }

  cancel(caller: Caller, wish: ChangeReturn): Promise<Return> {
    return this.step(caller, wish, this.cancelling);
  }

  /** Cancels a return together with those of its refunds that wait for confirmation. */
  async withdraw(caller: Caller, wish: ChangeReturn): Promise<Return> {
    requireScope(caller, 'returns:write');
    requireScope(caller, 'refunds:cancel');
    return this.once.run(caller, 'withdrawReturn', wish, async (stores) => {
      await takeBack(stores, caller, (await this.lockReturn(stores, caller, wish)).returned, this.clock.now());
      return this.stepIn(stores, caller, wish, () => this.cancelling);
    });
  }

  /** Replaces the forms in which the customer wants the money, while nobody has decided about the return. */
  async choosePayback(caller: Caller, wish: ChoosePayback): Promise<Return> {
    requireScope(caller, 'returns:write');
    requireScope(caller, 'refunds:create');
    return this.once.run(caller, 'choosePayback', wish, async (stores) => {
      const { order, returned } = await this.lockReturn(stores, caller, wish);
      requireNoExchange(returned);
      if (returned.state !== 'open') {
        throw new Refusal(
          'transition_not_allowed',
          `return ${returned.id} is ${returned.state}; nothing is chosen then`,
        );
      }
      const worth = wantedWorth(order, returned.lines);
      const payback = await promise(stores, caller.shop, order, wish.payback, worth, returned.id);
      const changed: Return = { ...returned, payback, updatedAt: this.clock.now() };
      await stores.returns.update(caller.shop, changed);
      await this.audit(stores, caller, 'choosePayback', returned, changed, changed.updatedAt);
      return changed;
    });
  }

  /**
   * Takes a closed, rejected or cancelled return up again, provided that its units are still there. A buyer's waits for the seller once
   * more where he had not decided (decision 17).
   */
  async reopen(caller: Caller, wish: ChangeReturn): Promise<Return> {
    requireScope(caller, scopeFor('reopen'));
    const reopening = (found: Return): Step => {
      const event = reopeningBy(caller, found);
      const again = event === 'reopen' ? reopenedLines : askedLines;
      const lines = async ({ stores, order, returned }: Look): Promise<readonly ReturnLine[]> =>
        again(order, await takenOf(stores, caller.shop, order.id, returned.id), returned);
      return { event, operation: 'reopenReturn', lines };
    };
    return this.once.run(caller, 'reopenReturn', wish, (stores) => this.stepIn(stores, caller, wish, reopening));
  }

  async get(caller: Caller, returnId: number): Promise<Return> {
    requireScope(caller, 'returns:read');
    return found(await this.reader.read((stores) => stores.returns.find(caller.shop, returnId)), returnId);
  }

  async list(caller: Caller, wish: ListReturns): Promise<PageOf<Return>> {
    requireScope(caller, 'returns:read');
    const { cursor, limit, ...filter } = wish;
    const page = pageOf(wish);
    return cut(await this.reader.read((stores) => stores.returns.list(caller.shop, { ...filter, ...page })), page);
  }

  /** Brings a new return on to a later state: what an import says already happened elsewhere. */
  async bringIn(stores: Stores, caller: Caller, returned: Return, state: Return['state']): Promise<Return> {
    const { id: returnId } = returned;
    const way: Readonly<Record<Return['state'], readonly Step[]>> = {
      open: [],
      accepted: [this.accepting({ returnId })],
      received: [this.accepting({ returnId }), this.receiving({ returnId })],
      closed: [this.accepting({ returnId }), this.receiving({ returnId }), this.closing],
      rejected: [{ event: 'reject', operation: 'rejectReturn', lines: nothingAccepted }],
      cancelled: [this.cancelling],
    };
    for (const step of way[state]) await this.stepIn(stores, caller, { returnId }, () => step);
    return found(await stores.returns.find(caller.shop, returnId), returnId);
  }

  private accepting(wish: AcceptReturn): Step {
    const lines = ({ order, returned }: Look): readonly ReturnLine[] => acceptedLines(order, returned, wish.lines);
    const { compensation, orAccepted = false } = wish;
    const accepting = { event: 'accept', operation: 'acceptReturn', lines } as const;
    return { ...accepting, orDone: orAccepted, ...(compensation === undefined ? {} : { compensation }) };
  }

  private receiving(wish: ReceiveReturn): Step {
    const lines = ({ order, returned }: Look): readonly ReturnLine[] => receivedLines(order, returned, wish.lines);
    return { event: 'receive', operation: 'receiveReturn', lines };
  }

  private readonly cancelling: Step = { event: 'cancel', operation: 'cancelReturn', lines: nothingAccepted };
  private readonly closing: Step = { event: 'close', operation: 'closeReturn', lines: sameLines };

  /** @param asked what an idempotency key is for; the audit calls some of these alike */
  private async step(caller: Caller, wish: Named, step: Step, asked = step.operation): Promise<Return> {
    requireScope(caller, scopeFor(step.event));
    return this.once.run(caller, asked, wish, (stores) => this.stepIn(stores, caller, wish, () => step));
  }

  /** @param stepOf which step it is, for a return as it was found */
  private async stepIn(
    stores: Stores,
    caller: Caller,
    wish: Named,
    stepOf: (returned: Return) => Step,
  ): Promise<Return> {
    const { order, returned } = await this.lockReturn(stores, caller, wish);
    const step = stepOf(returned);
    const now = this.clock.now();
    const compensation = step.compensation ?? returned.compensation;
    requireExpected(returned, wish.expected);
    if (isDone(returned, step)) return returned;
    const state = nextReturnState(returned.state, step.event);
    requireSide(caller, step.event, returned);
    if (returned.payback) requireNoExchange({ compensation });
    const lines = await step.lines({ stores, order, returned });
    const captured = worthOf(lines);
    requireCovered(returned, captured);
    const payback = returned.payback && ACCEPTING.has(step.event) ? owedIn(order, returned, captured) : undefined;
    const { reason, note } = wish;
    const { closedAt: _at, closedBy: _by, ...before } = returned;
    const changed: Return = {
      ...before,
      ...closing(state, sideOf(caller), now),
      compensation,
      state,
      lines,
      captured,
      ...(payback === undefined ? {} : { payback }),
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
      updatedAt: now,
    };
    await stores.returns.update(caller.shop, changed);
    await this.audit(stores, caller, step.operation, returned, changed, now);
    return payback === undefined ? changed : payBack(stores, caller, order, changed, now);
  }

  /** Takes the order of a return for this unit of work, then reads the return. */
  private async lockReturn(
    stores: Stores,
    caller: Caller,
    { returnId }: Pick<Named, 'returnId'>,
  ): Promise<Omit<Look, 'stores'>> {
    const orderId = await stores.returns.orderOf(caller.shop, returnId);
    if (orderId === undefined) throw missing(returnId);
    const order = await this.book.lock(stores, caller.shop, orderId);
    return { order, returned: found(await stores.returns.find(caller.shop, returnId), returnId) };
  }

  private async audit(
    stores: Stores,
    caller: Caller,
    action: string,
    before: Return | undefined,
    after: Return,
    at: number,
  ): Promise<void> {
    const told = new Set(before?.lines.filter(({ restockReported }) => restockReported).map(({ lineId }) => lineId));
    const restock = after.lines
      .filter(({ lineId, restockReported }) => restockReported && !told.has(lineId))
      .map(({ sku, received }) => ({ sku, quantity: received }));
    const deed = {
      subject: 'return' as const,
      subjectId: after.id,
      action: `return.${action.replace('Return', '')}`,
      ...(before ? { before: standing(before) } : {}),
      after: { ...standing(after), ...(restock.length > 0 ? { restock } : {}) },
    };
    await writeAudit(stores, caller, deed, at);
  }
}
