import type { IdempotencyStore, RememberedAnswer } from '../services/ports';
import type { Sql } from './sql';

const FIND = `SELECT operation, fingerprint, answer FROM idempotency_keys
  WHERE shop = $1 AND credential = $2 AND idempotency_key = $3`;
const ADD = `INSERT INTO idempotency_keys (shop, credential, idempotency_key, operation, fingerprint, answer, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export class SqlIdempotencyStore implements IdempotencyStore {
  constructor(private readonly sql: Sql) {}

  /**
   * Takes the key first: a second caller with the same one waits for the first, or it would decide on an order that the
   * first has changed meanwhile and be refused where it should be given the first one's answer.
   */
  async find(shop: string, credential: string, key: string): Promise<RememberedAnswer | undefined> {
    await this.sql.takeName('idempotency', shop, credential, key);
    return this.sql.row<RememberedAnswer>(FIND, [shop, credential, key]);
  }

  async add(shop: string, credential: string, key: string, remembered: RememberedAnswer, at: number): Promise<void> {
    const { operation, fingerprint, answer } = remembered;
    await this.sql.run(ADD, [shop, credential, key, operation, fingerprint, answer, at]);
  }
}
