/** Tickets, as whoever keeps the messages tells of them. */
import type { PutTicketRequest } from '../../../generated/contract';
import { ago, did, granted, HARD_TEXT, refused } from './case';
import type { Case, Step } from './case';

const TICKET: PutTicketRequest = {
  ...{ code: 'Lojas Americanas-1', orderCode: '02-1', platform: 'B2w', createdAt: ago(3) },
};
const told = (more: Partial<PutTicketRequest> = {}): Step => did('putTicket', { ...TICKET, ...more });
const HARD_CODE = `${HARD_TEXT}/?#%20+`.slice(0, 201);

export const putTicket: readonly Case[] = [
  granted('putTicket', 'keeps what little is said', [], TICKET, {}, {
    ...{ code: 'Lojas Americanas-1', state: 'unread', mediation: false, updatedAt: new Date(ago(3)).toISOString() },
  }), // prettier-ignore
  granted('putTicket', 'keeps all that can be said', [], {
    ...{ ...TICKET, code: HARD_CODE, orderCode: 'ż&<>"', platform: HARD_TEXT.slice(0, 100), warehouse: '7' },
    ...{ state: 'archived', mediation: true, updatedAt: ago(1) },
  }), // prettier-ignore
  granted('putTicket', 'replaces what was told before', [told({ warehouse: '7', state: 'read' })], {
    ...{ ...TICKET, mediation: true },
  }), // prettier-ignore
  granted('putTicket', 'changes nothing when told the same', [told()], TICKET),
  granted('putTicket', 'repeats its answer under the same key', [did('putTicket', TICKET, 'k1'), told({ state: 'read' })], TICKET, {
    ...{ idempotencyKey: 'k1' },
  }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to its wish', [did('putTicket', TICKET, 'k1')],
    { ...TICKET, state: 'read' }, { idempotencyBlock: 'k1' }), // prettier-ignore
  refused('request_invalid', 'updatedAt', 'knows no ticket that changed before it was there', [], {
    ...{ ...TICKET, updatedAt: ago(4) },
  }), // prettier-ignore
  refused('request_invalid', 'createdAt', 'wants days that calendars have', [], {
    ...{ ...TICKET, createdAt: '2026-02-30T00:00:00Z' },
  }), // prettier-ignore
  refused('request_invalid', 'state', 'knows no such state', [], { ...TICKET, state: 'lost' }),
  refused('request_invalid', 'orderCode', 'wants the code of the order', [], {
    ...{ code: 'x', platform: 'B2w', createdAt: ago(3) },
  }), // prettier-ignore
  refused('request_invalid', 'code', 'takes no code that is too long', [], { ...TICKET, code: 'x'.repeat(202) }),
];

export const getTicket: readonly Case[] = [
  granted('getTicket', 'shows what was told', [told({ warehouse: '7' })], { code: TICKET.code }),
  granted('getTicket', 'shows a ticket whose code is hard to write', [told({ code: HARD_CODE })], { code: HARD_CODE }),
  refused('ticket_not_found', 'code', 'knows no such ticket', [told()], { code: 'lojas americanas-1' }),
];

const several: readonly Step[] = [
  told({ code: '1', createdAt: ago(3) }),
  told({ code: '2', createdAt: ago(1), state: 'read' }),
  told({ code: '3', createdAt: ago(2), platform: 'Via' }),
  told({ code: '4', createdAt: ago(4), state: 'read', platform: 'Via' }),
];
const codes = (...all: string[]) => ({ tickets: all.map((code) => ({ code })) });

export const listTickets: readonly Case[] = [
  granted('listTickets', 'lists everything, the newest first', several, {}, {}, codes('2', '3', '1', '4')),
  granted('listTickets', 'goes on where a page ended', several, { cursor: '3', limit: 1 }, {}, {
    ...{ ...codes('1'), nextCursor: '1' },
  }), // prettier-ignore
  granted(
    'listTickets',
    'finds what every filter lets through',
    several,
    { state: 'read', platform: 'Via' },
    {},
    codes('4'),
  ),
  granted('listTickets', 'lists nothing past the end', several, { cursor: '4' }, {}, codes()),
  granted('listTickets', 'lists nothing where nothing is', [], {}, {}, codes()),
  refused('request_invalid', 'cursor', 'takes cursors it gave', several, { cursor: '9' }),
  refused('request_invalid', 'cursor', 'takes cursors that are numbers', several, { cursor: 'two' }),
  refused('request_invalid', 'limit', 'lists at most a hundred', [], { limit: 101 }),
  refused('request_invalid', 'state', 'knows no such state', [], { state: 'lost' }),
];
