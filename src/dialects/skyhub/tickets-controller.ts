/** Tickets with an exchange of messages, as whoever keeps the messages told us of them (contract, section 2). */
import { Get, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { textIn, type Members } from './params';
import type { SkyhubDoor } from './settings';
import type { SacError, TicketList, TicketQuery } from './shapes';
import { cursorText, parseCursor } from './ticket-cursor';
import { stateNamed, ticketBody } from './ticket-shape';

/** Tickets on a page (SKY-4). */
const PAGE = 50;

@Route('sac')
@Tags('SAC')
@Security({ UserEmail: [], ApiKey: [], AccountManagerKey: [] })
@Response<SacError>(401, 'Unauthorized')
@Response<SacError>(403, 'Forbidden')
@Response<SacError>(404, 'Not found')
@Response<SacError>(406, 'Not acceptable')
@Response<SacError>(422, 'A rule is broken')
@Response<SacError>(429, 'Too many requests, where the deployment paces them')
@Response<SacError>(500, 'Internal server error')
export class TicketsController {
  constructor(
    private readonly services: Services,
    private readonly caller: Caller,
    private readonly door: SkyhubDoor,
  ) {}

  /** Lists the tickets, the newest first; instances are not among them, they stand beside each order. */
  @Get()
  @OperationId('listTickets')
  @Response<SacError>(400, 'The cursor is none that was given')
  async list(@Queries() query: TicketQuery): Promise<TicketList> {
    const given = query as Members;
    const from = textIn(given, 'cursor');
    const cursor = from === undefined ? undefined : parseCursor(from);
    const { status, platform } = cursor ?? { status: textIn(given, 'status'), platform: textIn(given, 'platform') };
    const state = status === undefined ? undefined : stateNamed(status);
    // No ticket has such a status.
    if (status !== undefined && state === undefined) return { next_page: null, sacs: [] };
    const { items, nextCursor: id } = await this.services.tickets.list(this.caller, {
      ...(state === undefined ? {} : { state }),
      ...(platform === undefined ? {} : { platform }),
      ...(cursor === undefined ? {} : { cursor: cursor.id }),
      limit: PAGE,
    });
    const { timezone } = await this.services.shops.of(this.caller);
    const filters = { ...(status === undefined ? {} : { status }), ...(platform === undefined ? {} : { platform }) };
    return {
      next_page: id === undefined ? null : `${this.door.origin}/sac?cursor=${cursorText({ id, ...filters })}`,
      sacs: items.map((ticket) => ticketBody(ticket, timezone)),
    };
  }

  /** Shows the ticket of this code, in the form of the list (SKY-5). */
  @Get('{code}')
  @OperationId('getTicket')
  async get(@Path() code: string): Promise<TicketList> {
    const ticket = await this.services.tickets.get(this.caller, code);
    const { timezone } = await this.services.shops.of(this.caller);
    return { next_page: null, sacs: [ticketBody(ticket, timezone)] };
  }
}
