/** Refunds for the shop's own books, read page by page: however many there are, few are held at once. */
import type { Caller } from '../domain/access';
import type { Refund } from '../domain/refund';
import { LARGEST_PAGE } from './page';
import type { RefundReader } from './refund-reader';

export class ExportService {
  constructor(private readonly reader: RefundReader) {}

  /** All refunds of the shop added at this time (epoch ms) or later, in whatever state, by id. */
  async *refunds(caller: Caller, since?: number): AsyncGenerator<Refund> {
    const filter = { state: 'all', limit: LARGEST_PAGE, ...(since === undefined ? {} : { since }) } as const;
    let cursor: number | undefined;
    do {
      const page = await this.reader.list(caller, { ...filter, ...(cursor === undefined ? {} : { cursor }) });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
