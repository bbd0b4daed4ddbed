/** What every engine must do, whichever it is. An engine's own test file opens a fresh, migrated database for each test. */
import type { Database } from '../../src/persistence/database';
import { batchConformance } from './batch-conformance';
import { channelConformance } from './channel-conformance';
import type { Engine } from './engine-gaps';
import { gapConformance } from './gap-conformance';
import { inboxConformance } from './inbox-conformance';
import { listConformance } from './list-conformance';
import { merchantConformance } from './merchant-conformance';
import { orderConformance } from './order-conformance';
import { outboxConformance } from './outbox-conformance';
import { recordConformance } from './record-conformance';
import { refundConformance } from './refund-conformance';
import { returnConformance } from './return-conformance';
import { returnListingConformance } from './return-listing-conformance';
import { searchConformance } from './search-conformance';
import type { Subject } from './subject';
import { ticketConformance } from './ticket-conformance';
import { unitConformance } from './unit-conformance';

export function storeConformance(engine: Engine, open: () => Promise<Database>): void {
  describe(`stores on ${engine}`, () => {
    const subject = {
      work: (change) => subject.database.unitOfWork.run(change),
    } as Subject;

    beforeEach(async () => {
      subject.database = await open();
    });
    afterEach(async () => {
      await subject.database.close();
    });

    describe('orders', () => orderConformance(subject));
    describe('orders of sales channels', () => channelConformance(subject));
    describe('returns', () => returnConformance(subject));
    describe('refunds', () => refundConformance(subject));
    describe('lists', () => listConformance(subject));
    describe('returns as they are listed', () => returnListingConformance(subject));
    describe('searches', () => searchConformance(subject));
    describe('pages of orders', () => batchConformance(subject));
    describe('lists of a merchant', () => merchantConformance(subject));
    describe('the outbox', () => outboxConformance(subject));
    describe('the inbox', () => inboxConformance(subject));
    describe('tickets', () => ticketConformance(subject));
    describe('other records', () => recordConformance(subject));
    describe('units of work', () => unitConformance(subject));
    describe('gaps', () => gapConformance(engine, subject));
  });
}
