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
  AddComposedRefundBody,
  Id,
  ListOrdersQuery,
  Order,
  OrderLedger,
  OrderPage,
  PutOrderBody,
  Refund,
  RefundForms,
  SuggestRefundBody,
  Suggestion,
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

  @Post('{orderId}/refunds/composed')
  @Tags('Refunds')
  @OperationId('addComposedRefund')
  addComposedRefund(@Path() orderId: Id, @Body() body?: AddComposedRefundBody): Promise<Refund> {
    return this.ask('addComposedRefund', { ...body, orderId });
  }

  @Post('{orderId}/refunds/suggestion')
  @Tags('Refunds')
  @OperationId('suggestRefund')
  suggestRefund(@Path() orderId: Id, @Body() body?: SuggestRefundBody): Promise<Suggestion> {
    return this.ask('suggestRefund', { ...body, orderId });
  }

  @Get('{orderId}/refund-forms')
  @Tags('Refunds')
  @OperationId('getRefundForms')
  getRefundForms(@Path() orderId: Id): Promise<RefundForms> {
    return this.ask('getRefundForms', { orderId });
  }

  @Get('{orderId}/ledger')
  @OperationId('getOrderLedger')
  getOrderLedger(@Path() orderId: Id): Promise<OrderLedger> {
    return this.ask('getOrderLedger', { orderId });
  }
}
