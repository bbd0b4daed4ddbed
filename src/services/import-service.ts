/**
 * Brings orders, payments, returns and tickets in from elsewhere: all of them or none, and the same ones twice change nothing.
 * No rule is written here: everything passes through the services that any other caller passes through.
 */
import { requireScope, type Caller } from '../domain/access';
import { formatMinor, parsePositive, requireCurrency } from '../domain/money';
import type { Order, Payment } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { ReturnState } from '../domain/return';
import { canonicalJson } from './canonical-json';
import type { OrderService } from './order-service';
import type { Stores, UnitOfWork } from './ports';
import type { ReturnService } from './return-service';
import { shopOf } from './shop-service';
import type { TicketService } from './ticket-service';
import type { PutTicket } from './ticket-wishes';
import type { OpenReturn, PutOrder, PutPayment } from './wishes';

/** An order; one without payments keeps those it has. */
export type ImportOrder = Omit<PutOrder, 'payments'> & { readonly payments?: readonly PutPayment[] };
/** A payment of an order that exists; one with the same number is replaced. */
export type ImportPayment = PutPayment & { readonly orderId: number; readonly currency: string };
/** A return under the shop's own number; one that exists is left alone. */
export type ImportReturn = OpenReturn & { readonly reference: string; readonly state?: ReturnState };

/** A row and where it stands in its file, such as `orders[3]`. */
export interface ImportRow<T> {
  readonly path: string;
  readonly wish: T;
}

export interface ImportRows {
  readonly orders: readonly ImportRow<ImportOrder>[];
  readonly payments: readonly ImportRow<ImportPayment>[];
  readonly returns: readonly ImportRow<ImportReturn>[];
  /** Under the platform's code; one that exists is replaced. */
  readonly tickets: readonly ImportRow<PutTicket>[];
  /** Orders that the file has but that cannot be read: what else is said about them is not an error of its own. */
  readonly unreadableOrders?: ReadonlySet<number>;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportReport {
  readonly orders: ImportCounts;
  readonly payments: ImportCounts;
  readonly returns: ImportCounts;
  readonly tickets: ImportCounts;
}

export interface ImportProblem {
  /** Where the row, or the field that is to blame, stands in the file. */
  readonly path: string;
  readonly refusal: Refusal;
}

/** Nothing was imported; every row that is to blame is named. */
export class ImportRefused extends Error {
  constructor(readonly problems: readonly ImportProblem[]) {
    super(`${problems.length} rows cannot be imported`);
  }
}

interface ImportOptions {
  /** Does everything and then takes it back. */
  readonly dryRun?: boolean;
  /** Told after each row how many are done. Must be quick: the database waits. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Thrown to take a dry run back; carries what would have been. */
class TakenBack extends Error {
  constructor(readonly report: ImportReport) {
    super('a dry run is taken back');
  }
}

export class ImportService {
  constructor(
    private readonly work: UnitOfWork,
    readonly orders: OrderService,
    readonly returns: ReturnService,
    readonly tickets: TicketService,
  ) {}

