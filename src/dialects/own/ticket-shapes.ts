/** Tickets, as they are asked for and answered. */
import type * as contract from '../../../generated/contract';
import { formatInstant, parseInstant } from '../../domain/instant';
import type { Ticket } from '../../domain/ticket';
import type { PutTicket } from '../../services/ticket-wishes';
import type { PageOf } from '../../services/views';
import { present, readInstant } from './absent';

export function putTicketWish({ createdAt, updatedAt, ...said }: contract.PutTicketRequest): PutTicket {
  return {
    ...said,
    createdAt: parseInstant(createdAt, 'createdAt'),
    ...present({ updatedAt: readInstant(updatedAt, 'updatedAt') }),
  };
}

export function ticketShape(ticket: Ticket): contract.Ticket {
  const { code, orderCode, platform, state, mediation, warehouse, createdAt, updatedAt } = ticket;
  return {
    ...{ code, orderCode, platform, state, mediation },
    ...present({ warehouse }),
    createdAt: formatInstant(createdAt),
    updatedAt: formatInstant(updatedAt),
  };
}

export function ticketPage({ items, nextCursor }: PageOf<Ticket>): contract.TicketPage {
  const page = { tickets: items.map(ticketShape) };
  return nextCursor === undefined ? page : { ...page, nextCursor: String(nextCursor) };
}
