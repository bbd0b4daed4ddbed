/**
 * Every path of a small world of returns: two units worth 1 each, of an order of 3; all that may happen to the return, to its
 * refunds and to the rest of the order, in every sequence. Wherever it leads, no more is refunded than was accepted, no unit
 * is given back twice, and what goes back to stock is told at most once, after it came.
 */
import { RETURN_TRANSITIONS, type Return, type ReturnEvent, type ReturnState } from '../../src/domain/return';
import { refundState } from '../../src/domain/refund';
import { Refusal } from '../../src/domain/refusal';
import { OrderBook } from '../../src/services/order-book';
import { OrderService } from '../../src/services/order-service';
import { RefundService } from '../../src/services/refund-service';
import { ReturnService } from '../../src/services/return-service';
import { ShopService } from '../../src/services/shop-service';
import { FixedClock } from '../fakes/fixed-clock';
import { BranchingDatabase } from './branching-database';
import { caller, TEA_SHOP } from './gateway';

const UNITS = 2;
const CAPTURED = 3;
const RETURN = 1;

type RefundNow = 'requested' | 'settled' | 'over';

interface Given {
  /** Of the return, or of a unit of the order itself. */
  readonly of: 'return' | 'order';
  readonly amount: number;
  readonly state: RefundNow;
}

/** What the world should look like: worked out without any of the source. */
interface World {
  readonly state: ReturnState;
  readonly accepted: number;
  /** What was accepted when the return was given up; undefined where nobody had decided. */
  readonly before: number | undefined;
  readonly received: number;
  readonly told: boolean;
  readonly refunds: readonly Given[];
}

interface Receive {
  readonly kind: 'receive';
  readonly received: number;
  readonly accepted: number;
  readonly restock: boolean;
}

type Event =
  | { readonly kind: 'accept'; readonly quantity: number }
  | Receive
  | { readonly kind: 'reject' | 'close' | 'closeAnyway' | 'cancel' | 'reopen' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'refund'; readonly amount: number }
  | { readonly kind: 'giveBack' }
  | { readonly kind: 'confirm' | 'cancelRefund'; readonly of: number };

/** From the state, by the event: written down a second time, by hand. */
const WAYS: Readonly<Record<ReturnState, Partial<Record<ReturnEvent, ReturnState>>>> = {
  open: { accept: 'accepted', reject: 'rejected', cancel: 'cancelled' },
  accepted: { receive: 'received', reject: 'rejected', cancel: 'cancelled', closeAnyway: 'closed' },
  received: { close: 'closed', closeAnyway: 'closed' },
  closed: { reopen: 'accepted' },
  rejected: { reopen: 'accepted' },
  cancelled: { reopen: 'accepted', askAgain: 'open' },
};
const PAYABLE: readonly ReturnState[] = ['accepted', 'received', 'closed'];

const start: World = { state: 'open', accepted: 0, before: undefined, received: 0, told: false, refunds: [] };

const sum = (of: readonly Given[]): number => of.reduce((total, { amount }) => total + amount, 0);
const live = ({ refunds }: World, of?: Given['of']): readonly Given[] =>
  refunds.filter((one) => one.state !== 'over' && (of === undefined || one.of === of));
const ofReturn = (world: World): number => sum(live(world, 'return'));

/** Units that the return holds: those that it asks for, and later those that were accepted. */
function heldUnits({ state, accepted }: World): number {
  if (state === 'open') return UNITS;
  return state === 'rejected' || state === 'cancelled' ? 0 : accepted;
}

/** The world after the event; undefined when it must be refused. */
function expectedAfter(world: World, event: Event, pays: boolean): World | undefined {
  switch (event.kind) {
    case 'refund':
      return add(world, { of: 'return', amount: event.amount, state: 'requested' });
    case 'giveBack':
      return add(world, { of: 'order', amount: 1, state: 'requested' });
    case 'confirm':
    case 'cancelRefund': {
      if (world.refunds[event.of]?.state !== 'requested') return undefined;
      const to = event.kind === 'confirm' ? 'settled' : 'over';
      return { ...world, refunds: world.refunds.map((one, at) => (at === event.of ? { ...one, state: to } : one)) };
    }
    case 'withdraw':
      return moved(takenBack(world), { kind: 'cancel' }, pays);
    default:
      return moved(world, event, pays);
  }
}

function add(world: World, given: Given): World | undefined {
  if (sum(live(world)) + given.amount > CAPTURED) return undefined;
  const fits =
    given.of === 'return'
      ? PAYABLE.includes(world.state) && ofReturn(world) + given.amount <= world.accepted
      : heldUnits(world) + live(world, 'order').length < UNITS;
  return fits ? { ...world, refunds: [...world.refunds, given] } : undefined;
}

