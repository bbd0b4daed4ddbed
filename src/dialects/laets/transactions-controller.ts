import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { TransactionShape } from './booking-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('transaction')
@Tags('Ledger')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class TransactionsController {
  constructor(private readonly ask: Ask) {}

  /** Newest first. Filters: id, order, merchant_order, transaction_type (1 a sale, 2 a refund), timestamp. */
  @Get()
  @OperationId('listTransactions')
  listTransactions(@Queries() query: ListQuery): Promise<ListShape<TransactionShape>> {
    return this.ask('listTransactions', { query });
  }

  @Get('schema')
  @OperationId('getTransactionSchema')
  getTransactionSchema(): Promise<SchemaShape> {
    return this.ask('getTransactionSchema', {});
  }

  @Get('{id}')
  @OperationId('getTransaction')
  @Response<Nothing>(404, 'Not Found')
  getTransaction(@Path() id: string): Promise<Detail<TransactionShape>> {
    return this.ask('getTransaction', { id });
  }
}
