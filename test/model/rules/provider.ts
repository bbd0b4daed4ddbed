/** The provider with its books, and the worker that sends to it and asks it. */
import type { Booked, Flight, ProviderPlan, Scenario, Shop, Transaction, Word, World } from '../world';
import { hear, hearNothing, isFinished } from './words';
import { moveAudited } from './steps';

/** The provider knows our key for a day; a call that could outlive it counts as too late. */
const KEY_LIFE_MS = 24 * 60 * 60 * 1000 - 30_000;

type Said = Word | 'unknown' | 'absent';

/** A transaction whose turn it is. */
export interface Due {
  readonly shop: Shop;
  readonly transaction: Transaction;
  /** Nobody knows how old its key is. */
  readonly clockSetBack: boolean;
}

/** One round: what is due is sent or asked after, and what the provider has to tell is heard. */
export function workRound(world: World, due: readonly Due[], plan: ProviderPlan): void {
  // Whoever held it so far has lost it: only a word of the provider is still news from there.
  for (const flight of world.flights)
    flight.overtaken ||= due.some(({ transaction }) => transaction === flight.transaction);
  const open = due.filter(({ transaction }) => !isFinished(transaction));
  const toSend = open.filter(({ transaction }) => transaction.state === 'approved');
  const toAsk = open.filter((one) => !toSend.includes(one));
  // All are prepared before anybody is called. Whose worker died meanwhile is lost sight of, never sent again.
  for (const { shop, transaction } of toSend) moveAudited(world, shop, transaction, 'send');
  for (const { shop, transaction } of toAsk) {
    if (transaction.state === 'sending') moveAudited(world, shop, transaction, 'lose');
  }
  for (const { shop, transaction } of toSend) send(world, { shop, transaction, plan, overtaken: false });
  for (const one of toAsk) askAfter(world, one);
  tellNews(world);
}

function send(world: World, flight: Flight): void {
  const { held } = flight.plan;
  if (held === 'after') flight.said = effect(world, flight);
  if (held === 'no') answer(world, flight, effect(world, flight));
  else world.flights.push(flight);
}

/** The line that held up calls or their answers lets them through. */
export function letThrough(world: World): void {
  const { flights } = world;
  world.flights = [];
  for (const flight of flights) {
    const said = flight.said ?? effect(world, flight);
    if (said !== 'unknown' || !flight.overtaken) answer(world, flight, said);
  }
}

/** The gateway is killed: nobody hears the answers, and calls on their way may still arrive. */
export function kill(world: World): void {
  world.strays.push(...world.flights.filter(({ said }) => said === undefined));
  world.flights = [];
  world.broken.clear();
}

export function strayArrives(world: World): void {
  const flight = world.strays.shift();
  if (flight) effect(world, flight);
}

/** What the provider does, and what it says, when a call reaches it. The same key is the same refund. */
function effect(world: World, { shop, transaction, plan }: Flight): Word | 'unknown' {
  const { scenario } = plan;
  if (scenario === 'lost_before_effect') {
    const first = !world.broken.delete(transaction);
    if (first) world.broken.add(transaction);
    if (first) return 'unknown';
  }
  const booked = bookOf(world, transaction) ?? book(world, shop, transaction, plan);
  if (scenario === 'lost_after_effect') return 'unknown';
  const now = statusOf(world, booked);
  return now === 'reversed' ? 'unknown' : now;
}

type Course = Pick<Booked, 'status' | 'becomes'>;

const COURSES: Readonly<Partial<Record<Scenario, Course>>> = {
  declines: { status: 'declined' },
  settles_later: { status: 'pending', becomes: 'settled' },
  declines_later: { status: 'pending', becomes: 'declined' },
  reverses_later: { status: 'settled', becomes: 'reversed' },
};

function book(world: World, shop: Shop, transaction: Transaction, { scenario, laterMs }: ProviderPlan): Booked {
  const paymentReference = referenceOf({ shop, transaction }) ?? '';
  const course = COURSES[scenario] ?? { status: 'settled' };
  const turns = course.becomes === undefined ? {} : { becomesAt: world.now + laterMs };
  const booked: Booked = { shop, transaction, paymentReference, amount: transaction.amount, ...course, ...turns };
  world.books.push(booked);
  return booked;
}

export const bookOf = (world: World, transaction: Transaction): Booked | undefined =>
  world.books.find((booked) => booked.transaction === transaction);

export const statusOf = (world: World, { status, becomes, becomesAt }: Booked): Word =>
  becomes !== undefined && (becomesAt ?? 0) <= world.now ? becomes : status;

function answer(world: World, { shop, transaction }: Pick<Flight, 'shop' | 'transaction'>, said: Said): void {
  if (said === 'unknown') hearNothing(world, shop, transaction, 'lose');
  else if (said === 'absent') hearNothing(world, shop, transaction, 'absent');
  else hear(world, shop, transaction, said, 'told');
}

/** By its key while the provider knows it; afterwards by the list of its payment, which tells of the others as well. */
function askAfter(world: World, one: Due): void {
  const booked = bookOf(world, one.transaction);
  if (isForgotten(world, one)) {
    const reference = referenceOf(one);
    for (const other of world.books.filter(
      ({ shop, paymentReference }) => shop === one.shop && paymentReference === reference,
    )) {
      if (other !== booked) hear(world, other.shop, other.transaction, statusOf(world, other), 'told');
    }
  }
  answer(world, one, booked ? statusOf(world, booked) : 'absent');
}

function referenceOf({ shop, transaction }: Pick<Due, 'shop' | 'transaction'>): string | undefined {
  const order = shop.orders.get(transaction.refund.orderId);
  return order?.payments.find(({ id }) => id === transaction.paymentId)?.reference;
}

/** Whether the provider may no longer know the key: a clock that was set back proves nothing either. */
export function isForgotten(world: World, { transaction, clockSetBack }: Due): boolean {
  const age = world.now - (transaction.sentAt ?? world.now);
  return clockSetBack || age < 0 || age >= KEY_LIFE_MS;
}

/** What turned in the provider's books since is told, once. */
function tellNews(world: World): void {
  for (const booked of world.books) {
    const { becomes } = booked;
    if (becomes === undefined || (booked.becomesAt ?? 0) > world.now) continue;
    hear(world, booked.shop, booked.transaction, becomes, 'told');
    booked.status = becomes;
    delete booked.becomes;
    delete booked.becomesAt;
  }
}
