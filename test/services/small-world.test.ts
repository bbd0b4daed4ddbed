/**
 * Every path of a small world: a payment of 2, wishes of 1 or 2, all that may happen in every sequence. Wherever it leads,
 * no more is committed than was captured, and refunded is what settled.
 */
import {
  HOLDING,
  TRANSITIONS,
  type ProviderWord,
  type TransactionEvent,
  type TransactionState,
} from '../../src/domain/transaction';
import { Refusal } from '../../src/domain/refusal';
import { DispatchService } from '../../src/services/dispatch-service';
import { OrderBook } from '../../src/services/order-book';
import type { OutboxRow, ProviderLookup, TransactionRecord } from '../../src/services/ports';
import { step } from '../../src/services/refund-steps';
import { RefundService } from '../../src/services/refund-service';
import { OrderService } from '../../src/services/order-service';
import { ShopService } from '../../src/services/shop-service';
import { ALLOWED } from '../domain/transaction-table';
import { FixedClock } from '../fakes/fixed-clock';
import { BranchingDatabase } from './branching-database';
import { caller, TEA_SHOP } from './gateway';

const CAPTURED = 2;
const AMOUNTS = [1, 2] as const;
/** No pause is longer. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
const HOLDS: readonly TransactionState[] = ['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'];

type Method = 'automatic' | 'manual';
type Said = ProviderLookup['kind'];
type Event =
  | { readonly kind: 'add'; readonly method: Method; readonly amount: number }
  | { readonly kind: 'update'; readonly of: number; readonly amount: number }
  | { readonly kind: 'confirm'; readonly of: number }
  | { readonly kind: 'cancel'; readonly of: number }
  | { readonly kind: 'send'; readonly of: number }
  | { readonly kind: 'said'; readonly of: number; readonly said: Said }
  | { readonly kind: 'news'; readonly of: number; readonly said: ProviderWord };

/** What the world should look like: worked out without any of the source. */
interface Expected {
  readonly method: Method;
  readonly amount: number;
  readonly state: TransactionState;
  /** Whether its provider was ever told of it. */
  readonly sent: boolean;
}
type World = readonly Expected[];

const OUTCOMES: readonly ProviderLookup[] = [
  { kind: 'settled', reference: 'r' },
  { kind: 'pending', reference: 'r' },
  { kind: 'declined', reason: 'no' },
  { kind: 'reversed', reason: 'came back' },
  { kind: 'unknown', cause: 'timeout' },
  { kind: 'absent' },
];

const held = (world: World): number =>
  world.reduce((sum, { amount, state }) => sum + (HOLDS.includes(state) ? amount : 0), 0);

function after(state: TransactionState, event: TransactionEvent): TransactionState | undefined {
  return ALLOWED.find(([from, on]) => from === state && on === event)?.[2];
}

/** The world after the event; undefined when the event must be refused. */
function expectedAfter(world: World, event: Event): World | undefined {
  if (event.kind === 'add') {
    const fits = held(world) + event.amount <= CAPTURED;
    return fits
      ? [...world, { method: event.method, amount: event.amount, state: 'requested', sent: false }]
      : undefined;
  }
  const one = world[event.of]!;
  const become = (more: Partial<Expected>): World =>
    world.map((refund) => (refund === one ? { ...one, ...more } : refund));
  if (event.kind === 'update') {
    const fits = one.state === 'requested' && held(world) - one.amount + event.amount <= CAPTURED;
    return fits ? become({ amount: event.amount }) : undefined;
  }
  if (event.kind === 'said' || event.kind === 'news') {
    const to = heardAs(one, event.said);
    // What a provider says about a state that does not know it has been overtaken: it changes nothing.
    return to === undefined ? world : become({ state: to });
  }
  return stepped(one, event, become);
}

function stepped(
  one: Expected,
  event: Extract<Event, { kind: 'confirm' | 'cancel' | 'send' }>,
  become: (more: Partial<Expected>) => World,
): World | undefined {
  if (event.kind === 'cancel' && one.sent) return undefined;
  const to = after(one.state, nameOf(event, one));
  return to && become({ state: to, sent: one.sent || to === 'sending' });
}

function nameOf(event: Extract<Event, { kind: 'confirm' | 'cancel' | 'send' }>, one: Expected): TransactionEvent {
  if (event.kind === 'confirm') return one.method === 'automatic' ? 'approve' : 'record';
  return event.kind;
}

/** Where a word of the provider leads, by what it says and by where the refund stands. */
const HEARD: Readonly<Record<Said, Partial<Record<TransactionState | 'absent', TransactionState>>>> = {
  unknown: { sending: 'unknown' },
  absent: { unknown: 'approved' },
  pending: { absent: 'pending', sending: 'pending', unknown: 'pending' },
  settled: { absent: 'settled', sending: 'settled', unknown: 'settled', pending: 'settled' },
  declined: { absent: 'declined', sending: 'declined', unknown: 'declined', pending: 'declined' },
  reversed: { absent: 'reversed', sending: 'reversed', unknown: 'reversed', pending: 'reversed', settled: 'reversed' },
};

