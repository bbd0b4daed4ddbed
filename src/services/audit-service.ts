/** The audit of a shop, to be judged and to be taken away. For whoever runs the gateway. */
import { CHAIN_START, ChainWalk, type ChainVerdict } from './audit-chain';
import type { AuditHead, ChainedEntry, Reader } from './ports';
import { shopOf } from './shop-service';

/** Entries read at once. */
const PAGE = 500;

export class AuditService {
  constructor(private readonly reader: Reader) {}

  /**
   * Judges the chain of a shop and names the first entry that is not as it was written.
   * @param anchor a head that was written down elsewhere, such as with an export: finds an end that was cut off cleanly
   */
  async verify(shop: string, anchor?: AuditHead): Promise<ChainVerdict> {
    // The head first: entries that are added meanwhile come after it and are judged as well.
    const head = await this.head(shop);
    const walk = new ChainWalk(shop);
    let anchorHash: string | undefined;
    for await (const entry of this.entries(shop)) {
      if (!walk.take(entry)) break;
      if (entry.seq === anchor?.seq) anchorHash = entry.hash;
    }
    const verdict = walk.verdict(head, anchor);
    if (verdict.intact && anchor && anchor.seq > 0 && anchorHash !== anchor.hash) {
      const problem = `entry ${anchor.seq} is not the one that was written down`;
      return { intact: false, entries: verdict.entries, brokenAt: anchor.seq, problem };
    }
    return verdict;
  }

  /** Where the chain of a shop ends. Refuses an unknown shop. */
  async head(shop: string): Promise<AuditHead> {
    return this.reader.read(async (stores) => {
      await shopOf(stores, shop);
      return (await stores.audit.head(shop)) ?? CHAIN_START;
    });
  }

  /** All entries of a shop in the order of the chain, read page by page. */
  async *entries(shop: string): AsyncGenerator<ChainedEntry> {
    let page: readonly ChainedEntry[] = [];
    let after = 0;
    do {
      page = await this.reader.read((stores) => stores.audit.chain(shop, after, PAGE));
      yield* page;
      after = page.at(-1)?.seq ?? after;
    } while (page.length === PAGE);
  }
}
