import type { NewTicket, Ticket } from '../domain/ticket';
import type { TicketFilter, TicketPosition, TicketStore } from '../services/ports-of-tickets';
import { Conditions } from './conditions';
import type { TicketRow } from './entities/ticket-row';
import { present } from './present';
import { placeholders, type Sql } from './sql';

type FoundTicket = Omit<TicketRow, 'shop'>;

const TICKET = `SELECT id, code, order_code AS "orderCode", platform, state, mediation, warehouse,
    created_at AS "createdAt", updated_at AS "updatedAt" FROM tickets`;
const ADD = `INSERT INTO tickets (shop, code, order_code, platform, state, mediation, warehouse, created_at, updated_at)
  VALUES (${placeholders(9)}) ON CONFLICT (shop, code) DO NOTHING`;
const REPLACE = `UPDATE tickets SET order_code = $1, platform = $2, state = $3, mediation = $4, warehouse = $5,
    created_at = $6, updated_at = $7 WHERE shop = $8 AND code = $9`;
const CODES = 'SELECT code FROM tickets WHERE shop = $1 AND order_code = $2 LIMIT 2';
const POSITION = 'SELECT code, created_at AS "createdAt" FROM tickets WHERE shop = $1 AND id = $2';

export class SqlTicketStore implements TicketStore {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, code: string): Promise<Ticket | undefined> {
    const row = await this.sql.row<FoundTicket>(`${TICKET} WHERE shop = $1 AND code = $2`, [shop, code]);
    return row && ticketOf(row);
  }

  async codesOf(shop: string, orderCode: string): Promise<string[]> {
    return (await this.sql.rows<{ code: string }>(CODES, [shop, orderCode])).map(({ code }) => code);
  }

  async position(shop: string, ticketId: number): Promise<TicketPosition | undefined> {
    return this.sql.row<TicketPosition>(POSITION, [shop, ticketId]);
  }

  async list(shop: string, { state, platform, after, limit }: TicketFilter): Promise<Ticket[]> {
    const where = new Conditions()
      .and('shop = ?', shop)
      .andGiven('state = ?', state)
      .andGiven('platform = ?', platform);
    // By the code and not by the id, which SQLite does not look for in the middle of an index.
    if (after) where.and('(created_at, code) < (?, ?)', after.createdAt, after.code);
    const order = `ORDER BY created_at DESC, code DESC ${where.slice({ limit })}`;
    return (await this.sql.rows<FoundTicket>(`${TICKET} WHERE ${where.text} ${order}`, where.params)).map(ticketOf);
  }

  async put(shop: string, ticket: NewTicket): Promise<Ticket> {
    const { code, orderCode, platform, state, mediation, warehouse, createdAt, updatedAt } = ticket;
    const values = [orderCode, platform, state, mediation, warehouse, createdAt, updatedAt];
    const id = await this.sql.insertUnlessTaken(ADD, [shop, code, ...values]);
    if (id !== undefined) return { ...ticket, id };
    await this.sql.run(REPLACE, [...values, shop, code]);
    const replaced = await this.find(shop, code);
    if (!replaced) throw new Error(`ticket ${code} vanished inside its own unit of work`);
    return replaced;
  }
}

function ticketOf(row: FoundTicket): Ticket {
  return { ...present(row), mediation: Boolean(row.mediation) };
}
