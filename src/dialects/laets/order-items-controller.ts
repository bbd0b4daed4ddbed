import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { OrderItemShape } from './order-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('order_item')
@Tags('Order item')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class OrderItemsController {
  constructor(private readonly ask: Ask) {}

  /** Filters: id, merchant_order, sku. */
  @Get()
  @OperationId('listOrderItems')
  listOrderItems(@Queries() query: ListQuery): Promise<ListShape<OrderItemShape>> {
    return this.ask('listOrderItems', { query });
  }

  @Get('schema')
  @OperationId('getOrderItemSchema')
  getOrderItemSchema(): Promise<SchemaShape> {
    return this.ask('getOrderItemSchema', {});
  }

  @Get('{id}')
  @OperationId('getOrderItem')
  @Response<Nothing>(404, 'Not Found')
  getOrderItem(@Path() id: string): Promise<Detail<OrderItemShape>> {
    return this.ask('getOrderItem', { id });
  }
}
