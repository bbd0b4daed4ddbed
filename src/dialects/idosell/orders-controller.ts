/** The REST door of the orders gate, for reading alone: other verbs are not there (choice IDO-26). */
import { Body, Get, Middlewares, OperationId, Post, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { jsonBody } from '../../rest/json-body';
import { parseExactJson } from '../../rest/json-text';
import { BODY_LIMITS } from './body-limits';
import type { Ask } from './controller-factory';
import type { GetOrdersQuery, GetOrdersReply, SearchOrdersBody } from './orders-shapes';
import type { DoorError, FailedCall } from './shapes';

@Route('orders')
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
@Middlewares(jsonBody(BODY_LIMITS, parseExactJson))
export class OrdersController {
  constructor(private readonly ask: Ask) {}

  /** Reads orders with their payments and refunds. */
  @Get('orders')
  @OperationId('orders/orders/get')
  getOrders(@Queries() query: GetOrdersQuery): Promise<GetOrdersReply> {
    return this.ask('orders/get', query);
  }

  /** Looks orders up. */
  @Post('orders/search')
  @OperationId('orders/orders/search')
  searchOrders(@Body() body: SearchOrdersBody): Promise<GetOrdersReply> {
    return this.ask('orders/get', body);
  }

  /** The same at the address that versions 3 and 4 have for it. */
  @Post('orders/get')
  @OperationId('orders/orders/search3')
  searchOrdersAsBefore(@Body() body: SearchOrdersBody): Promise<GetOrdersReply> {
    return this.ask('orders/get', body);
  }
}
