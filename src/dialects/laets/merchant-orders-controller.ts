import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Path,
  Post,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { MerchantOrderShape } from './order-shapes';
import type { NewReturnsBody, ReturnedOrderShape } from './return-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape, Trouble } from './shapes';

@Route('merchant_order')
@Tags('Merchant order')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class MerchantOrdersController {
  constructor(private readonly ask: Ask) {}

  /** Filters: id, merchant, order, status, created_on, last_updated. */
  @Get()
  @OperationId('listMerchantOrders')
  listMerchantOrders(@Queries() query: ListQuery): Promise<ListShape<MerchantOrderShape>> {
    return this.ask('listMerchantOrders', { query });
  }

  @Get('schema')
  @OperationId('getMerchantOrderSchema')
  getMerchantOrderSchema(): Promise<SchemaShape> {
    return this.ask('getMerchantOrderSchema', {});
  }

  @Get('{id}')
  @OperationId('getMerchantOrder')
  @Response<Nothing>(404, 'Not Found')
  getMerchantOrder(@Path() id: string): Promise<Detail<MerchantOrderShape>> {
    return this.ask('getMerchantOrder', { id });
  }

  /** Asks for a return of each of some items: of all or of none. */
  @Post('{id}/return')
  @OperationId('createReturns')
  @Response<Trouble>(403, 'Forbidden')
  @Response<Nothing>(404, 'Not Found')
  createReturns(@Path() id: string, @Body() body: NewReturnsBody): Promise<Detail<ReturnedOrderShape>> {
    return this.ask('createReturns', { id, body });
  }

  /** From 60 to 80: the merchant takes the order on. Only then it can be refunded. */
  @Post('{id}/confirm')
  @OperationId('confirmMerchantOrder')
  @Response<Nothing>(404, 'Not Found')
  confirmMerchantOrder(@Path() id: string): Promise<Detail<MerchantOrderShape>> {
    return this.ask('confirmMerchantOrder', { id });
  }

  /** From 80 to 85. */
  @Post('{id}/send')
  @OperationId('sendMerchantOrder')
  @Response<Nothing>(404, 'Not Found')
  sendMerchantOrder(@Path() id: string): Promise<Detail<MerchantOrderShape>> {
    return this.ask('sendMerchantOrder', { id });
  }

  /** Before it is sent. No money moves. */
  @Post('{id}/cancel')
  @OperationId('cancelMerchantOrder')
  @Response<Nothing>(404, 'Not Found')
  cancelMerchantOrder(@Path() id: string): Promise<Detail<MerchantOrderShape>> {
    return this.ask('cancelMerchantOrder', { id });
  }
}
