/** What can be asked of returns. */
import type { Return } from '../../domain/return';
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { listShape, readList } from './list-query';
import { merchantOrderShape } from './merchant-order-shape';
import { listedReturnShape, returnShape } from './return-shape';
import { RETURN } from './return-resource';
import type { ReturnShape } from './return-shapes';
import { readAcceptance, readAction, readChange, readNewReturn, readNewReturns } from './return-wish';
import { schemaOf } from './schema';

export const RETURN_OPERATIONS = {
  async getReturnSchema() {
    return schemaOf(RETURN);
  },
  async listReturns(asked) {
    const { services, caller, query, addresses } = asked;
    const shop = await services.shops.of(caller);
    const listing = readList(RETURN, query, { merchant: shop.number });
    const { items, total } = await services.itemReturns.list(caller, listing);
    const shapes = items.map((found) => listedReturnShape(found, shop, asked));
    return listShape(RETURN, addresses, query, listing, { items: shapes, total });
  },
  async getReturn(asked) {
    const { services, caller, id } = asked;
    return returnShape(await services.itemReturns.get(caller, idIn(id)), await services.shops.of(caller), asked);
  },
  async createReturn(asked) {
    const { services, caller, body } = asked;
    const [opened] = await services.itemReturns.open(caller, readNewReturn(body));
    if (!opened) throw new Error('a return was opened for no item');
    return told(asked, opened);
  },
  /**
   * One return for each item, all of them or none (contract, section 4.1, path a). Its answer tells the order: who may not read that
   * is refused before anything is done.
   */
  async createReturns(asked) {
    const { services, caller, addresses, body } = asked;
    services.merchant.requireOrders(caller);
    const opened = await services.itemReturns.open(caller, readNewReturns(idIn(asked.id), body));
    const [first] = opened;
    if (!first) throw new Error('returns were opened for no item');
    const shop = await services.shops.of(caller);
    const whole = await services.itemReturns.inOrder(caller, first);
    return {
      ...merchantOrderShape(whole, shop, { ...asked, timezone: shop.timezone }),
      created_return_request_ids: opened.map(({ id }) => id),
      created_return_requests: opened.map(({ id }) => addresses.of('return', id)),
      meta: {},
    };
  },
  async getMerchantOrderOfReturn(asked) {
    const { services, caller, id } = asked;
    const { order } = await services.itemReturns.get(caller, idIn(id));
    const [shop, found] = [await services.shops.of(caller), await services.merchant.order(caller, order.id)];
    return { ...merchantOrderShape(found, shop, { ...asked, timezone: shop.timezone }), meta: {} };
  },
  async changeReturn(asked) {
    const { services, caller, id, body } = asked;
    const found = await services.itemReturns.get(caller, idIn(id));
    const shown = returnShape(found, await services.shops.of(caller), asked);
    return told(asked, await services.returns.amend(caller, readChange(found.returned, body, { ...shown })));
  },
  async acceptReturn(asked) {
    return told(asked, await asked.services.returns.accept(asked.caller, readAcceptance(idIn(asked.id), asked.body)));
  },
  async receiveReturn(asked) {
    return told(asked, await asked.services.returns.receive(asked.caller, readAction(idIn(asked.id), asked.body)));
  },
  /** Whoever calls decides who has closed it (choice LAETS-13). */
  async closeReturn(asked) {
    return told(asked, await asked.services.returns.closeAnyway(asked.caller, readAction(idIn(asked.id), asked.body)));
  },
  async closeReturnBySeller(asked) {
    const wish = { ...readAction(idIn(asked.id), asked.body), bySeller: true } as const;
    return told(asked, await asked.services.returns.closeAnyway(asked.caller, wish));
  },
  async cancelReturn(asked) {
    return told(asked, await asked.services.returns.cancel(asked.caller, readAction(idIn(asked.id), asked.body)));
  },
  async reopenReturn(asked) {
    return told(asked, await asked.services.returns.reopen(asked.caller, readAction(idIn(asked.id), asked.body)));
  },
} satisfies Record<string, Operation>;

/** A return as it is after what was asked for. */
async function told(asked: Asked, returned: Return): Promise<ReturnShape> {
  const { services, caller } = asked;
  return returnShape(await services.itemReturns.inOrder(caller, returned), await services.shops.of(caller), asked);
}
