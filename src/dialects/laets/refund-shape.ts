/** A refund as this platform shows it, whichever door it came through (contract, section 5; choices LAETS-15 and LAETS-17). */
import { refundState } from '../../domain/refund';
import type { Shop } from '../../domain/shop';
import type { RefundParts } from '../../services/views';
import type { Addresses } from './address';
import { merchantStub } from './merchant-stub';
import type { RefundShape } from './refund-shapes';
import { REFUND_STATUS } from './refund-status';
import { moneyOf, timeOf } from './written';

/** What a refund's caller said of it that means nothing to us. */
export interface Said {
  readonly partial?: boolean;
  readonly returns?: readonly number[];
  readonly items?: readonly number[];
  readonly user?: number;
  readonly sellerNote?: string;
}

/** What is neither shipping nor a named adjustment is what was given for goods, be they named or not. */
export function refundShape(
  { refund, lines, adjustments }: RefundParts,
  shop: Shop,
  addresses: Addresses,
  isListed = false,
): RefundShape {
  const { amount, currency, shipping, transactions } = refund;
  const said = refund.said === undefined ? {} : (JSON.parse(refund.said) as Said);
  const named = adjustments.filter(({ kind }) => kind === 'discrepancy');
  const adjustment = named.reduce((sum, one) => sum + one.amount + one.tax, 0);
  const money = (minor: number): string => moneyOf(minor, currency);
  const urisOf = (resource: string, ids: Iterable<number>): string[] =>
    [...ids].map((id) => addresses.of(resource, id));
  return {
    ...addresses.stub('refund', refund.id),
    status: REFUND_STATUS[refundState(transactions)],
    amount: money(amount - shipping - adjustment),
    shipping: money(shipping),
    adjustment: money(adjustment),
    total_refund_amount: money(amount),
    currency,
    partial_refund: said.partial ?? lines.length === 0,
    merchant_order: addresses.of('merchant_order', refund.orderId),
    return_requests: urisOf('return', said.returns ?? returnsOf(refund)),
    order_items: urisOf('order_item', said.items ?? new Set(lines.map(({ lineId }) => lineId))),
    merchant: merchantStub(shop, addresses).resource_uri,
    user: said.user === undefined ? null : addresses.of('user', said.user),
    memo: refund.note ?? '',
    seller_note: said.sellerNote ?? '',
    created_on: timeOf(refund.createdAt, shop.timezone),
    last_updated: timeOf(changedAt(refund), shop.timezone),
    from_list: isListed,
  };
}

function returnsOf({ sourceType, sourceId, transactions }: RefundParts['refund']): Set<number> {
  if (sourceType !== 'order') return new Set([sourceId]);
  return new Set(transactions.flatMap(({ shares = [] }) => shares.map(({ returnId }) => returnId)));
}

function changedAt({ createdAt, confirmedAt = 0, transactions }: RefundParts['refund']): number {
  return Math.max(createdAt, confirmedAt, ...transactions.map(({ updatedAt }) => updatedAt));
}
