import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { TransactionPartShape } from './booking-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('store_transaction')
@Tags('Ledger')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class StoreTransactionsController {
  constructor(private readonly ask: Ask) {}

  /** What the store has of each transaction: all of it. Filters: id, transaction, timestamp. */
  @Get()
  @OperationId('listStoreTransactions')
  listStoreTransactions(@Queries() query: ListQuery): Promise<ListShape<TransactionPartShape>> {
    return this.ask('listStoreTransactions', { query });
  }

  @Get('schema')
  @OperationId('getStoreTransactionSchema')
  getStoreTransactionSchema(): Promise<SchemaShape> {
    return this.ask('getStoreTransactionSchema', {});
  }

  @Get('{id}')
  @OperationId('getStoreTransaction')
  @Response<Nothing>(404, 'Not Found')
  getStoreTransaction(@Path() id: string): Promise<Detail<TransactionPartShape>> {
    return this.ask('getStoreTransaction', { id });
  }
}
