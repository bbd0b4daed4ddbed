/** What can be asked of the shop. */
import { Refusal } from '../../domain/refusal';
import type { Shop } from '../../domain/shop';
import { idIn, type Addresses } from './address';
import type { Asked, Operation } from './asked';
import { listShape, readList } from './list-query';
import { MERCHANT_RESOURCE } from './merchant-resource';
import { merchantStub, type MerchantShape } from './merchant-stub';
import { schemaOf } from './schema';
import type { Detail, ListShape } from './shapes';

export const MERCHANT_OPERATIONS = {
  async listMerchants({ services, caller, query, addresses }: Asked): Promise<ListShape<MerchantShape>> {
    const shop = await services.shops.of(caller);
    const listing = readList(MERCHANT_RESOURCE, query, { id: shop.number });
    // A filter that names another merchant comes to a condition that nothing fulfils.
    const found = listing.conditions.length === 0 ? [merchantShape(shop, addresses)] : [];
    const items = found.slice(listing.skip, listing.skip + listing.limit);
    return listShape(MERCHANT_RESOURCE, addresses, query, listing, { items, total: found.length });
  },
  async getMerchant({ services, caller, id, addresses }: Asked): Promise<Detail<MerchantShape>> {
    const shop = await services.shops.of(caller);
    if (idIn(id) !== shop.number) throw new Refusal('shop_not_found', 'there is no such merchant');
    return { ...merchantShape(shop, addresses), meta: {} };
  },
  async getMerchantSchema() {
    return schemaOf(MERCHANT_RESOURCE);
  },
} satisfies Record<string, Operation>;

function merchantShape(shop: Shop, addresses: Addresses): MerchantShape {
  return { ...merchantStub(shop, addresses), currency: shop.currency };
}