/** Undefined when it is no news. An approved refund that was sent is one that was found absent. */
function heardAs({ state, sent }: Expected, said: Said): TransactionState | undefined {
  return HEARD[said][state === 'approved' && sent ? 'absent' : state];
}

class SmallWorld {
  private readonly refunds: RefundService;
  private readonly dispatch: DispatchService;
  readonly seen = new Set<string>();
  readonly reached = new Set<TransactionState>();

  private constructor(
    private readonly database: BranchingDatabase,
    private readonly clock: FixedClock,
    private readonly eventsOf: (world: World) => readonly Event[],
    book: OrderBook,
  ) {
    this.refunds = new RefundService(database, book, clock);
    this.dispatch = new DispatchService(database, clock);
  }

  static async walk(eventsOf: (world: World) => readonly Event[]): Promise<SmallWorld> {
    const clock = new FixedClock();
    const database = await BranchingDatabase.open(clock);
    try {
      const book = new OrderBook(new Set(['simulated']));
      await new ShopService(database, database, clock).add(TEA_SHOP);
      const payments = [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '2', reference: 'pay' }];
      const lines = [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '2' }];
      await new OrderService(database, database, book, clock).put(caller, {
        orderId: 7,
        currency: 'JPY',
        lines,
        payments,
      });
      const world = new SmallWorld(database, clock, eventsOf, book);
      await world.explore([]);
      return world;
    } finally {
      await database.close();
    }
  }

  private async explore(world: World): Promise<void> {
    const key = world.map((refund) => Object.values(refund).join(' ')).sort();
    if (this.seen.has(key.join())) return;
    this.seen.add(key.join());
    for (const { state } of world) this.reached.add(state);
    for (const event of this.eventsOf(world)) {
      await this.database.branch(async () => {
        const wanted = expectedAfter(world, event);
        const refused = await this.attempt(event);
        if (refused !== (wanted === undefined))
          throw this.surprise(world, event, refused ? 'was refused' : 'was taken');
        await this.check(wanted ?? world, world, event);
        if (wanted) await this.explore(wanted);
      });
    }
  }

  /** Whether the event was refused. */
  private async attempt(event: Event): Promise<boolean> {
    try {
      await this.happen(event);
      return false;
    } catch (error) {
      if (error instanceof Refusal) return true;
      throw error;
    }
  }

  private async happen(event: Event): Promise<unknown> {
    const wish = { currency: 'JPY' };
    if (event.kind === 'add') {
      const amount = String(event.amount);
      return event.method === 'automatic'
        ? this.refunds.addAutomaticForOrder(caller, { ...wish, amount, orderId: 7, paymentId: 1 })
        : this.refunds.addManual(caller, { ...wish, amount, sourceType: 'order', sourceId: 7, destination: 'cash' });
    }
    const one = (await this.transactions())[event.of]!;
    const { refundId } = one;
    if (event.kind === 'update')
      return this.refunds.update(caller, { ...wish, refundId, amount: String(event.amount) });
    if (event.kind === 'confirm' || event.kind === 'cancel') return this.refunds[event.kind](caller, { refundId });
    if (event.kind === 'send') return this.database.run((stores) => step(stores, one, 'send', this.clock.now()));
    const { shop, providerKey = '' } = one;
    if (event.kind === 'news') return this.dispatch.hear('simulated', { shop, providerKey, kind: event.said });
    const row = await this.claimed(one);
    const order = { ...one, transactionId: one.id, paymentReference: 'pay', providerKey };
    const said = OUTCOMES.find(({ kind }) => kind === event.said)!;
    return this.dispatch.record({ row, kind: 'send', provider: 'simulated', order, keyAgeMs: 0 }, said);
  }

  /** The row of the outbox as whoever sends the transaction has it; one that nobody can have when nothing is left to do. */
  private async claimed({ shop, id: transactionId }: TransactionRecord): Promise<OutboxRow> {
    const later = this.clock.now() + LONGEST_PAUSE_MS;
    const rows = await this.database.run(({ outbox }) => outbox.claim('worker', later, 0, 10));
    const tries = { attempts: 0, absences: 0 };
    const lost = { id: 0, shop, transactionId, claim: 'none', clockSetBack: false, ...tries };
    return rows.find((row) => row.transactionId === transactionId) ?? lost;
  }

  private transactions(): Promise<TransactionRecord[]> {
    return this.database.run(async ({ refunds }) => {
      const found: TransactionRecord[] = [];
      for (const { id } of await refunds.list('tea', { after: 0, limit: 10 }))
        found.push(...(await refunds.transactionsOf('tea', id)));
      return found;
    });
  }

  private async check(wanted: World, before: World, event: Event): Promise<void> {
    const order = await this.database.run(({ orders }) => orders.find('tea', 7));
    const found = (await this.transactions()).map(({ state, amount, paymentId, sentAt }) => ({
      ...{ method: paymentId === undefined ? 'manual' : 'automatic', amount, state, sent: sentAt !== undefined },
    }));
    const sum = (states: readonly TransactionState[], method?: Method): number =>
      wanted
        .filter((one) => states.includes(one.state) && (method === undefined || one.method === method))
        .reduce((total, { amount }) => total + amount, 0);
    const real = { refunds: found, order: potOf(order), payment: potOf(order?.payments[0]) };
    const expected = {
      refunds: wanted,
      order: { captured: CAPTURED, committed: sum(HOLDS), refunded: sum(['settled']) },
      payment: { captured: CAPTURED, committed: sum(HOLDS, 'automatic'), refunded: sum(['settled'], 'automatic') },
    };
    if (JSON.stringify(real) !== JSON.stringify(expected))
      throw this.surprise(before, event, JSON.stringify({ real, expected }));
    expect(real.order.committed).toBeLessThanOrEqual(CAPTURED);
  }

  private surprise(world: World, event: Event, what: string): Error {
    return new Error(`in ${JSON.stringify(world)}, ${JSON.stringify(event)}: ${what}`);
  }
}

