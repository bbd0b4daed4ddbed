/** What was paid for an order, and what of it was given back. */
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
  CountAnswer,
  CreateTransactionBody,
  DatedQuery,
  Failure,
  OneQuery,
  TransactionAnswer,
  TransactionsAnswer,
} from './messages';

@Route('orders/{order_id}')
@Tags('Transaction')
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
export class TransactionsController {
  constructor(private readonly ask: Ask) {}

  /** Lists what was paid, then what was given back, by id. */
  @Get('transactions.json')
  @OperationId('listTransactions')
  listTransactions(@Path('order_id') orderId: string, @Queries() query: DatedQuery): Promise<TransactionsAnswer> {
    return this.ask('listTransactions', { orderId, query });
  }

  /** Tells how many transactions the order has. */
  @Get('transactions/count.json')
  @OperationId('countTransactions')
  countTransactions(@Path('order_id') orderId: string): Promise<CountAnswer> {
    return this.ask('countTransactions', { orderId });
  }

  /** Tells a transaction. */
  @Get('transactions/{id}.json')
  @OperationId('getTransaction')
  getTransaction(
    @Path('order_id') orderId: string,
    @Path() id: string,
    @Queries() query: OneQuery,
  ): Promise<TransactionAnswer> {
    return this.ask('getTransaction', { orderId, id, query });
  }

  /** Gives back a payment, or a part of it: a refund that holds this transaction is added, and carried out at once. */
  @Post('transactions.json')
  @Response<Failure>(400, 'Bad Request')
  @Response<Failure>(413, 'Request Entity Too Large')
  @Response<Failure>(415, 'Unsupported Media Type')
  @SuccessResponse(201, 'Created')
  @OperationId('createTransaction')
  createTransaction(
    @Path('order_id') orderId: string,
    @Body() body: CreateTransactionBody,
  ): Promise<TransactionAnswer> {
    return this.ask('createTransaction', { orderId, body });
  }
}
