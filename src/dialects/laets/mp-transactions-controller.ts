import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { TransactionPartShape } from './booking-shapes';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('mp_transaction')
@Tags('Ledger')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class MpTransactionsController {
  constructor(private readonly ask: Ask) {}

  /** Always empty: revenue is not shared here. Filters: id, transaction, timestamp. */
  @Get()
  @OperationId('listMpTransactions')
  listMpTransactions(@Queries() query: ListQuery): Promise<ListShape<TransactionPartShape>> {
    return this.ask('listMpTransactions', { query });
  }

  @Get('schema')
  @OperationId('getMpTransactionSchema')
  getMpTransactionSchema(): Promise<SchemaShape> {
    return this.ask('getMpTransactionSchema', {});
  }

  @Get('{id}')
  @OperationId('getMpTransaction')
  @Response<Nothing>(404, 'Not Found')
  getMpTransaction(@Path() id: string): Promise<Detail<TransactionPartShape>> {
    return this.ask('getMpTransaction', { id });
  }
}