function takenBack(world: World): World {
  const over = (one: Given): Given =>
    one.of === 'return' && one.state === 'requested' ? { ...one, state: 'over' } : one;
  return { ...world, refunds: world.refunds.map(over) };
}

type Move = Extract<Event, { kind: ReturnEvent }>;

function moved(world: World, event: Move, pays: boolean): World | undefined {
  const state = WAYS[world.state][event.kind];
  const after = state && { ...world, state, ...figures(world, event) };
  if (!after || after.accepted < ofReturn(after)) return undefined;
  if (event.kind === 'receive' && event.accepted > world.accepted) return undefined;
  if (event.kind === 'reopen' && after.accepted > UNITS - live(world, 'order').length) return undefined;
  const owed = after.accepted - ofReturn(after);
  const isPaid = pays && owed > 0 && (event.kind === 'accept' || event.kind === 'reopen');
  return isPaid ? add(after, { of: 'return', amount: owed, state: 'requested' }) : after;
}

function figures(world: World, event: Move): Partial<World> {
  if (event.kind === 'accept') return { accepted: event.quantity };
  if (event.kind === 'reject' || event.kind === 'cancel') {
    return { accepted: 0, before: world.state === 'accepted' ? world.accepted : undefined };
  }
  if (event.kind === 'reopen') {
    return { accepted: world.state === 'closed' ? world.accepted : (world.before ?? UNITS), before: undefined };
  }
  if (event.kind !== 'receive') return {};
  const { received, accepted, restock } = event;
  return { received, accepted, told: world.told || (restock && received > 0) };
}

interface Limits {
  /** Whether the customer chose how he wants the money. */
  readonly pays: boolean;
  readonly mostRefunds: number;
  readonly givesBack: boolean;
  /** Whether none of the units may be accepted, or come. */
  readonly none: boolean;
}

const MOVES: readonly Event[] = [
  ...[0, 1, 2].map((quantity) => ({ kind: 'accept', quantity }) as const),
  { kind: 'receive', received: 0, accepted: 0, restock: true },
  { kind: 'receive', received: 1, accepted: 1, restock: true },
  { kind: 'receive', received: 2, accepted: 1, restock: false },
  { kind: 'receive', received: 2, accepted: 2, restock: true },
  ...(['reject', 'close', 'closeAnyway', 'cancel', 'withdraw', 'reopen'] as const).map((kind) => ({ kind })),
];

/** Whether the event is about no unit at all. */
function isOfNone(event: Event): boolean {
  return (event.kind === 'accept' && event.quantity === 0) || (event.kind === 'receive' && event.received === 0);
}

function eventsOf({ refunds }: World, { pays, mostRefunds, givesBack, none }: Limits): Event[] {
  const count = (of: Given['of']): number => refunds.filter((one) => one.of === of).length;
  const asks = count('return') < mostRefunds && !pays;
  return [
    ...MOVES.filter((event) => none || !isOfNone(event)).filter(
      ({ kind }) => !pays || (kind !== 'accept' && kind !== 'reopen') || count('return') < mostRefunds,
    ),
    ...(asks ? [1, 2].map((amount) => ({ kind: 'refund', amount }) as const) : []),
    ...(givesBack && count('order') === 0 ? [{ kind: 'giveBack' } as const] : []),
    ...refunds.flatMap((_, of) => (['confirm', 'cancelRefund'] as const).map((kind) => ({ kind, of }))),
  ];
}

class SmallWorld {
  private readonly refunds: RefundService;
  readonly returns: ReturnService;
  readonly seen = new Set<string>();
  readonly reached = new Set<ReturnState>();

  private constructor(
    private readonly database: BranchingDatabase,
    private readonly limits: Limits,
    clock: FixedClock,
    book: OrderBook,
  ) {
    this.refunds = new RefundService(database, book, clock);
    this.returns = new ReturnService(database, database, book, clock);
  }

  static async walk(limits: Limits): Promise<SmallWorld> {
    const clock = new FixedClock();
    const database = await BranchingDatabase.open(clock);
    try {
      const book = new OrderBook(new Set());
      await new ShopService(database, database, clock).add(TEA_SHOP);
      await new OrderService(database, database, book, clock).put(caller, {
        orderId: 7,
        currency: 'JPY',
        fulfilment: 'fulfilled',
        shipping: '1',
        lines: [{ lineId: 1, sku: 'A', name: 'A', quantity: UNITS, price: '1' }],
        payments: [{ paymentId: 1, provider: 'till', method: 'cash', amount: String(CAPTURED) }],
      });
      const world = new SmallWorld(database, limits, clock, book);
      const payback = limits.pays ? { payback: [{ kind: 'original', method: 'cash' } as const] } : {};
      const lines = [{ lineId: 1, quantity: UNITS }];
      expect(await world.returns.open(caller, { orderId: 7, lines, ...payback })).toMatchObject({ id: RETURN });
      await world.explore(start);
      return world;
    } finally {
      await database.close();
    }
  }

