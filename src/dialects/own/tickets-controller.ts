/** The REST door of our own API: tickets. Each method only says where its operation is found. */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Path,
  Put,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type { ListTicketsQuery, PutTicketBody, Ticket, TicketCode, TicketPage } from '../../../generated/contract';
import { jsonBody } from '../../rest/json-body';
import type { Problem } from '../../rest/problem';
import type { Ask } from './controller-factory';

@Route('tickets')
@Tags('Tickets')
@Security('bearer')
@Security('apiKey')
@Response<Problem>('default', 'Any other problem')
@Middlewares(jsonBody())
export class TicketsController {
  constructor(private readonly ask: Ask) {}

  @Get()
  @OperationId('listTickets')
  listTickets(@Queries() query: ListTicketsQuery): Promise<TicketPage> {
    return this.ask('listTickets', query);
  }

  @Get('{code}')
  @OperationId('getTicket')
  getTicket(@Path() code: TicketCode): Promise<Ticket> {
    return this.ask('getTicket', { code });
  }

  @Put('{code}')
  @OperationId('putTicket')
  putTicket(@Path() code: TicketCode, @Body() body: PutTicketBody): Promise<Ticket> {
    return this.ask('putTicket', { ...body, code });
  }
}
