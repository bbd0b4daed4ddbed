import { Refusal } from '../domain/refusal';
import type { Shop } from '../domain/shop';
import type { ShopStore } from '../services/ports';
import type { Sql } from './sql';

const FIND = `SELECT code, currency, timezone, return_window_days AS "returnWindowDays", strategy
  FROM shops WHERE code = $1`;
const ADD = `INSERT INTO shops (code, currency, timezone, return_window_days, strategy, created_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING`;

export class SqlShopStore implements ShopStore {
  constructor(private readonly sql: Sql) {}

  async find(code: string): Promise<Shop | undefined> {
    return this.sql.row<Shop>(FIND, [code]);
  }

  async add(shop: Shop, at: number): Promise<void> {
    const { code, currency, timezone, returnWindowDays, strategy } = shop;
    if ((await this.sql.run(ADD, [code, currency, timezone, returnWindowDays, strategy, at])) === 1) return;
    throw new Refusal('reference_taken', `there is a shop ${code} already`, 'code');
  }
}
