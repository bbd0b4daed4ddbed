/** Tickets as this platform shows them (contract, section 2; SKY-4). */
import { TICKET_STATES, type Ticket, type TicketState } from '../../domain/ticket';
import { shopTime } from './shop-time';
import type { TicketBody } from './shapes';

const STATUSES = { unread: 'UNREAD', read: 'READ', archived: 'ARCHIVED' } as const satisfies Record<
  TicketState,
  string
>;

export function ticketBody(ticket: Ticket, timezone: string): TicketBody {
  const { code, orderCode, platform, state, mediation, warehouse, createdAt, updatedAt } = ticket;
  return {
    code,
    order_code: orderCode,
    platform,
    status: STATUSES[state],
    mediation,
    warehouse: warehouse ?? null,
    created_at: shopTime(createdAt, timezone),
    updated_at: shopTime(updatedAt, timezone),
  };
}

/** The state of this status; undefined of one that no ticket has. */
export function stateNamed(status: string): TicketState | undefined {
  return TICKET_STATES.find((state) => STATUSES[state] === status);
}
