/** The REST door of the platform's refunds gate. Each method only says where it is found; its members are read in methods.ts. */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Post,
  Put,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import { jsonBody } from '../../rest/json-body';
import { parseExactJson } from '../../rest/json-text';
import { BODY_LIMITS } from './body-limits';
import type { Ask } from './controller-factory';
import type {
  AddAutomaticRefundBody,
  AddAutomaticRefundForOrderBody,
  AddManualRefundBody,
  AddReply,
  CancelRefundBody,
  CancelRefundReply,
  ConfirmRefundBody,
  ConfirmRefundReply,
  DoorError,
  FailedCall,
  GetPossibleAutoRefundsQuery,
  GetPossibleAutoRefundsReply,
  GetRefundStatusQuery,
  GetRefundStatusReply,
  RetrieveRefundsListQuery,
  RetrieveRefundsListReply,
  UpdateRefundBody,
  UpdateRefundReply,
} from './shapes';

@Route('refunds')
@Tags('OMS')
@Security('ApiKeyAuth')
@Security('bearerAuth')
@Response<FailedCall>(207, 'Multi-Status: refused, with a code of the method')
@Response<DoorError>(401, 'Authorization error')
@Response<DoorError>(403, 'Access denied')
@Response<DoorError>(404, 'Not found')
@Response<DoorError>(422, 'Invalid data format')
@Response<DoorError>(429, 'Too many requests')
@Response<DoorError>(500, 'Internal server error')
@Middlewares(jsonBody(BODY_LIMITS, parseExactJson))
export class RefundsController {
  constructor(private readonly ask: Ask) {}

  /** Adds an automatic refund of what a return or a complaint is worth. */
  @Post('addAutomaticRefund')
  @OperationId('refunds/addAutomaticRefund/')
  addAutomaticRefund(@Body() body: AddAutomaticRefundBody): Promise<AddReply> {
    return this.ask('addAutomaticRefund', body);
  }

  /** Adds an automatic refund of one payment of an order that is not fulfilled. */
  @Post('addAutomaticRefundForOrder')
  @OperationId('refunds/addAutomaticRefundForOrder/')
  addAutomaticRefundForOrder(@Body() body: AddAutomaticRefundForOrderBody): Promise<AddReply> {
    return this.ask('addAutomaticRefundForOrder', body);
  }

  /** Records a refund whose money moves outside. */
  @Post('addManualRefund')
  @OperationId('refunds/addManualRefund/')
  addManualRefund(@Body() body: AddManualRefundBody): Promise<AddReply> {
    return this.ask('addManualRefund', body);
  }

  /** Tells which payments can be refunded automatically, and how much of each. */
  @Get('getPossibleAutoRefunds')
  @OperationId('refunds/getPossibleAutoRefunds/')
  getPossibleAutoRefunds(@Queries() query: GetPossibleAutoRefundsQuery): Promise<GetPossibleAutoRefundsReply> {
    return this.ask('getPossibleAutoRefunds', query);
  }

  /** Tells how a refund stands. */
  @Get('getRefundStatus')
  @OperationId('refunds/getRefundStatus/')
  getRefundStatus(@Queries() query: GetRefundStatusQuery): Promise<GetRefundStatusReply> {
    return this.ask('getRefundStatus', query);
  }

  /** Changes the amount of a refund that is not confirmed. */
  @Put('updateRefund')
  @OperationId('refunds/updateRefund/')
  updateRefund(@Body() body: UpdateRefundBody): Promise<UpdateRefundReply> {
    return this.ask('updateRefund', body);
  }

  /** Confirms a refund: an automatic one is sent to its payment provider, a manual one counts as paid out. */
  @Put('confirmRefund')
  @OperationId('refunds/confirmRefund/')
  confirmRefund(@Body() body: ConfirmRefundBody): Promise<ConfirmRefundReply> {
    return this.ask('confirmRefund', body);
  }

  /** Cancels a refund that is not confirmed. */
  @Put('cancelRefund')
  @OperationId('refunds/cancelRefund/')
  cancelRefund(@Body() body: CancelRefundBody): Promise<CancelRefundReply> {
    return this.ask('cancelRefund', body);
  }

  /** Lists the refunds that wait for confirmation, oldest first. */
  @Get('retrieveRefundsList')
  @OperationId('refunds/retrieveRefundsList/')
  retrieveRefundsList(@Queries() query: RetrieveRefundsListQuery): Promise<RetrieveRefundsListReply> {
    return this.ask('retrieveRefundsList', query);
  }
}
