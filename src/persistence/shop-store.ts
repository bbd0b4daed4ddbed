import { Refusal } from '../domain/refusal';
import type { Shop } from '../domain/shop';
import type { ShopStore } from '../services/ports';
import type { Sql } from './sql';

const FIND = `SELECT code, currency, timezone, return_window_days AS "returnWindowDays", strategy,
    offers_vouchers AS "offersVouchers", accepts_returns AS "acceptsReturns", number FROM shops WHERE code = $1`;
const ADD = `INSERT INTO shops (code, currency, timezone, return_window_days, strategy, offers_vouchers, accepts_returns,
    created_at, number)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT COALESCE(MAX(number), 0) + 1 FROM shops)) ON CONFLICT (code) DO NOTHING`;
const SET = `UPDATE shops SET return_window_days = $1, strategy = $2, offers_vouchers = $3, accepts_returns = $4
  WHERE code = $5`;

export class SqlShopStore implements ShopStore {
  constructor(private readonly sql: Sql) {}

  async find(code: string): Promise<Shop | undefined> {
    const row = await this.sql.row<Shop>(FIND, [code]);
    const flags = { offersVouchers: Boolean(row?.offersVouchers), acceptsReturns: Boolean(row?.acceptsReturns) };
    return row && { ...row, ...flags };
  }

  async add(shop: Omit<Shop, 'number'>, at: number): Promise<void> {
    const { code, currency, timezone, returnWindowDays, strategy, offersVouchers, acceptsReturns } = shop;
    const values = [code, currency, timezone, returnWindowDays, strategy, offersVouchers, acceptsReturns, at];
    // Two shops that are added at once would both have the number after the highest.
    await this.sql.takeName('shops');
    if ((await this.sql.run(ADD, values)) === 1) return;
    throw new Refusal('reference_taken', `there is a shop ${code} already`, 'code');
  }

  async set({ code, returnWindowDays, strategy, offersVouchers, acceptsReturns }: Shop): Promise<void> {
    await this.sql.run(SET, [returnWindowDays, strategy, offersVouchers, acceptsReturns, code]);
  }
}
