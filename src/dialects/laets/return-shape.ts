/** Writes returns. One that was opened at another door is shown by the first of its lines. */
import { lineOf, type Order } from '../../domain/order';
import { standingOf, type Return, type ReturnLine } from '../../domain/return';
import type { Shop } from '../../domain/shop';
import type { ReturnInOrder } from '../../services/views';
import type { Asked } from './asked';
import { buyersNumberOf } from './merchant-order-shape';
import { merchantStub } from './merchant-stub';
import { returnItemShape } from './return-item-shape';
import { STATUS, TYPE } from './return-resource';
import type { ListedReturnShape, ReturnShape, ReturnUserShape } from './return-shapes';
import { reasonWords, statusWords, typeWords } from './return-texts';
import { isStarred } from './starred';
import { moneyOf, timeOf } from './written';

type Writing = Pick<Asked, 'addresses' | 'language' | 'door'>;

export function returnShape(found: ReturnInOrder, shop: Shop, writing: Writing): ReturnShape {
  return { ...listedReturnShape(found, shop, writing), from_list: false, meta: {} };
}

export function listedReturnShape(found: ReturnInOrder, shop: Shop, writing: Writing): ListedReturnShape {
  const { returned, order } = found;
  const { addresses, language, door } = writing;
  const { id, reasonCode = null, reason, closedAt, openedAt, updatedAt } = returned;
  const status = STATUS[standingOf(returned)];
  const type = TYPE[returned.compensation];
  const { name, sku, id: lineId } = lineFor(order, returned);
  return {
    id,
    resource_uri: addresses.of('return', id),
    status,
    status_localized: statusWords(status, language),
    return_type: type,
    return_type_localized: typeWords(type, language),
    reason: reasonCode,
    reason_localized: reasonCode === null ? (reason ?? '') : reasonWords(reasonCode, language, door.reasons),
    comment: returned.note ?? '',
    amount: moneyOf(returned.committed, returned.currency),
    closed: closedAt === undefined ? null : timeOf(closedAt, shop.timezone),
    created_on: timeOf(openedAt, shop.timezone),
    last_updated: timeOf(updatedAt, shop.timezone),
    external_id: returned.reference ?? null,
    from_list: true,
    starred: isStarred(returned),
    merchant: merchantStub(shop, addresses),
    merchant_order: addresses.stub('merchant_order', order.id),
    order_id_number: buyersNumberOf(order),
    // An item is sold as one offer, and the gateway knows no other number of it.
    offer_id: String(lineId),
    offer_name: name,
    offer_sku: sku,
    order_item: returnItemShape(found, lineId, { ...writing, timezone: shop.timezone }),
    user: userOf(returned, writing),
  };
}

/** The order may have been replaced since, but never without a line that comes back. */
function lineFor(order: Order, { lines: [first] }: Return): ReturnLine & Pick<Order['lines'][number], 'name' | 'id'> {
  if (!first) throw new Error('a return has at least one line');
  return { ...first, ...lineOf(order, first.lineId, 'order_item') };
}

function userOf({ customer }: Return, { addresses }: Writing): ReturnUserShape | null {
  if (customer === undefined) return null;
  const unknown = { username: null, display_name: null, email: null, first_name: null, last_name: null };
  return { id: customer, resource_uri: addresses.of('user', customer), ...unknown };
}