  /** Imports all rows in one unit of work. Refuses with ImportRefused when one of them cannot be imported. */
  async run(caller: Caller, rows: ImportRows, options: ImportOptions = {}): Promise<ImportReport> {
    requireScope(caller, 'orders:write');
    requireScope(caller, 'returns:write');
    try {
      return await this.work.run(async (stores) => {
        await shopOf(stores, caller.shop);
        const report = await new Import(stores, caller, this, rows, options).run();
        if (options.dryRun === true) throw new TakenBack(report);
        return report;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.report;
      throw error;
    }
  }
}

type Kind = keyof ImportReport;
type Effect = keyof ImportCounts;

/** One import, inside its unit of work. */
class Import {
  private readonly counts: Record<Kind, Record<Effect, number>> = {
    orders: { added: 0, changed: 0, unchanged: 0 },
    payments: { added: 0, changed: 0, unchanged: 0 },
    returns: { added: 0, changed: 0, unchanged: 0 },
    tickets: { added: 0, changed: 0, unchanged: 0 },
  };
  private readonly problems: ImportProblem[] = [];
  private readonly refusedOrders: Set<number>;
  private readonly seen = new Map<string, string>();
  private done = 0;

  constructor(
    private readonly stores: Stores,
    private readonly caller: Caller,
    private readonly services: Pick<ImportService, 'orders' | 'returns' | 'tickets'>,
    private readonly rows: ImportRows,
    private readonly options: ImportOptions,
  ) {
    this.refusedOrders = new Set(rows.unreadableOrders);
  }

  async run(): Promise<ImportReport> {
    for (const row of this.rows.orders) {
      const taken = await this.attempt(row, () => this.order(row));
      if (!taken) this.refusedOrders.add(row.wish.orderId);
      this.progress(1);
    }
    for (const group of byOrder(this.rows.payments)) {
      await this.paymentsOf(group);
      this.progress(group.length);
    }
    for (const row of this.rows.returns) {
      // What follows from an order that was refused is not an error of its own.
      if (!this.refusedOrders.has(row.wish.orderId)) await this.attempt(row, () => this.returned(row));
      this.progress(1);
    }
    for (const row of this.rows.tickets) {
      await this.attempt(row, () => this.ticket(row));
      this.progress(1);
    }
    if (this.problems.length > 0) throw new ImportRefused(this.problems);
    return this.counts;
  }

  /** Carries a row out; answers whether that went well. A refusal is noted, so that all of them are told at once. */
  private async attempt(
    { path }: { readonly path: string },
    change: () => Promise<void> | void,
    placeOf = (field: string): string => `${path}.${field}`,
  ): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'busy') throw error;
      this.problems.push({ path: error.field === undefined ? path : placeOf(error.field), refusal: error });
      return false;
    }
  }

  private progress(rows: number): void {
    this.done += rows;
    const { orders, payments, returns, tickets } = this.rows;
    this.options.onProgress?.(this.done, orders.length + payments.length + returns.length + tickets.length);
  }

  private async order({ path, wish }: ImportRow<ImportOrder>): Promise<void> {
    this.requireNew(`order ${wish.orderId}`, path, 'orderId');
    const existed = await this.orderExists(wish.orderId);
    const payments = wish.payments ?? (existed ? await this.keptPayments(wish) : []);
    const { changed } = await this.services.orders.putIn(this.stores, this.caller, { ...wish, payments });
    this.count('orders', !existed ? 'added' : changed ? 'changed' : 'unchanged');
  }

  /** Payments of one order: each is judged by itself, then all are put at once. */
  private async paymentsOf(rows: readonly ImportRow<ImportPayment>[]): Promise<void> {
    const [first] = rows;
    if (!first || this.refusedOrders.has(first.wish.orderId)) return;
    const old = await this.stores.orders.lock(this.caller.shop, first.wish.orderId);
    const given: PutPayment[] = [];
    for (const row of rows) await this.attempt(row, () => void given.push(this.payment(row, old)));
    if (!old || given.length < rows.length) return;
    await this.attempt(
      first,
      () => this.putPayments(old, given),
      (field) => {
        const [, index = '0', rest = ''] = /^payments\[(\d+)\](.*)$/.exec(field) ?? [];
        return `${(rows[Number(index)] ?? first).path}${rest}`;
      },
    );
  }

  private payment({ path, wish }: ImportRow<ImportPayment>, order: Order | undefined): PutPayment {
    const { orderId, currency, ...payment } = wish;
    if (!order) throw new Refusal('order_not_found', `there is no order ${orderId}`, 'orderId');
    this.requireNew(`payment ${payment.paymentId} of order ${orderId}`, path, 'paymentId');
    requireCurrency(currency, order.currency);
    // Written as we write amounts, so that equal ones are equal.
    const amount = formatMinor(parsePositive(payment.amount, currency).minor, currency);
    return { refundable: true, ...payment, amount };
  }

