/**
 * Tells by webhook what stands in the books of the simulated provider, besides what its API answers: each refund in each
 * status it has had, again and again until the gateway says that it was kept, and sometimes once more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProviderWord } from '../../src/domain/transaction';
import { eventBody, signed } from '../services/signed';
import type { Random } from './random';
import { SHOP } from './sample-shop';
import type { Row, ScratchDatabase } from './scratch-database';
import { postWebhook, type SignedWebhook } from './webhook-door';

const POLL_MS = 100;
/** Events under way at once. */
const AT_ONCE = 4;
/** Part of the events that are told once more. */
const REPEATED = 0.2;

export class TellingProvider {
  /** Answers that a signed event must not get. */
  readonly wrong: string[] = [];
  /** Where the gateway listens; undefined while it is down. */
  address: string | undefined;
  /** Ids of the events that the gateway said it has. */
  private readonly kept = new Set<string>();
  private ending = false;

  constructor(
    private readonly database: ScratchDatabase,
    private readonly random: Random,
  ) {}

  get acknowledged(): number {
    return this.kept.size;
  }

  /** Events that the gateway said it has, and that its database does not have: they are told no more. */
  async lost(): Promise<number> {
    const rows = await this.database.query('SELECT event_id FROM inbox');
    const found = new Set(rows.map((row) => String(row['event_id'])));
    return [...this.kept].filter((id) => !found.has(id)).length;
  }

  /** Tells on until `end`. */
  async run(): Promise<void> {
    while (!this.ending) {
      const rows = await this.database.query('SELECT * FROM simulated_refunds');
      const fresh = rows.filter((row) => !this.kept.has(eventId(row)));
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.tellFrom(fresh)));
      await sleep(POLL_MS);
    }
  }

  end(): void {
    this.ending = true;
  }

  private async tellFrom(rows: Row[]): Promise<void> {
    for (let row = rows.pop(); row !== undefined && !this.ending; row = rows.pop()) {
      await this.tell(row);
      if (this.random.chance(REPEATED)) await this.tell(row);
    }
  }

  private async tell(row: Row): Promise<void> {
    const { address } = this;
    const status = address === undefined ? undefined : await postWebhook(address, webhookOf(row));
    if (status === 200) this.kept.add(eventId(row));
    // 503 asks to come again, as a broken line does.
    else if (status !== undefined && status !== 503) this.wrong.push(`webhook ${eventId(row)}: ${status}`);
  }
}

function eventId(row: Row): string {
  return `${String(row['provider_key'])}.${String(row['status'])}`;
}

function webhookOf(row: Row): SignedWebhook {
  const refund = {
    id: String(row['reference']),
    key: String(row['provider_key']),
    payment: String(row['payment_reference']),
    amount: Number(row['amount']),
    currency: String(row['currency']),
  };
  const rawBody = eventBody(row['status'] as ProviderWord, refund, { shop: SHOP });
  return { rawBody, headers: signed(rawBody, eventId(row), Date.now()) };
}
