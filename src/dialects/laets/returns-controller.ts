/** Returns: asked for, accepted, received, closed. Each method only says where it is found. */
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
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type {
  ChangeReturnBody,
  Failure,
  NewReturnBody,
  ReturnActionBody,
  ReturnList,
  ReturnShape,
  ReturnsQuery,
  SchemaShape,
} from './return-shapes';
import type { MerchantOrderShape } from './order-shapes';
import type { Detail, Nothing, Trouble } from './shapes';

@Route('return')
@Tags('Return')
@Security('iceberg')
@Middlewares(readBody)
@Response<Failure>(400, 'Bad request')
@Response<Nothing>(401, 'Unauthorized')
@Response<Trouble>(403, 'Forbidden')
@Response<Nothing>(404, 'Not found')
@Response<Trouble>(503, 'Busy')
export class ReturnsController {
  constructor(private readonly ask: Ask) {}

  /** Lists returns. */
  @Get('')
  @OperationId('listReturns')
  listReturns(@Queries() query: ReturnsQuery): Promise<ReturnList> {
    return this.ask('listReturns', { query });
  }

  /** Asks for the return of one item. Its merchant order is found through it. */
  @Post('')
  @SuccessResponse(201, 'Created')
  @OperationId('createReturn')
  createReturn(@Body() body: NewReturnBody): Promise<ReturnShape> {
    return this.ask('createReturn', { body });
  }

  /** Tells fields, filters and orderings of returns. */
  @Get('schema')
  @OperationId('getReturnSchema')
  getReturnSchema(): Promise<SchemaShape> {
    return this.ask('getReturnSchema', {});
  }

  /** Tells a return. */
  @Get('{id}')
  @OperationId('getReturn')
  getReturn(@Path() id: string): Promise<ReturnShape> {
    return this.ask('getReturn', { id });
  }

  /** Changes comment, external_id or starred. */
  @Put('{id}')
  @SuccessResponse(202, 'Accepted')
  @OperationId('changeReturn')
  changeReturn(@Path() id: string, @Body() body: ChangeReturnBody): Promise<ReturnShape> {
    return this.ask('changeReturn', { id, body });
  }

  /** Tells the merchant order of a return. */
  @Get('{id}/get_merchant_order')
  @OperationId('getMerchantOrderOfReturn')
  getMerchantOrderOfReturn(@Path() id: string): Promise<Detail<MerchantOrderShape>> {
    return this.ask('getMerchantOrderOfReturn', { id });
  }

  /** Accepts a return, or answers one that is accepted as it is. May change its return_type. */
  @Post('{id}/accept')
  @OperationId('acceptReturn')
  acceptReturn(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('acceptReturn', { id, body });
  }

  /** The package has arrived. */
  @Post('{id}/received')
  @OperationId('receiveReturn')
  receiveReturn(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('receiveReturn', { id, body });
  }

  /** Closes a return, for the seller or for the buyer: as whoever calls. */
  @Post('{id}/close')
  @OperationId('closeReturn')
  closeReturn(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('closeReturn', { id, body });
  }

  /** Closes a return for the seller. */
  @Post('{id}/seller_close')
  @OperationId('closeReturnBySeller')
  closeReturnBySeller(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('closeReturnBySeller', { id, body });
  }

  /** Withdraws a return, or rejects it. */
  @Post('{id}/cancel')
  @OperationId('cancelReturn')
  cancelReturn(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('cancelReturn', { id, body });
  }

  /** Takes a closed or cancelled return up again: it is accepted then. */
  @Post('{id}/reopen')
  @OperationId('reopenReturn')
  reopenReturn(@Path() id: string, @Body() body: ReturnActionBody): Promise<ReturnShape> {
    return this.ask('reopenReturn', { id, body });
  }
}
