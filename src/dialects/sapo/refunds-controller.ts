/**
 * Refunds of an order. Each method only says where it is found; what is right about its members is checked in params.ts. What is
 * created is 201 (choice SAPO-5).
 */
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
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { jsonBody } from '../../rest/json-body';
import { parseExactJson } from '../../rest/json-text';
import type { Ask } from './controller-factory';
import type {
  CalculateBody,
  CalculationAnswer,
  CreateRefundBody,
  DatedQuery,
  Failure,
  OneQuery,
  RefundAnswer,
  RefundsAnswer,
} from './messages';

@Route('orders/{order_id}')
@Tags('Refund')
@Security('basic')
@Security('bizwebToken')
@Security('sapoToken')
@Security('shopifyToken')
@Response<Failure>(401, 'Unauthorized')
@Response<Failure>(403, 'Forbidden')
@Response<Failure>(404, 'Not Found')
@Response<Failure>(422, 'Unprocessable Entity')
@Response<Failure>(429, 'Too Many Requests')
@Middlewares(jsonBody(undefined, parseExactJson))
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

  /** Adds a refund, and carries it out at once. Without transactions only goods come back. */
  @Post('refunds.json')
  @Response<Failure>(400, 'Bad Request')
  @Response<Failure>(413, 'Request Entity Too Large')
  @Response<Failure>(415, 'Unsupported Media Type')
  @SuccessResponse(201, 'Created')
  @OperationId('createRefund')
  createRefund(@Path('order_id') orderId: string, @Body() body: CreateRefundBody): Promise<RefundAnswer> {
    return this.ask('createRefund', { orderId, body });
  }

  /** Works out which transactions would give the lines and the shipping back; writes nothing. */
  @Post('refunds/calculate.json')
  @Response<Failure>(400, 'Bad Request')
  @Response<Failure>(413, 'Request Entity Too Large')
  @Response<Failure>(415, 'Unsupported Media Type')
  @OperationId('calculateRefund')
  calculateRefund(@Path('order_id') orderId: string, @Body() body: CalculateBody): Promise<CalculationAnswer> {
    return this.ask('calculateRefund', { orderId, body });
  }
}
