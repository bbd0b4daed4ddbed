/** Refunds: made at once, looked at, and cancelled while nothing of them was sent (contract, section 5). */
import type { Refund } from '../../domain/refund';
import { Refusal } from '../../domain/refusal';
import type { AddJointRefund } from '../../services/wishes';
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { listShape, readList } from './list-query';
import { REFUND_RESOURCE } from './refund-resource';
import { refundShape, type Said } from './refund-shape';
import type { RefundShape } from './refund-shapes';
import { schemaOf } from './schema';
import type { Detail, ListShape } from './shapes';

const SECOND_MS = 1000;

export const REFUND_OPERATIONS = {
  async listRefunds({ services, caller, addresses, query }: Asked): Promise<ListShape<RefundShape>> {
    const shop = await services.shops.of(caller);
    const listing = readList(REFUND_RESOURCE, query, { merchant: shop.number });
    const { items, total } = await services.refundReader.listed(caller, listing);
    const shapes = items.map((parts) => refundShape(parts, shop, addresses, true));
    return listShape(REFUND_RESOURCE, addresses, query, listing, { items: shapes, total });
  },

  async getRefund(asked: Asked): Promise<Detail<RefundShape>> {
    const { refund } = await asked.services.refundReader.get(asked.caller, idIn(asked.id));
    return answer(asked, refund);
  },

  /** With `sync` the answer waits for what becomes of the refund (choice LAETS-15). */
  async createRefund(asked: Asked): Promise<Detail<RefundShape>> {
    const { services, caller, door, body } = asked;
    const isAwaited = body.flag('sync') === true;
    const wish = await wishIn(asked);
    const refund = await services.refunds.addJoint(caller, wish);
    const limitMs = isAwaited ? door.syncSeconds * SECOND_MS : 0;
    return answer(asked, await services.outcomes.outcomeOf(caller, refund, limitMs));
  },

  async cancelRefund(asked: Asked): Promise<Detail<RefundShape>> {
    return answer(asked, await asked.services.refunds.cancel(asked.caller, { refundId: idIn(asked.id) }));
  },

  async getRefundSchema() {
    return schemaOf(REFUND_RESOURCE);
  },
} satisfies Record<string, Operation>;

async function answer({ services, caller, addresses }: Asked, refund: Refund): Promise<Detail<RefundShape>> {
  const [shop, parts] = [await services.shops.of(caller), await services.refundReader.parts(caller, refund)];
  return { ...refundShape(parts, shop, addresses), meta: {} };
}

async function wishIn(asked: Asked): Promise<AddJointRefund> {
  const { body } = asked;
  await requireOwn(asked);
  const orderId = body.related('merchant_order', 'merchant_order');
  if (orderId === undefined) throw body.wrong('merchant_order', 'must be the URI of a merchant_order');
  const partial = body.flag('partial_refund') ?? false;
  const returnIds = body.relatedList('return_requests', 'return');
  const lineIds = itemsIn(body);
  const note = body.text('memo');
  return {
    ...{ orderId, partial, confirmedOnly: true, said: JSON.stringify(saidIn(body, partial)) },
    ...(returnIds === undefined ? {} : { returnIds }),
    ...(lineIds === undefined ? {} : { lineIds }),
    ...amountsIn(body),
    ...(note === undefined ? {} : { note }),
  };
}

/** `merchant` is of no use to us, but another shop's is refused. */
async function requireOwn({ services, caller, body }: Asked): Promise<void> {
  const merchant = body.related('merchant', 'merchant');
  if (merchant === undefined || merchant === (await services.shops.of(caller)).number) return;
  throw new Refusal('shop_not_found', 'there is no such merchant', 'merchant');
}

/** PHP writes an empty list where it has nothing to say. */
function itemsIn(body: Asked['body']): number[] | undefined {
  const items = body.relatedList('order_items', 'order_item');
  return items?.length === 0 ? undefined : items;
}

function saidIn(body: Asked['body'], partial: boolean): Said {
  const returns = body.relatedList('return_requests', 'return');
  const items = itemsIn(body);
  const user = body.related('user', 'user');
  const sellerNote = body.text('seller_note');
  return {
    partial,
    ...(returns === undefined ? {} : { returns }),
    ...(items === undefined ? {} : { items }),
    ...(user === undefined ? {} : { user }),
    ...(sellerNote === undefined ? {} : { sellerNote }),
  };
}

function amountsIn(body: Asked['body']): Pick<AddJointRefund, 'amount' | 'shipping' | 'adjustment'> {
  const [amount, shipping, adjustment] = [body.amount('amount'), body.amount('shipping'), body.amount('adjustment')];
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(shipping === undefined ? {} : { shipping }),
    ...(adjustment === undefined ? {} : { adjustment }),
  };
}
