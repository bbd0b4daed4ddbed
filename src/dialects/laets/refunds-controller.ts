import { Body, Get, Middlewares, OperationId, Path, Post, Queries, Response, Route } from '@tsoa/runtime';
import { Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { NewRefundBody, RefundShape } from './refund-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('refund')
@Tags('Refund')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class RefundsController {
  constructor(private readonly ask: Ask) {}

  /** Filters: id, merchant, merchant_order, status, created_on. */
  @Get()
  @OperationId('listRefunds')
  listRefunds(@Queries() query: ListQuery): Promise<ListShape<RefundShape>> {
    return this.ask('listRefunds', { query });
  }

  /** Pays returns back, or items, or an amount, of one confirmed merchant order. Nothing has to be confirmed afterwards. */
  @Post()
  @OperationId('createRefund')
  @SuccessResponse(201, 'Created')
  createRefund(@Body() body: NewRefundBody): Promise<Detail<RefundShape>> {
    return this.ask('createRefund', { body });
  }

  @Get('schema')
  @OperationId('getRefundSchema')
  getRefundSchema(): Promise<SchemaShape> {
    return this.ask('getRefundSchema', {});
  }

  @Get('{id}')
  @OperationId('getRefund')
  @Response<Nothing>(404, 'Not Found')
  getRefund(@Path() id: string): Promise<Detail<RefundShape>> {
    return this.ask('getRefund', { id });
  }

  /** While it is pending and nothing was sent. */
  @Post('{id}/cancel')
  @OperationId('cancelRefund')
  @Response<Nothing>(404, 'Not Found')
  cancelRefund(@Path() id: string): Promise<Detail<RefundShape>> {
    return this.ask('cancelRefund', { id });
  }
}
