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
  AddJointRefundBody,
  FoundOrders,
  GetOrderQuery,
  Id,
  ListOrdersQuery,
  Order,
  OrderLedger,
  OrderPage,
  OrderReturns,
  PutOrderBody,
  Refund,
  RefundForms,
  SearchOrdersBody,
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
  getOrder(@Path() orderId: Id, @Queries() query: GetOrderQuery): Promise<Order> {
    return this.ask('getOrder', { ...query, orderId });
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

  @Post('{orderId}/refunds/joint')
  @Tags('Refunds')
  @OperationId('addJointRefund')
  addJointRefund(@Path() orderId: Id, @Body() body?: AddJointRefundBody): Promise<Refund> {
    return this.ask('addJointRefund', { ...body, orderId });
  }

  @Post('{orderId}/confirm')
  @OperationId('confirmOrder')
  confirmOrder(@Path() orderId: Id): Promise<Order> {
    return this.ask('confirmOrder', { orderId });
  }

  @Post('{orderId}/send')
  @OperationId('sendOrder')
  sendOrder(@Path() orderId: Id): Promise<Order> {
    return this.ask('sendOrder', { orderId });
  }

  @Post('{orderId}/cancel')
  @OperationId('cancelOrder')
  cancelOrder(@Path() orderId: Id): Promise<Order> {
    return this.ask('cancelOrder', { orderId });
  }

  @Get('{orderId}/returns')
  @Tags('Returns')
  @OperationId('getOrderReturns')
  getOrderReturns(@Path() orderId: Id): Promise<OrderReturns> {
    return this.ask('getOrderReturns', { orderId });
  }

  @Post('search')
  @OperationId('searchOrders')
  searchOrders(@Body() body: SearchOrdersBody): Promise<FoundOrders> {
    return this.ask('searchOrders', body);
  }
}
