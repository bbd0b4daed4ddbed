/** The REST door of the gate of complaints, for reading alone: other verbs are not there (choice IDO-26). */
import { Get, OperationId, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { GetRmasQuery, GetRmasReply, GetStatusesReply } from './returns-shapes';
import type { DoorError, FailedCall } from './shapes';

@Route('rma')
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
export class RmaController {
  constructor(private readonly ask: Ask) {}

  /** Reads complaints. */
  @Get('rma')
  @OperationId('rma/rma/get')
  getRmas(@Queries() query: GetRmasQuery): Promise<GetRmasReply> {
    return this.ask('rma/get', query);
  }

  /** Lists the statuses that a complaint can have. */
  @Get('statuses')
  @OperationId('rma/statuses/get')
  getStatuses(): Promise<GetStatusesReply> {
    return this.ask('rma/getStatuses', {});
  }
}
