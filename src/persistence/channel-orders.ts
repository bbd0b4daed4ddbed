import { numbersEnding } from '../domain/channel-code';
import type { OrderSummary } from '../domain/order';
import type { ChannelFilter, ChannelOrderReads } from '../services/ports-of-channels';
import { Conditions } from './conditions';
import { ordersIn } from './order-rows';
import { pageOfIds } from './page-of-ids';
import { placeholders, type Sql } from './sql';

/** Whether there is more than one is all that is asked. */
const ONE_TOO_MANY = 2;

/**
 * The numbers first, by which there is an index; then the code itself. In no order: SQLite would walk all orders of the shop
 * by id rather than sort two.
 */
function withCode(candidates: number): string {
  return `SELECT id FROM orders WHERE shop = $1 AND number IN (${placeholders(candidates, 2)})
    AND channel || '-' || number = $${candidates + 2} LIMIT ${ONE_TOO_MANY}`;
}

const WITH_NUMBER = `SELECT id FROM orders WHERE shop = $1 AND number = $2 AND channel IS NOT NULL LIMIT ${ONE_TOO_MANY}`;

export class SqlChannelOrders implements ChannelOrderReads {
  constructor(private readonly sql: Sql) {}

  async withCode(shop: string, code: string): Promise<number[]> {
    const numbers = numbersEnding(code);
    return numbers.length === 0 ? [] : this.ids(withCode(numbers.length), [shop, ...numbers, code]);
  }

  async withNumber(shop: string, number: string): Promise<number[]> {
    return this.ids(WITH_NUMBER, [shop, number]);
  }

  async page(
    shop: string,
    { limit, skip, ...filter }: ChannelFilter & { readonly limit: number; readonly skip: number },
  ): Promise<OrderSummary[]> {
    const where = ofChannels(shop, filter);
    const ids = pageOfIds('orders', where, { limit, skip, isNarrowed: false });
    return ordersIn(this.sql, ids, where.params);
  }

  async count(shop: string, filter: ChannelFilter): Promise<number> {
    const where = ofChannels(shop, filter);
    const text = `SELECT COUNT(*) AS found FROM orders WHERE ${where.text}`;
    return Number((await this.sql.row<{ found: number }>(text, where.params))?.found);
  }

  private async ids(text: string, params: Parameters<Sql['rows']>[1]): Promise<number[]> {
    return (await this.sql.rows<{ id: number }>(text, params)).map(({ id }) => id);
  }
}

function ofChannels(shop: string, { channel, fulfilments }: ChannelFilter): Conditions {
  const where = new Conditions()
    .and('shop = ?', shop)
    .and('channel IS NOT NULL AND number IS NOT NULL')
    .andGiven('channel = ?', channel);
  if (!fulfilments) return where;
  // An empty list is no SQL, and asks for nothing.
  if (fulfilments.length === 0) return where.and('1 = 0');
  return where.and(`fulfilment IN (${fulfilments.map(() => '?').join(', ')})`, ...fulfilments);
}