function potOf(pot?: {
  captured: number;
  committed: number;
  refunded: number;
}): Record<string, number> & { committed: number } {
  return { captured: pot?.captured ?? -1, committed: pot?.committed ?? -1, refunded: pot?.refunded ?? -1 };
}

const adds = (world: World, most: number, methods: readonly Method[]): Event[] =>
  world.length >= most
    ? []
    : methods.flatMap((method) => AMOUNTS.map((amount) => ({ kind: 'add', method, amount }) as const));

const steps = (of: number): Event[] => [
  ...AMOUNTS.map((amount) => ({ kind: 'update', of, amount }) as const),
  ...(['confirm', 'cancel', 'send'] as const).map((kind) => ({ kind, of })),
];
const toldTo = (of: number): Event[] => [
  ...OUTCOMES.map(({ kind }) => ({ kind: 'said', of, said: kind }) as const),
  ...(['pending', 'settled', 'declined', 'reversed'] as const).map((said) => ({ kind: 'news', of, said }) as const),
];

test('three refunds of a payment of 2, all that its states know, in every sequence', async () => {
  const world = await SmallWorld.walk((now) => [
    ...adds(now, 3, ['automatic']),
    ...now.flatMap((one, of) =>
      [...steps(of), ...toldTo(of)].filter((event) => expectedAfter(now, event) !== now && isKnown(one, event)),
    ),
  ]);
  expect([...world.reached].sort()).toEqual(Object.keys(TRANSITIONS).sort());
  expect(world.seen.size).toBe(statesOf(3, ['automatic']));
}, 120_000);

test('two refunds by hand or by a provider, whatever is asked and whatever is told, in every sequence', async () => {
  const world = await SmallWorld.walk((now) => [
    ...adds(now, 2, ['automatic', 'manual']),
    ...now.flatMap(({ method }, of) =>
      method === 'automatic' ? [...steps(of), ...toldTo(of)] : steps(of).filter(({ kind }) => kind !== 'send'),
    ),
  ]);
  expect([...world.reached].sort()).toEqual(Object.keys(TRANSITIONS).sort());
  expect(world.seen.size).toBe(statesOf(2, ['automatic', 'manual']));
}, 120_000);

function isKnown(one: Expected, event: Event): boolean {
  if (event.kind === 'add' || event.kind === 'update') return event.kind === 'add' || one.state === 'requested';
  if (event.kind === 'said' || event.kind === 'news') return heardAs(one, event.said) !== undefined;
  return after(one.state, nameOf(event, one)) !== undefined;
}

/** How many worlds there are: refunds of 1 or 2 in any state, together holding no more than 2. */
function statesOf(most: number, methods: readonly Method[]): number {
  // An approved refund that was sent and found absent is another one than an approved refund that never was.
  const states: Readonly<Record<Method, readonly (TransactionState | 'absent')[]>> = {
    automatic: [...HOLDS, 'absent', 'declined', 'cancelled', 'reversed'],
    manual: ['requested', 'settled', 'cancelled'],
  };
  const kinds = methods.flatMap((method) =>
    AMOUNTS.flatMap((amount) => states[method].map((state) => ({ method, amount, state }))),
  );
  const worlds = (from: number, left: number, room: number): number =>
    kinds.slice(from).reduce((count, { amount, state }, offset) => {
      const needs = state === 'absent' || HOLDS.includes(state) ? amount : 0;
      return needs > room || left === 0 ? count : count + worlds(from + offset, left - 1, room - needs);
    }, 1);
  return worlds(0, most, CAPTURED);
}

test('the states that hold money are those of the design', () => {
  expect([...HOLDING].sort()).toEqual([...HOLDS].sort());
});
