/** The shop, as returns and merchant orders name it. */
import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { MerchantShape } from './merchant-stub';
import type { Detail, Failure, ListQuery, ListShape, Nothing, SchemaShape } from './shapes';

@Route('merchant')
@Tags('Merchant')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Failure>(400, 'Refused')
export class MerchantController {
  constructor(private readonly ask: Ask) {}

  /** Lists one merchant: the shop that the caller speaks for. Filters: id. */
  @Get()
  @OperationId('listMerchants')
  listMerchants(@Queries() query: ListQuery): Promise<ListShape<MerchantShape>> {
    return this.ask('listMerchants', { query });
  }

  @Get('schema')
  @OperationId('getMerchantSchema')
  getMerchantSchema(): Promise<SchemaShape> {
    return this.ask('getMerchantSchema', {});
  }

  /** Tells the shop that the caller speaks for; every other one is not there. */
  @Get('{id}')
  @OperationId('getMerchant')
  @Response<Nothing>(404, 'Not found')
  getMerchant(@Path() id: string): Promise<Detail<MerchantShape>> {
    return this.ask('getMerchant', { id });
  }
}
