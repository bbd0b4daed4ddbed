/** The REST door of the payments gate, for reading alone: other verbs are not there (choice IDO-26). */
import { Get, OperationId, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { GetFormsQuery, GetFormsReply, GetPaymentQuery, GetPaymentReply } from './payments-shapes';
import type { DoorError, FailedCall } from './shapes';

@Route('payments')
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
export class PaymentsController {
  constructor(private readonly ask: Ask) {}

  /** Reads a payment or a refund by its number. */
  @Get('payments')
  @OperationId('payments/payments/get')
  getPayment(@Queries() query: GetPaymentQuery): Promise<GetPaymentReply> {
    return this.ask('payments/get', query);
  }

  /** Lists the forms in which a manual refund can be paid out. */
  @Get('forms')
  @OperationId('payments/forms/get')
  getForms(@Queries() query: GetFormsQuery): Promise<GetFormsReply> {
    return this.ask('payments/getForms', query);
  }
}
