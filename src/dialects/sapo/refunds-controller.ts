/** Refunds of an order. Each method only says where it is found; what is right about its members is checked in params.ts. */
import { Get, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { DatedQuery, Failure, OneQuery, RefundAnswer, RefundsAnswer } from './messages';

@Route('orders/{order_id}')
@Tags('Refund')
@Security('basic')
@Security('bizwebToken')
@Security('sapoToken')
@Security('shopifyToken')
@Response<Failure>(401, 'Unauthorized')
@Response<Failure>(403, 'Forbidden')
@Response<Failure>(404, 'Not Found')
@Response<Failure>(429, 'Too Many Requests')
export class RefundsController {
  constructor(private readonly ask: Ask) {}

  /** Lists the refunds of an order by id. */
  @Get('refunds.json')
  @OperationId('listRefunds')
  listRefunds(@Path('order_id') orderId: string, @Queries() query: DatedQuery): Promise<RefundsAnswer> {
    return this.ask('listRefunds', { orderId, query });
  }

  /** Tells a refund. */
  @Get('refunds/{id}.json')
  @OperationId('getRefund')
  getRefund(@Path('order_id') orderId: string, @Path() id: string, @Queries() query: OneQuery): Promise<RefundAnswer> {
    return this.ask('getRefund', { orderId, id, query });
  }
}
