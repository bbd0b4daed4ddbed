import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { OrderShape } from './order-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('order')
@Tags('Order')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class OrdersController {
  constructor(private readonly ask: Ask) {}

  /** Filters: id, id_number, created_on, last_updated. */
  @Get()
  @OperationId('listOrders')
  listOrders(@Queries() query: ListQuery): Promise<ListShape<OrderShape>> {
    return this.ask('listOrders', { query });
  }

  @Get('schema')
  @OperationId('getOrderSchema')
  getOrderSchema(): Promise<SchemaShape> {
    return this.ask('getOrderSchema', {});
  }

  @Get('{id}')
  @OperationId('getOrder')
  @Response<Nothing>(404, 'Not Found')
  getOrder(@Path() id: string): Promise<Detail<OrderShape>> {
    return this.ask('getOrder', { id });
  }
}
