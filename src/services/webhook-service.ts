/**
 * What providers tell us by themselves. It is kept before it is answered and written down afterwards: a provider that heard
 * 200 tells it no more, so nothing that was answered may be lost, and nothing that is not proved may be kept.
 */
import { Refusal } from '../domain/refusal';
import { runLoudly } from './loud-work';
import { placeNews } from './news-desk';
import { pauseMs } from './pauses';
import type { Alarm, RaiseAlarm } from './alarm';
import type { Clock, InboxRow, ProviderNews, Reader, Stores, UnitOfWork, WebhookHeaders } from './ports';
import type { Placed } from './provider-import';
import type { ProviderDirectory } from './provider-directory';

/** A webhook as it came in. */
export interface Webhook {
  readonly provider: string;
  /** The shop of the address; absent where the body says it. */
  readonly shop?: string;
  readonly rawBody: Buffer;
  readonly headers: WebhookHeaders;
}

/** Rows that are written down in one round. */
const MOST_PER_ROUND = 50;
/** Tries after which news that find no place are worth a call: by then (43 s) our own answer would long have come. */
const PATIENCE = 15;
const LONGEST_PROBLEM = 500;

export class WebhookService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly providers: ProviderDirectory,
    private readonly clock: Clock,
    private readonly raise: RaiseAlarm = () => undefined,
  ) {}

  /** Keeps a webhook, durably and once. Refuses, and keeps nothing, when nothing proves who sent it. */
  async receive({ provider: name, shop: addressed, rawBody, headers }: Webhook): Promise<void> {
    const provider = this.providers.providers.find((one) => one.name === name);
    if (!provider?.verifyWebhook) throw new Refusal('path_not_found', `no provider ${name} sends webhooks here`);
    const said = provider.shopOfWebhook?.(rawBody);
    const shop = addressed ?? said;
    if (shop === undefined || (said ?? shop) !== shop) throw notProved();
    const settings = await this.providers.settingsOf(shop, name);
    const now = this.clock.now();
    const verdict = provider.verifyWebhook(rawBody, headers, settings, now);
    if (verdict.kind === 'refused') throw notProved();
    if (verdict.kind === 'unreadable') throw new Refusal('request_malformed', verdict.problem);
    const news = JSON.stringify(verdict.news.map((item) => ({ ...item, shop })));
    const row = { shop, provider: name, eventId: verdict.eventId, body: rawBody.toString('utf8'), news };
    await this.work.run((stores) => stores.inbox.add(row, now, now));
  }

  /** Writes down what is due. Answers whether there was anything. */
  async round(): Promise<boolean> {
    const now = this.clock.now();
    const rows = await this.reader.read((stores) => stores.inbox.due(now, MOST_PER_ROUND));
    for (const row of rows) await this.carryOut(row);
    return rows.length > 0;
  }

  private async carryOut(row: InboxRow): Promise<void> {
    try {
      await runLoudly(this.work, this.raise, (stores, alarms) => this.write(stores, row, alarms));
    } catch (error) {
      if (error instanceof Refusal && error.retryable) throw error;
      await this.work.run((stores) => this.park(stores, row, error instanceof Error ? error.message : String(error)));
      const message = `event ${row.eventId} of ${row.provider} cannot be written down; it is tried again later`;
      this.raise({ code: 'work_failed', shop: row.shop, message, cause: error });
    }
  }

  private async write(stores: Stores, row: InboxRow, alarms: Alarm[]): Promise<void> {
    if (!(await stores.inbox.take(row))) return;
    const now = this.clock.now();
    const waiting: Extract<Placed, { kind: 'waits' }>[] = [];
    for (const news of JSON.parse(row.news) as ProviderNews[]) {
      const placed = await placeNews(stores, row.provider, news, now, alarms);
      if (placed.kind === 'waits') waiting.push(placed);
    }
    const [first] = waiting;
    if (!first) return stores.inbox.finish(row, now);
    const problem = waiting.map((one) => one.problem).join('; ');
    await stores.inbox.park(row, now, now + pauseMs(row.attempts + 1), problem.slice(0, LONGEST_PROBLEM));
    if (waiting.some(({ loud }) => loud) || row.attempts + 1 >= PATIENCE) {
      alarms.push({ code: 'news_not_placed', shop: row.shop, message: problem });
    }
  }

  private async park(stores: Stores, row: InboxRow, problem: string): Promise<void> {
    if (!(await stores.inbox.take(row))) return;
    const now = this.clock.now();
    await stores.inbox.park(row, now, now + pauseMs(row.attempts + 1), problem.slice(0, LONGEST_PROBLEM));
  }
}

/** One refusal for every reason: which part did not fit is nobody's business. */
function notProved(): Refusal {
  return new Refusal('credentials_invalid', 'nothing proves that the provider of this shop sent this webhook');
}
