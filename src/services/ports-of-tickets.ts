/** Tickets as they are kept: by their code, and in a list that has the newest first. */
import type { NewTicket, Ticket, TicketState } from '../domain/ticket';

/** Where a ticket stands in the list. */
export type TicketPosition = Pick<Ticket, 'createdAt' | 'code'>;

export interface TicketFilter {
  readonly state?: TicketState;
  readonly platform?: string;
  /** Only tickets that come after this one. */
  readonly after?: TicketPosition;
  readonly limit: number;
}

export interface TicketReads {
  find(shop: string, code: string): Promise<Ticket | undefined>;
  /** The codes of tickets with this bare code of an order; no more than two, which is one too many. */
  codesOf(shop: string, orderCode: string): Promise<string[]>;
  position(shop: string, ticketId: number): Promise<TicketPosition | undefined>;
  /** By the time they were created, the newest first; of one time, by their codes backwards. */
  list(shop: string, filter: TicketFilter): Promise<Ticket[]>;
}

export interface TicketStore extends TicketReads {
  /** Adds the ticket, or replaces the one of this code, which keeps its id. */
  put(shop: string, ticket: NewTicket): Promise<Ticket>;
}
