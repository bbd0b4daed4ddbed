/** The REST door of our own API: orders. Each method only says where its operation is found. */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Path,
  Post,
  Put,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type {
  AddAutomaticRefundForOrderBody,
  Id,
  ListOrdersQuery,
  Order,
  OrderPage,
  PutOrderBody,
  Refund,
} from '../../../generated/contract';
import { jsonBody } from '../../rest/json-body';
import type { Problem } from '../../rest/problem';
import type { Ask } from './controller-factory';

@Route('orders')
@Tags('Orders')
@Security('bearer')
@Security('apiKey')
@Response<Problem>('default', 'Any other problem')
@Middlewares(jsonBody())
export class OrdersController {
  constructor(private readonly ask: Ask) {}

  @Get()
  @OperationId('listOrders')
  listOrders(@Queries() query: ListOrdersQuery): Promise<OrderPage> {
    return this.ask('listOrders', query);
  }

  @Get('{orderId}')
  @OperationId('getOrder')
  getOrder(@Path() orderId: Id): Promise<Order> {
    return this.ask('getOrder', { orderId });
  }

  @Put('{orderId}')
  @OperationId('putOrder')
  putOrder(@Path() orderId: Id, @Body() body: PutOrderBody): Promise<Order> {
    return this.ask('putOrder', { ...body, orderId });
  }

  @Post('{orderId}/refunds/automatic')
  @Tags('Refunds')
  @OperationId('addAutomaticRefundForOrder')
  addAutomaticRefundForOrder(@Path() orderId: Id, @Body() body: AddAutomaticRefundForOrderBody): Promise<Refund> {
    return this.ask('addAutomaticRefundForOrder', { ...body, orderId });
  }
}
