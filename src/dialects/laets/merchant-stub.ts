import type { Shop } from '../../domain/shop';
import type { Addresses } from './address';
import type { MerchantStub } from './shapes';

export interface MerchantShape extends MerchantStub {
  /** ISO 4217 code that new orders usually have. */
  currency: string;
}

/** A shop of ours is a merchant there, under its own number. */
export function merchantStub({ number, code }: Shop, addresses: Addresses): MerchantStub {
  const { id, pk, resource_uri } = addresses.stub('merchant', number);
  return { id, pk, name: code, resource_uri };
}
