import { Refusal } from '../domain/refusal';
import type { Shop } from '../domain/shop';
import type { ShopStore } from '../services/ports';
import type { Sql } from './sql';

const FIND = `SELECT code, currency, timezone, return_window_days AS "returnWindowDays", strategy,
    offers_vouchers AS "offersVouchers" FROM shops WHERE code = $1`;
const ADD = `INSERT INTO shops (code, currency, timezone, return_window_days, strategy, offers_vouchers, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code) DO NOTHING`;
const SET = 'UPDATE shops SET return_window_days = $1, strategy = $2, offers_vouchers = $3 WHERE code = $4';

export class SqlShopStore implements ShopStore {
  constructor(private readonly sql: Sql) {}

  async find(code: string): Promise<Shop | undefined> {
    const row = await this.sql.row<Shop>(FIND, [code]);
    return row && { ...row, offersVouchers: Boolean(row.offersVouchers) };
  }

  async add(shop: Shop, at: number): Promise<void> {
    const { code, currency, timezone, returnWindowDays, strategy, offersVouchers } = shop;
    const values = [code, currency, timezone, returnWindowDays, strategy, offersVouchers, at];
    if ((await this.sql.run(ADD, values)) === 1) return;
    throw new Refusal('reference_taken', `there is a shop ${code} already`, 'code');
  }

  async set({ code, returnWindowDays, strategy, offersVouchers }: Shop): Promise<void> {
    await this.sql.run(SET, [returnWindowDays, strategy, offersVouchers, code]);
  }
}
