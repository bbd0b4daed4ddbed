/** The REST door of the gate of returns, for reading alone: other verbs are not there (choice IDO-26). */
import { Get, OperationId, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { GetReturnsQuery, GetReturnsReply, GetStatusesReply } from './returns-shapes';
import type { DoorError, FailedCall } from './shapes';

@Route('returns')
@Tags('OMS')
@Security('ApiKeyAuth')
@Security('bearerAuth')
@Response<FailedCall>(207, 'Multi-Status: refused, or nothing found')
@Response<DoorError>(401, 'Authorization error')
@Response<DoorError>(403, 'Access denied')
@Response<DoorError>(404, 'Not found')
@Response<DoorError>(422, 'Invalid data format')
@Response<DoorError>(429, 'Too many requests')
@Response<DoorError>(500, 'Internal server error')
export class ReturnsController {
  constructor(private readonly ask: Ask) {}

  /** Reads returns with their refunds. */
  @Get('returns')
  @OperationId('returns/returns/get')
  getReturns(@Queries() query: GetReturnsQuery): Promise<GetReturnsReply> {
    return this.ask('returns/get', query);
  }

  /** Lists the statuses that a return can have. */
  @Get('statuses')
  @OperationId('returns/statuses/get')
  getStatuses(): Promise<GetStatusesReply> {
    return this.ask('returns/getStatuses', {});
  }
}
