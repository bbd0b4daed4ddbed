/** What can be asked of the shop. */
import { Refusal } from '../../domain/refusal';
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { merchantStub, type MerchantShape } from './merchant-stub';

export const MERCHANT_OPERATIONS = {
  async getMerchant({ services, caller, id, addresses }: Asked): Promise<MerchantShape> {
    const shop = await services.shops.of(caller);
    if (idIn(id) !== shop.number) throw new Refusal('shop_not_found', 'there is no such merchant');
    return { ...merchantStub(shop, addresses), currency: shop.currency, meta: {} };
  },
} satisfies Record<string, Operation>;
