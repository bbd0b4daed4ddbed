/** The platform's words for where goods go and for what an adjustment is, both ways. */
import type { NamedAdjustment, Restock } from '../../domain/refund';
import type { AdjustmentShape, RestockType } from './shapes';

export const RESTOCK_TYPE = {
  none: 'no_restock',
  return: 'return',
  cancel: 'cancel',
} as const satisfies Record<Restock, RestockType>;

export const ADJUSTMENT_KIND = {
  shipping: 'shipping_refund',
  discrepancy: 'refund_discrepancy',
} as const satisfies Record<NamedAdjustment['kind'], AdjustmentShape['kind']>;

/** Undefined for a word that is none of the platform's. */
export function wordFor<T extends string>(table: Readonly<Record<T, string>>, given: unknown): T | undefined {
  return (Object.keys(table) as T[]).find((word) => table[word] === given);
}
