import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { TransactionPartShape } from './booking-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('app_transaction')
@Tags('Ledger')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class AppTransactionsController {
  constructor(private readonly ask: Ask) {}

  /** What the application has of each transaction. Filters: id, transaction, timestamp. */
  @Get()
  @OperationId('listAppTransactions')
  listAppTransactions(@Queries() query: ListQuery): Promise<ListShape<TransactionPartShape>> {
    return this.ask('listAppTransactions', { query });
  }

  @Get('schema')
  @OperationId('getAppTransactionSchema')
  getAppTransactionSchema(): Promise<SchemaShape> {
    return this.ask('getAppTransactionSchema', {});
  }

  @Get('{id}')
  @OperationId('getAppTransaction')
  @Response<Nothing>(404, 'Not Found')
  getAppTransaction(@Path() id: string): Promise<Detail<TransactionPartShape>> {
    return this.ask('getAppTransaction', { id });
  }
}
