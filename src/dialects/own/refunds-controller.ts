/** The REST door of our own API: refunds. Each method only says where its operation is found. */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Patch,
  Path,
  Post,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type {
  AddAutomaticRefundBody,
  AddManualRefundBody,
  CancelRefundBody,
  ConfirmRefundBody,
  GetPossibleAutoRefundsQuery,
  GetRefundQuery,
  Id,
  PossibleRefunds,
  Quote,
  QuoteRefundBody,
  Refund,
  RefundDetails,
  RefundPage,
  RefundStatus,
  ResolveRefundBody,
  RetrieveRefundsListQuery,
  UpdateRefundBody,
} from '../../../generated/contract';
import { jsonBody } from '../../rest/json-body';
import type { Problem } from '../../rest/problem';
import type { Ask } from './controller-factory';

@Route('refunds')
@Tags('Refunds')
@Security('bearer')
@Security('apiKey')
@Response<Problem>('default', 'Any other problem')
@Middlewares(jsonBody())
export class RefundsController {
  constructor(private readonly ask: Ask) {}

  @Post('automatic')
  @OperationId('addAutomaticRefund')
  addAutomaticRefund(@Body() body: AddAutomaticRefundBody): Promise<Refund> {
    return this.ask('addAutomaticRefund', body);
  }

  @Post('manual')
  @OperationId('addManualRefund')
  addManualRefund(@Body() body: AddManualRefundBody): Promise<Refund> {
    return this.ask('addManualRefund', body);
  }

  @Post('quote')
  @OperationId('quoteRefund')
  quoteRefund(@Body() body: QuoteRefundBody): Promise<Quote> {
    return this.ask('quoteRefund', body);
  }

  @Get('possible')
  @OperationId('getPossibleAutoRefunds')
  getPossibleAutoRefunds(@Queries() query: GetPossibleAutoRefundsQuery): Promise<PossibleRefunds> {
    return this.ask('getPossibleAutoRefunds', query);
  }

  @Get()
  @OperationId('retrieveRefundsList')
  retrieveRefundsList(@Queries() query: RetrieveRefundsListQuery): Promise<RefundPage> {
    return this.ask('retrieveRefundsList', query);
  }

  @Get('{refundId}')
  @OperationId('getRefund')
  getRefund(@Path() refundId: Id, @Queries() query: GetRefundQuery): Promise<RefundDetails> {
    return this.ask('getRefund', { ...query, refundId });
  }

  @Get('{refundId}/status')
  @OperationId('getRefundStatus')
  getRefundStatus(@Path() refundId: Id): Promise<RefundStatus> {
    return this.ask('getRefundStatus', { refundId });
  }

  @Patch('{refundId}')
  @OperationId('updateRefund')
  updateRefund(@Path() refundId: Id, @Body() body: UpdateRefundBody): Promise<Refund> {
    return this.ask('updateRefund', { ...body, refundId });
  }

  @Post('{refundId}/confirm')
  @OperationId('confirmRefund')
  confirmRefund(@Path() refundId: Id, @Body() body?: ConfirmRefundBody): Promise<Refund> {
    return this.ask('confirmRefund', { ...body, refundId });
  }

  @Post('{refundId}/cancel')
  @OperationId('cancelRefund')
  cancelRefund(@Path() refundId: Id, @Body() body?: CancelRefundBody): Promise<Refund> {
    return this.ask('cancelRefund', { ...body, refundId });
  }

  @Post('{refundId}/resolve')
  @OperationId('resolveRefund')
  resolveRefund(@Path() refundId: Id, @Body() body: ResolveRefundBody): Promise<Refund> {
    return this.ask('resolveRefund', { ...body, refundId });
  }
}
