/** The shop, as returns and merchant orders name it. */
import { Get, Middlewares, OperationId, Path, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { MerchantShape } from './merchant-stub';
import type { Nothing } from './shapes';

@Route('merchant')
@Tags('Merchant')
@Security('iceberg')
@Middlewares(readBody)
@Response<Nothing>(401, 'Unauthorized')
@Response<Nothing>(404, 'Not found')
export class MerchantController {
  constructor(private readonly ask: Ask) {}

  /** Tells the shop that the caller speaks for; every other one is not there. */
  @Get('{id}')
  @OperationId('getMerchant')
  getMerchant(@Path() id: string): Promise<MerchantShape> {
    return this.ask('getMerchant', { id });
  }
}
