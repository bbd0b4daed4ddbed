/** How an automatic refund of a return is spread over the payments of its order, by the strategy of the shop. */
import type { Order, Payment, Strategy } from '../world';
import { refuseUnless } from '../refused';
import { isAutomatic } from './holding';

export interface Part {
  readonly payment: Payment;
  readonly amount: number;
}

interface Open {
  readonly payment: Payment;
  /** What it can still give. */
  left: number;
}

type InSequence = Exclude<Strategy, 'original_ratio'>;

const age = ({ payment }: Open): number => payment.capturedAt ?? 0;
const rank = ({ payment }: Open): number =>
  ['card', 'other', 'voucher'].indexOf(
    payment.method === 'card' || payment.method === 'voucher' ? payment.method : 'other',
  );
const SEQUENCES: Readonly<Record<InSequence, readonly ((a: Open, b: Open) => number)[]>> = {
  largest_first: [(a, b) => b.left - a.left],
  oldest_first: [(a, b) => age(a) - age(b)],
  card_before_voucher: [(a, b) => rank(a) - rank(b), (a, b) => age(a) - age(b)],
};

export function planOver(order: Order, strategy: Strategy, amount: number, leftOf: (one: Payment) => number): Part[] {
  const open = order.payments
    .filter(isAutomatic)
    .map((payment): Open => ({ payment, left: leftOf(payment) }))
    .filter(({ left }) => left > 0);
  refuseUnless(open.length > 0, 'payment_not_automatic');
  const most = open.reduce((sum, { left }) => sum + left, 0);
  refuseUnless(amount <= most, 'amount_exceeds_refundable', 'amount');
  return strategy === 'original_ratio' ? inRatio(open, amount) : oneAfterTheOther(open, amount, SEQUENCES[strategy]);
}

function oneAfterTheOther(open: Open[], amount: number, by: (typeof SEQUENCES)[InSequence]): Part[] {
  const first = (a: Open, b: Open): number => by.map((compare) => compare(a, b)).find((verdict) => verdict !== 0) ?? 0;
  let wanted = amount;
  return [...open].sort(first).flatMap(({ payment, left }) => {
    const given = Math.min(left, wanted);
    wanted -= given;
    return given > 0 ? [{ payment, amount: given }] : [];
  });
}

/** In the ratio of what was captured; what a payment cannot give is shared out among the others in the same ratio. */
function inRatio(open: readonly Open[], amount: number): Part[] {
  const given = new Map<Open, number>();
  let wanted = amount;
  while (wanted > 0) {
    const able = open.filter((one) => one.left > (given.get(one) ?? 0));
    const whole = able.reduce((sum, { payment }) => sum + payment.captured, 0);
    const round = wanted;
    let ratio = 0;
    for (const one of able) {
      // Rounded on the way, not one by one, so that the shares of a round add up.
      const before = Math.floor((round * ratio) / whole);
      ratio += one.payment.captured;
      const had = given.get(one) ?? 0;
      const share = Math.min(Math.floor((round * ratio) / whole) - before, one.left - had);
      given.set(one, had + share);
      wanted -= share;
    }
  }
  return open.flatMap((one) => {
    const share = given.get(one) ?? 0;
    return share > 0 ? [{ payment: one.payment, amount: share }] : [];
  });
}
