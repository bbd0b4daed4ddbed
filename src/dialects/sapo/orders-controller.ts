/** Orders as far as refunds need them: read only (choice SAPO-16). */
import { Get, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { Failure, OneQuery, OrderAnswer, OrdersAnswer, OrdersQuery } from './messages';

@Route('')
@Tags('Order')
@Security('basic')
@Security('bizwebToken')
@Security('sapoToken')
@Security('shopifyToken')
@Response<Failure>(401, 'Unauthorized')
@Response<Failure>(403, 'Forbidden')
@Response<Failure>(404, 'Not Found')
@Response<Failure>(422, 'Unprocessable Entity')
@Response<Failure>(429, 'Too Many Requests')
export class OrdersController {
  constructor(private readonly ask: Ask) {}

  /** Lists orders by id. */
  @Get('orders.json')
  @OperationId('listOrders')
  listOrders(@Queries() query: OrdersQuery): Promise<OrdersAnswer> {
    return this.ask('listOrders', { query });
  }

  /** Tells an order, with its refunds. */
  @Get('orders/{order_id}.json')
  @OperationId('getOrder')
  getOrder(@Path('order_id') orderId: string, @Queries() query: OneQuery): Promise<OrderAnswer> {
    return this.ask('getOrder', { orderId, query });
  }
}
