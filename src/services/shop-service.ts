/** Shops: the tenants. */
import type { Principal } from '../domain/access';
import { STRATEGIES } from '../domain/allocation';
import { minorDigits } from '../domain/currency';
import { Refusal } from '../domain/refusal';
import type { Shop, ShopSettings } from '../domain/shop';
import type { Clock, Reader, ReadStores, UnitOfWork } from './ports';

/** The shop of this code; refuses when there is none. */
export async function shopOf(stores: Pick<ReadStores, 'shops'>, code: string): Promise<Shop> {
  const shop = await stores.shops.find(code);
  if (!shop) throw new Refusal('shop_not_found', `there is no shop ${code}`, 'shop');
  return shop;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
const LONGEST_WINDOW_DAYS = 3650;

function requireTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new Refusal('request_invalid', `timezone must be an IANA name such as Europe/Warsaw`, 'timezone');
  }
}

function requireSettings({ strategy, returnWindowDays: days }: ShopSettings): void {
  if (!STRATEGIES.includes(strategy)) {
    throw new Refusal('request_invalid', `strategy must be one of ${STRATEGIES.join(', ')}`, 'strategy');
  }
  if (!Number.isSafeInteger(days) || days < 0 || days > LONGEST_WINDOW_DAYS) {
    throw new Refusal('request_invalid', `return window must be 0 to ${LONGEST_WINDOW_DAYS} days`, 'returnWindowDays');
  }
}

type NewShop = Omit<Shop, 'number' | 'offersVouchers' | 'acceptsReturns'> &
  Partial<Pick<Shop, 'offersVouchers' | 'acceptsReturns'>>;

export class ShopService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** The shop that a caller speaks for. */
  async of({ shop }: Principal): Promise<Shop> {
    return this.reader.read((stores) => shopOf(stores, shop));
  }

  /**
   * Adds a shop, with the next number; it offers vouchers and accepts returns unless it says otherwise. Refuses a code that is
   * taken, an unknown currency or time zone.
   */
  async add({ offersVouchers = true, acceptsReturns = true, ...rest }: NewShop): Promise<Shop> {
    const shop = { ...rest, offersVouchers, acceptsReturns };
    if (!CODE.test(shop.code)) {
      throw new Refusal('request_invalid', 'a shop code has 1 to 32 letters, digits, "-" or "_"', 'code');
    }
    minorDigits(shop.currency);
    requireTimezone(shop.timezone);
    requireSettings(shop);
    return this.work.run(async (stores) => {
      await stores.shops.add(shop, this.clock.now());
      return shopOf(stores, shop.code);
    });
  }

  /** Changes settings of a shop; those that are not named stay. What was decided under the old ones is left as it is. */
  async set(code: string, settings: Partial<ShopSettings>): Promise<Shop> {
    return this.work.run(async (stores) => {
      const shop = { ...(await shopOf(stores, code)), ...settings };
      requireSettings(shop);
      await stores.shops.set(shop);
      return shop;
    });
  }
}