  private async explore(world: World): Promise<void> {
    const { refunds, ...rest } = world;
    const key = [...Object.values(rest), ...refunds.map((refund) => Object.values(refund).join(' ')).sort()].join();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.reached.add(world.state);
    for (const event of eventsOf(world, this.limits)) {
      await this.database.branch(async () => {
        const wanted = expectedAfter(world, event, this.limits.pays);
        const refused = await this.attempt(event);
        if (refused !== (wanted === undefined)) throw surprise(world, event, refused ? 'was refused' : 'was taken');
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

  private happen(event: Event): Promise<unknown> {
    const named = { returnId: RETURN };
    const wish = { currency: 'JPY', destination: 'cash' } as const;
    switch (event.kind) {
      case 'accept': {
        const { quantity } = event;
        return this.returns.accept(caller, { ...named, lines: quantity === 0 ? [] : [{ lineId: 1, quantity }] });
      }
      case 'receive': {
        const { kind: _, ...arrived } = event;
        return this.returns.receive(caller, { ...named, lines: [{ lineId: 1, ...arrived }] });
      }
      case 'reject':
        return this.returns.reject(caller, { ...named, reason: 'worn' });
      case 'refund': {
        const amount = String(event.amount);
        return this.refunds.addManual(caller, { ...wish, amount, sourceType: 'return', sourceId: RETURN });
      }
      case 'giveBack': {
        const lines = [{ lineId: 1, quantity: 1 }];
        return this.refunds.addManual(caller, { ...wish, amount: '1', sourceType: 'order', sourceId: 7, lines });
      }
      case 'confirm':
        return this.refunds.confirm(caller, { refundId: event.of + 1 });
      case 'cancelRefund':
        return this.refunds.cancel(caller, { refundId: event.of + 1 });
      case 'closeAnyway':
        return this.returns.closeAnyway(caller, { ...named, bySeller: true });
      default:
        return this.returns[event.kind](caller, named);
    }
  }

  private async check(wanted: World, before: World, event: Event): Promise<void> {
    const real = await this.database.read(async ({ orders, returns, refunds, audit }) => {
      const order = await orders.find('tea', 7);
      const told = (await audit.of('tea', 'return', RETURN)).filter(({ after = '' }) => after.includes('"restock"'));
      return {
        order: [order?.committed, order?.refunded],
        return: gistOf(await returns.find('tea', RETURN)),
        told: told.length,
        refunds: (await refunds.list('tea', { after: 0, limit: 10 })).map(({ amount, transactions, sourceType }) => {
          const state = refundState(transactions);
          return [sourceType, amount, state === 'cancelled' ? 'over' : state].join(' ');
        }),
      };
    });
    const settled = (of?: Given['of']): number => sum(live(wanted, of).filter(({ state }) => state === 'settled'));
    const { state, accepted, received } = wanted;
    const expected = {
      order: [sum(live(wanted)), settled()],
      return: { state, accepted, received, worth: accepted, committed: ofReturn(wanted), refunded: settled('return') },
      told: Number(wanted.told),
      refunds: wanted.refunds.map(({ of, amount, state: now }) => [of, amount, now].join(' ')),
    };
    if (JSON.stringify(real) !== JSON.stringify(expected))
      throw surprise(before, event, JSON.stringify({ real, expected }));
    expect(ofReturn(wanted)).toBeLessThanOrEqual(accepted);
  }
}

function gistOf(returned: Return | undefined): Record<string, unknown> {
  const [{ accepted, received } = { accepted: -1, received: -1 }] = returned?.lines ?? [];
  const { state, captured: worth, committed, refunded } = returned ?? {};
  return { state, accepted, received, worth, committed, refunded };
}

function surprise(world: World, event: Event, what: string): Error {
  return new Error(`in ${JSON.stringify(world)}, ${JSON.stringify(event)}: ${what}`);
}

test.each<[string, Limits, number]>([
  ['two refunds of the return', { pays: false, mostRefunds: 2, givesBack: false, none: false }, 150],
  [
    'a refund of the return, of which perhaps nothing is accepted',
    { pays: false, mostRefunds: 1, givesBack: false, none: true },
    100,
  ],
  ['a refund of the return and one of the order', { pays: false, mostRefunds: 1, givesBack: true, none: false }, 200],
  ['the customer chose how he wants the money', { pays: true, mostRefunds: 2, givesBack: true, none: false }, 300],
])(
  '%s, in every sequence',
  async (_what, limits, worlds) => {
    const { reached, seen } = await SmallWorld.walk(limits);
    expect([...reached].sort()).toEqual(Object.keys(RETURN_TRANSITIONS).sort());
    expect(seen.size).toBeGreaterThan(worlds);
  },
  120_000,
);
