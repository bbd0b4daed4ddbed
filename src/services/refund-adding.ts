/** Writes a new refund down: reserved, numbered, audited. Whoever calls this holds the order and has checked everything. */
import type { Caller } from '../domain/access';
import { nextOrdinal } from '../domain/ordinal';
import type { Refund } from '../domain/refund';
import type { Content } from './new-refund';
import type { NewRefund, Stores } from './ports';
import type { FoundSource } from './refund-source';
import { auditRefund, reserve } from './refund-steps';

type Made = Pick<NewRefund, 'method' | 'amount' | 'transactions' | 'said'> & {
  readonly content: Content & Pick<NewRefund, 'adjustments'>;
};

interface Texts {
  readonly reason?: string;
  readonly note?: string;
  readonly notify?: boolean;
}

export async function addRefund(
  stores: Stores,
  caller: Caller,
  source: FoundSource,
  { content, ...made }: Made,
  { reason, note, notify }: Texts,
  at: number,
): Promise<Refund> {
  const refund = await reserve(stores, caller.shop, {
    orderId: source.order.id,
    sourceType: source.sourceType,
    sourceId: source.sourceId,
    ordinal: nextOrdinal(source.returned ?? source.order),
    ...(source.returned ? { returnId: source.returned.id } : {}),
    currency: source.order.currency,
    ...made,
    ...content,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    createdAt: at,
  });
  await auditRefund(stores, caller, 'refund.add', { after: refund, notify }, at);
  return refund;
}
