/** Refunds for the shop's own books, read page by page: however many there are, few are held at once. */
import { requireScope, type Caller } from '../domain/access';
import type { Refund } from '../domain/refund';
import { LARGEST_PAGE } from './page';
import type { Reader } from './ports';
import type { RefundReader } from './refund-reader';
import { shopOf } from './shop-service';

export class ExportService {
  constructor(
    private readonly reader: Reader,
    private readonly refundReader: RefundReader,
  ) {}

  /** All refunds of the shop added at this time (epoch ms) or later, in whatever state, by id. Refuses an unknown shop. */
  async refunds(caller: Caller, since?: number): Promise<AsyncGenerator<Refund>> {
    requireScope(caller, 'refunds:read');
    await this.reader.read((stores) => shopOf(stores, caller.shop));
    return this.pages(caller, since === undefined ? {} : { since });
  }

  private async *pages(caller: Caller, filter: { readonly since?: number }): AsyncGenerator<Refund> {
    let cursor: number | undefined;
    do {
      const from = cursor === undefined ? {} : { cursor };
      const page = await this.refundReader.list(caller, { state: 'all', limit: LARGEST_PAGE, ...filter, ...from });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
