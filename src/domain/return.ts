/** Goods that come back. A refund of a return covers at most what was accepted, whichever door it came through. */
import type { Pot } from './order';
import { isSent, stageOf, type OrderStage, type StageFacts } from './order-stage';
import type { Numbered } from './ordinal';
import type { ChosenForm } from './refund-form';
import { Refusal } from './refusal';
import type { UnitRange } from './units';

export type ReturnKind = 'return' | 'claim' | 'cancellation';
export type Compensation = 'refund' | 'exchange';
export type ReturnState = 'open' | 'accepted' | 'received' | 'closed' | 'rejected' | 'cancelled';
export type ReturnEvent = 'accept' | 'reject' | 'receive' | 'close' | 'closeAnyway' | 'cancel' | 'reopen' | 'askAgain';
/** Who closed a return. */
export type ReturnSide = 'buyer' | 'seller';
/** How a return stands, for platforms that tell who closed it. */
export type ReturnStanding = Exclude<ReturnState, 'closed'> | 'closed_by_buyer' | 'closed_by_seller';
export type Condition = 'ok' | 'damaged' | 'missing';

/**
 * The whole life of a return. The row is the state, the entry the event, a missing entry a refusal. `close` is for goods that came;
 * `closeAnyway` for platforms where a return may be over without them. `askAgain` is how a buyer takes up what nobody has decided about.
 */
export const RETURN_TRANSITIONS: Readonly<Record<ReturnState, Partial<Record<ReturnEvent, ReturnState>>>> = {
  open: { accept: 'accepted', reject: 'rejected', cancel: 'cancelled' },
  accepted: { receive: 'received', reject: 'rejected', cancel: 'cancelled', closeAnyway: 'closed' },
  received: { close: 'closed', closeAnyway: 'closed' },
  closed: { reopen: 'accepted' },
  rejected: { reopen: 'accepted' },
  cancelled: { reopen: 'accepted', askAgain: 'open' },
};

/** States in which the accepted goods may be refunded. */
export const REFUNDABLE_RETURN: ReadonlySet<ReturnState> = new Set(['accepted', 'received', 'closed']);

/** States that give the units of the return free for another one. */
export const RELEASED_RETURN: ReadonlySet<ReturnState> = new Set(['rejected', 'cancelled']);

/** States of a return that is not over. */
export const UNDERWAY_RETURN: ReadonlySet<ReturnState> = new Set(['open', 'accepted', 'received']);

export interface ReturnLine {
  readonly lineId: number;
  /** The sku of the order line, kept with the return: the order may be replaced. */
  readonly sku: string;
  readonly requested: number;
  readonly accepted: number;
  /** Of a return that was given up after it was accepted: what was accepted then. */
  readonly acceptedBefore?: number;
  readonly received: number;
  readonly condition?: Condition;
  /** Whether the received units go back to stock. */
  readonly restock: boolean;
  /** Whether that was told; it is told once. */
  readonly restockReported: boolean;
  /** The numbered units of the order line that this return holds. */
  readonly units: readonly UnitRange[];
  /** What the accepted units are worth, in minor units. */
  readonly amount: number;
  readonly reason?: string;
}

/** `captured` of a return is its worth: the sum of its accepted units. */
export interface Return extends Pot, Numbered {
  readonly id: number;
  readonly orderId: number;
  /** The shop's own number of the return. */
  readonly reference?: string;
  readonly kind: ReturnKind;
  readonly compensation: Compensation;
  readonly state: ReturnState;
  readonly reason?: string;
  readonly note?: string;
  readonly currency: string;
  /** In which forms the customer wants the money, and what each is to give; absent where he did not say. */
  readonly payback?: readonly ChosenForm[];
  /** What the platform that opened it wants to hear again, as JSON of its own. Nothing is decided by it. */
  readonly said?: string;
  /** The number of the reason, on platforms that number them. */
  readonly reasonCode?: number;
  /** The customer's number, as whoever opened it said. Nothing is decided by it. */
  readonly customer?: number;
  /** Only of a return that is closed now. */
  readonly closedAt?: number;
  readonly closedBy?: ReturnSide;
  readonly lines: readonly ReturnLine[];
  readonly openedAt: number;
  readonly updatedAt: number;
}

const DONE: Readonly<Record<ReturnEvent, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  receive: 'received',
  close: 'closed',
  closeAnyway: 'closed',
  cancel: 'cancelled',
  reopen: 'reopened',
  askAgain: 'reopened',
};

/** The state after the event; refuses an event that the state does not know. */
export function nextReturnState(state: ReturnState, event: ReturnEvent): ReturnState {
  const to = RETURN_TRANSITIONS[state][event];
  if (to === undefined)
    throw new Refusal('transition_not_allowed', `a return that is ${state} cannot be ${DONE[event]}`);
  return to;
}

/** As the state, and for a closed one who closed it. Where nobody said, it was the seller. */
export function standingOf({ state, closedBy = 'seller' }: Pick<Return, 'state' | 'closedBy'>): ReturnStanding {
  return state === 'closed' ? `closed_by_${closedBy}` : state;
}

/** What the step says about the closing of a return: who and when, or that it is not closed any more. */
export function closing(to: ReturnState, by: ReturnSide, at: number): Pick<Return, 'closedAt' | 'closedBy'> {
  return to === 'closed' ? { closedAt: at, closedBy: by } : {};
}

/** Whether the seller had accepted a return before it was given up. */
export function wasAccepted({ lines }: Pick<Return, 'lines'>): boolean {
  return lines.some(({ acceptedBefore }) => acceptedBefore !== undefined);
}

/** Of these nobody can have got the goods. */
const WITHOUT_GOODS: ReadonlySet<OrderStage> = new Set(['unpaid', 'cancelled']);

/**
 * Whether a shop that accepts by itself accepts these goods: inside the window, and nobody has to decide about money. What is not known to
 * be sent may have been.
 */
export function isAcceptedAtOnce(
  { acceptsReturns }: { readonly acceptsReturns: boolean },
  order: StageFacts,
  { kind, compensation }: Pick<Return, 'kind' | 'compensation'>,
): boolean {
  const mayHaveGoods = !WITHOUT_GOODS.has(stageOf(order));
  return acceptsReturns && mayHaveGoods && kind === 'return' && compensation === 'exchange';
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Before shipping goods are cancelled; inside the window after delivery they are returned; after it they are claimed. */
export function kindOfReturn(
  order: Pick<StageFacts, 'fulfilment' | 'deliveredAt'>,
  windowDays: number,
  now: number,
): ReturnKind {
  const isWaiting = order.fulfilment === 'open' && !isSent(order);
  return isWaiting ? 'cancellation' : kindOfGoodsBack(order, windowDays, now);
}

/** The same for goods of which the customer says that he sends them back: what the order does not know may have been shipped. */
export function kindOfGoodsBack(
  order: { readonly deliveredAt?: number },
  windowDays: number,
  now: number,
): 'return' | 'claim' {
  if (order.deliveredAt === undefined) return 'return';
  return now <= order.deliveredAt + windowDays * DAY_MS ? 'return' : 'claim';
}

/** As what a return is refunded: a claim is a claim, everything else a return. */
export function sourceTypeOf(kind: ReturnKind): 'return' | 'claim' {
  return kind === 'claim' ? 'claim' : 'return';
}

/** Which returns are refunded as such a source: sourceTypeOf, seen from the other side. */
export function kindsOf(sourceType: 'return' | 'claim'): readonly ReturnKind[] {
  return sourceType === 'claim' ? ['claim'] : ['return', 'cancellation'];
}