  private async putPayments(order: Order, given: readonly PutPayment[]): Promise<void> {
    const old = order.payments.map((payment) => paymentWish(payment, order.currency));
    const kept = old.filter(({ paymentId }) => given.every((payment) => payment.paymentId !== paymentId));
    await this.services.orders.putIn(this.stores, this.caller, { ...orderWish(order), payments: [...given, ...kept] });
    for (const payment of given) {
      const before = old.find(({ paymentId }) => paymentId === payment.paymentId);
      const same = before && canonicalJson(before) === canonicalJson(payment);
      this.count('payments', !before ? 'added' : same ? 'unchanged' : 'changed');
    }
  }

  private async returned({ path, wish }: ImportRow<ImportReturn>): Promise<void> {
    const { state = 'open', ...opened } = wish;
    this.requireNew(`return ${wish.reference}`, path, 'reference');
    const there = await this.stores.returns.findByReference(this.caller.shop, wish.reference);
    if (there && there.orderId !== wish.orderId) {
      const message = `return ${wish.reference} is of order ${there.orderId} already`;
      throw new Refusal('reference_taken', message, 'reference');
    }
    if (there) {
      this.count('returns', 'unchanged');
      return;
    }
    const returned = await this.services.returns.openIn(this.stores, this.caller, opened);
    await this.services.returns.bringIn(this.stores, this.caller, returned, state);
    this.count('returns', 'added');
  }

  private async ticket({ path, wish }: ImportRow<PutTicket>): Promise<void> {
    this.requireNew(`ticket ${wish.code}`, path, 'code');
    this.count('tickets', (await this.services.tickets.putIn(this.stores, this.caller, wish)).effect);
  }

  private count(kind: Kind, effect: Effect): void {
    this.counts[kind][effect] += 1;
  }

  /** Refuses a thing that the file has twice: which of them is meant would be a guess. */
  private requireNew(thing: string, path: string, field: string): void {
    const earlier = this.seen.get(thing);
    if (earlier !== undefined) throw new Refusal('request_invalid', `${thing} is there twice`, field);
    this.seen.set(thing, path);
  }

  /** One short statement, where reading the whole order would be three. */
  private async orderExists(orderId: number): Promise<boolean> {
    const [next] = await this.stores.orders.list(this.caller.shop, { after: orderId - 1, limit: 1 });
    return next?.id === orderId;
  }

  private async keptPayments(wish: ImportOrder): Promise<PutPayment[]> {
    const old = await this.stores.orders.lock(this.caller.shop, wish.orderId);
    if (!old) return [];
    // Amounts that were captured in one currency do not become amounts of another.
    if (old.payments.length > 0) requireCurrency(wish.currency, old.currency);
    return old.payments.map((payment) => paymentWish(payment, old.currency));
  }
}

function byOrder(rows: readonly ImportRow<ImportPayment>[]): ImportRow<ImportPayment>[][] {
  const groups = new Map<number, ImportRow<ImportPayment>[]>();
  for (const row of rows) {
    const group = groups.get(row.wish.orderId) ?? [];
    group.push(row);
    groups.set(row.wish.orderId, group);
  }
  return [...groups.values()];
}

/** A payment that is there, as a shop would say it. */
function paymentWish(payment: Payment, currency: string): PutPayment {
  const { id: paymentId, provider, method, reference, refundable, captured, capturedAt } = payment;
  return {
    ...{ paymentId, provider, method, amount: formatMinor(captured, currency), refundable },
    ...(reference === undefined ? {} : { reference }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
  };
}

/** An order that is there, as a shop would say it. */
function orderWish(order: Order): Omit<PutOrder, 'payments'> {
  const text = (minor: number): string => formatMinor(minor, order.currency);
  const { id: orderId, number, currency, fulfilment, channel, placedAt, deliveredAt, taxIncluded } = order;
  return {
    ...{ orderId, currency, fulfilment, taxIncluded, shipping: text(order.shipping) },
    ...(number === undefined ? {} : { orderNumber: number }),
    ...(channel === undefined ? {} : { channel }),
    ...(placedAt === undefined ? {} : { placedAt }),
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
    lines: order.lines.map(({ id: lineId, sku, name, quantity, price, discount, tax }) => ({
      ...{ lineId, sku, name, quantity, price: text(price), discount: text(discount), tax: text(tax) },
    })),
  };
}
