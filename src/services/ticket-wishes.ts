/** What a caller may wish for of tickets, as `wishes.ts` has it of all else. */
import type { TicketState } from '../domain/ticket';
import type { PageWish } from './wishes';

export interface PutTicket {
  readonly code: string;
  readonly orderCode: string;
  readonly platform: string;
  /** Absent: unread. */
  readonly state?: TicketState;
  /** Absent: false. */
  readonly mediation?: boolean;
  readonly warehouse?: string;
  readonly createdAt: number;
  /** Absent: when it was created. */
  readonly updatedAt?: number;
}

export interface ListTickets extends PageWish {
  readonly state?: TicketState;
  readonly platform?: string;
}
