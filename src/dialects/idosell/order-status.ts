/** The platform's words for how far an order is. It has more of them than we have; those stand for no order (choice IDO-29). */
import type { Fulfilment } from '../../domain/order';

export const ORDER_STATUS = {
  open: 'new',
  fulfilled: 'finished',
  cancelled: 'canceled',
} as const satisfies Record<Fulfilment, string>;

/** What these words stand for; nothing where none of them is ours. */
export function fulfilmentsOf(words: readonly string[]): readonly Fulfilment[] {
  return (Object.keys(ORDER_STATUS) as Fulfilment[]).filter((fulfilment) => words.includes(ORDER_STATUS[fulfilment]));
}
