/** A ticket: messages that a platform exchanged about an order, told of by whoever keeps them. Nobody writes messages to us. */
import { Refusal } from './refusal';

export const TICKET_STATES = ['unread', 'read', 'archived'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export interface Ticket {
  readonly id: number;
  /** The platform's whole code of what it is about, which a channel's orders have too: CHANNEL-NUMBER. One ticket has it. */
  readonly code: string;
  /** The bare code of the order that the platform writes beside it. */
  readonly orderCode: string;
  /** Where the messages were exchanged, in the platform's own word. */
  readonly platform: string;
  readonly state: TicketState;
  /** Whether the platform itself was asked to decide. */
  readonly mediation: boolean;
  /** From where the order is sent. */
  readonly warehouse?: string;
  /** Epoch milliseconds, as the next. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type NewTicket = Omit<Ticket, 'id'>;

/** Refuses a ticket that was changed before it was there. */
export function requireInOrder({ createdAt, updatedAt }: NewTicket): void {
  if (updatedAt >= createdAt) return;
  throw new Refusal('request_invalid', 'updatedAt must not be before createdAt', 'updatedAt');
}
