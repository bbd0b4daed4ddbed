/** The database keeps the rules about money by itself: tried with raw SQL, past every store. */
import { TRANSITIONS } from '../../src/domain/transaction';
import { RETURN_TRANSITIONS } from '../../src/domain/return';
import type { Database } from '../../src/persistence/database';
import { foundReturn, newRefund, NOW, order } from './samples';

export interface RawDatabase {
  ask(text: string, params?: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** @param open a fresh, migrated database @param openRaw a connection to the same one */
export function constraintConformance(
  engine: string,
  open: () => Promise<Database>,
  openRaw: () => Promise<RawDatabase>,
): void {
  describe(`rules of the tables on ${engine}`, () => {
    let raw: RawDatabase;
    const refused = /constraint failed|violates .*constraint/;

    beforeAll(async () => {
      const database = await open();
      await database.unitOfWork.run(async ({ orders, returns, refunds, outbox }) => {
        await orders.put('a', order);
        await returns.add('a', foundReturn);
        await refunds.add('a', newRefund);
        await outbox.add('a', 1, NOW);
      });
      await database.close();
      raw = await openRaw();
    });
    afterAll(() => raw.close());

    describe.each([
      ['orders', 10_000, 'captured'],
      ['payments', 10_000, 'captured'],
      ['returns', 4000, 'worth'],
    ])('the pot of %s', (table, most, captured) => {
      test.each([
        ['committed above captured', `committed = ${most + 1}`],
        ['refunded above committed', 'committed = 5, refunded = 6'],
        ['refunded below zero', 'refunded = -1'],
        ['committed below zero', 'committed = -1, refunded = -1'],
        ['captured below committed', `committed = 5, ${captured} = 4`],
        ['no figure at all', 'committed = NULL'],
      ])('refuses %s', async (_what, change) => {
        await expect(raw.ask(`UPDATE ${table} SET ${change}`)).rejects.toThrow(refused);
      });

      test('takes all of it', async () => {
        await raw.ask(`UPDATE ${table} SET committed = ${most}, refunded = ${most}`);
        await raw.ask(`UPDATE ${table} SET committed = 0, refunded = 0`);
      });
    });

    test.each(BROKEN)('the database refuses %s', async (_what, text) => {
      await expect(raw.ask(text)).rejects.toThrow(refused);
    });

    test('the database knows every state of the domain', async () => {
      for (const state of Object.keys(TRANSITIONS)) await raw.ask('UPDATE transactions SET state = $1', [state]);
      for (const state of Object.keys(RETURN_TRANSITIONS)) await raw.ask('UPDATE returns SET state = $1', [state]);
    });

    test('an id that was given is never given again', async () => {
      await raw.ask('DELETE FROM transactions');
      await raw.ask(
        "INSERT INTO transactions (shop, refund_id, state, amount, created_at, updated_at) VALUES ('a', 1, 'requested', 5, 1, 1)",
      );
      const [added] = (await raw.ask('SELECT id FROM transactions')) as { id: unknown }[];
      expect(Number(added?.id)).toBeGreaterThan(1);
    });
  });
}

const BROKEN: readonly (readonly [what: string, text: string])[] = [
  ['a transaction of nothing that is more than a draft', "UPDATE transactions SET amount = 0, state = 'approved'"],
  ['a transaction below zero', 'UPDATE transactions SET amount = -5'],
  ['a transaction in no known state', "UPDATE transactions SET state = 'lost'"],
  ['a destination that is not known', "UPDATE transactions SET destination = 'pocket'"],
  ['a transaction of no refund', 'UPDATE transactions SET refund_id = 99'],
  ['a transaction of another shop', "UPDATE transactions SET shop = 'b'"],
  ['a refund below zero', 'UPDATE refunds SET amount = -1'],
  [
    'one number twice in a source',
    `INSERT INTO refunds (shop, order_id, source_type, source_id, ordinal, method, amount, currency, shipping, adjustment,
       created_at)
     SELECT shop, order_id, source_type, source_id, ordinal, method, amount, currency, shipping, adjustment, created_at
     FROM refunds`,
  ],
  [
    'one number for two payments of an order',
    `INSERT INTO payments (shop, order_id, id, ordinal, provider, method, refundable, captured)
     SELECT shop, order_id, id + 50, ordinal, provider, method, refundable, captured FROM payments`,
  ],
  ['a refund of no order', 'UPDATE refunds SET order_id = 99'],
  ['a refund of another shop', "UPDATE refunds SET shop = 'b'"],
  ['a refund of a return that names none', "UPDATE refunds SET source_type = 'return'"],
  ['an order that is half open', "UPDATE orders SET fulfilment = 'ajar'"],
  ['a return in no known state', "UPDATE returns SET state = 'lost'"],
  ['an order that vanishes under its refund', 'DELETE FROM orders'],
  ['a refund that vanishes under its transaction', 'DELETE FROM refunds'],
  [
    'one provider key twice in a shop',
    `INSERT INTO transactions (shop, refund_id, state, amount, provider_key, created_at, updated_at)
     SELECT shop, refund_id, state, amount, provider_key, created_at, updated_at FROM transactions`,
  ],
  [
    'one reference of a return twice in a shop',
    `INSERT INTO returns (shop, order_id, reference, kind, compensation, state, opened_at, updated_at)
     SELECT shop, order_id, reference, kind, compensation, state, opened_at, updated_at FROM returns`,
  ],
];
