/** Tickets that a platform's messages are about: brought in by whoever keeps them, read by whoever answers them. */
import { requireScope, type Caller } from '../domain/access';
import { Refusal } from '../domain/refusal';
import { requireInOrder, type NewTicket, type Ticket } from '../domain/ticket';
import { canonicalJson } from './canonical-json';
import { Once } from './once';
import { cut, pageOf } from './page';
import type { Clock, Reader, Stores, UnitOfWork } from './ports';
import type { PageOf } from './views';
import type { ListTickets, PutTicket } from './ticket-wishes';

export class TicketService {
  private readonly once: Once;

  constructor(
    work: UnitOfWork,
    private readonly reader: Reader,
    clock: Clock,
  ) {
    this.once = new Once(work, clock);
  }

  /** Keeps a ticket under its code, or replaces it. The same ticket once more changes nothing. */
  async put(caller: Caller, wish: PutTicket): Promise<Ticket> {
    requireScope(caller, 'orders:write');
    return this.once.run(caller, 'putTicket', wish, async (stores) => (await this.putIn(stores, caller, wish)).ticket);
  }

  /** As `put`, inside a unit of work that does more, such as an import. */
  async putIn(
    stores: Stores,
    { shop }: Caller,
    wish: PutTicket,
  ): Promise<{ ticket: Ticket; effect: 'added' | 'changed' | 'unchanged' }> {
    const { state = 'unread', mediation = false, updatedAt = wish.createdAt, ...said } = wish;
    const wanted: NewTicket = { ...said, state, mediation, updatedAt };
    requireInOrder(wanted);
    const old = await stores.tickets.find(shop, wanted.code);
    if (old && canonicalJson({ ...wanted, id: old.id }) === canonicalJson(old))
      return { ticket: old, effect: 'unchanged' };
    return { ticket: await stores.tickets.put(shop, wanted), effect: old ? 'changed' : 'added' };
  }

  /** The ticket of this code. */
  async get({ shop, ...caller }: Caller, code: string): Promise<Ticket> {
    requireScope({ shop, ...caller }, 'orders:read');
    const ticket = await this.reader.read((stores) => stores.tickets.find(shop, code));
    if (ticket) return ticket;
    throw new Refusal('ticket_not_found', `there is no ticket ${code}`, 'code');
  }

  /** A page of the tickets, the newest first; the cursor is the id of the last ticket of the page before. */
  async list(caller: Caller, { cursor, limit, ...filter }: ListTickets): Promise<PageOf<Ticket>> {
    requireScope(caller, 'orders:read');
    const page = pageOf({ ...(limit === undefined ? {} : { limit }) });
    return this.reader.read(async ({ tickets }) => {
      const after = cursor === undefined ? undefined : await tickets.position(caller.shop, cursor);
      if (cursor !== undefined && !after)
        throw new Refusal('request_invalid', 'cursor is none that was given', 'cursor');
      const rows = await tickets.list(caller.shop, { ...filter, ...(after ? { after } : {}), limit: page.limit });
      return cut(rows, page);
    });
  }
}
