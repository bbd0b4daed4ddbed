/** What was paid for an order, and what of it was given back. */
import { Get, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Ask } from './controller-factory';
import type { CountAnswer, DatedQuery, Failure, OneQuery, TransactionAnswer, TransactionsAnswer } from './messages';

@Route('orders/{order_id}')
@Tags('Transaction')
@Security('basic')
@Security('bizwebToken')
@Security('sapoToken')
@Security('shopifyToken')
@Response<Failure>(401, 'Unauthorized')
@Response<Failure>(403, 'Forbidden')
@Response<Failure>(404, 'Not Found')
@Response<Failure>(429, 'Too Many Requests')
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
}
