/** Starts a gateway that kills itself where FAILPOINT says, as a power cut there would. It is the product but for that. */
import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { SqlOrderStore } from '../../src/persistence/order-store';
import { PooledUnitOfWork } from '../../src/persistence/pooled-unit-of-work';
import { PreparedDatabase } from '../../src/persistence/prepared-database';
import { SerialUnitOfWork } from '../../src/persistence/serial-unit-of-work';
import { SimulatedProvider } from '../../src/providers/simulated-provider';
import { DispatchService } from '../../src/services/dispatch-service';
import type { RefundOrder, SimulatedRefund, Stores, UnitOfWork } from '../../src/services/ports';
import { RefundService } from '../../src/services/refund-service';
import { WebhookService } from '../../src/services/webhook-service';
import { lastWords, readFailpoint, type Deed, type Failpoint } from './failpoints';

const STDERR = 2;
const RUMOUR_MS = 100;

const armed = readFailpoint(process.env['FAILPOINT']);
// The product refuses to start with it.
delete process.env['FAILPOINT'];

let left = armed.passing;

/** Whether this is the passing that kills. */
function isDue(point: Failpoint): boolean {
  if (point !== armed.point) return false;
  left -= 1;
  return left === 0;
}

function die(): void {
  // By hand and at once: nothing that waits to be written outlives the next line.
  writeSync(STDERR, `${lastWords(armed.point)}\n`);
  process.kill(process.pid, 'SIGKILL');
}

function pass(point: Failpoint): void {
  if (isDue(point)) die();
}

/** A unit of work is whole that must never be committed; nor is any other from now on. */
let doomed = false;

/** Whoever was told of a unit of work before its COMMIT hears it in this pause, and believes it. */
async function beforeStatement(text: string): Promise<void> {
  if (text !== 'COMMIT' || !doomed) return;
  await sleep(RUMOUR_MS);
  die();
}

/** What this line of execution is about. */
const doing = new AsyncLocalStorage<Deed>();

function within<Given extends unknown[], T>(deed: Deed, method: (...given: Given) => Promise<T>) {
  return function (this: unknown, ...given: Given): Promise<T> {
    return doing.run(deed, () => method.apply(this, given));
  };
}

const refunds = RefundService.prototype;
refunds.addAutomaticForOrder = within('add', refunds.addAutomaticForOrder);
refunds.confirm = within('confirm', refunds.confirm);
const webhooks = WebhookService.prototype;
webhooks.receive = within('webhook', webhooks.receive);
webhooks.round = within('news', webhooks.round);

const dispatch = DispatchService.prototype;
const record = within('record', dispatch.record);
dispatch.record = function (...given) {
  pass('record.begun');
  return record.apply(this, given);
};

for (const unit of [SerialUnitOfWork.prototype, PooledUnitOfWork.prototype] as UnitOfWork[]) {
  const run = unit.run;
  unit.run = async function <T>(this: UnitOfWork, change: (stores: Stores) => Promise<T>): Promise<T> {
    const deed = doing.getStore();
    if (deed === undefined) return run.call(this, change) as Promise<T>;
    const answer = await run.call(this, async (stores) => {
      const value = await change(stores);
      doomed ||= isDue(`${deed}.written`);
      return value;
    });
    pass(`${deed}.committed`);
    return answer as T;
  };
}

// SQLite's own driver is asked past the query runner.
const sqlite = PreparedDatabase.prototype;
const carryOut = sqlite.carryOut;
sqlite.carryOut = async function (...given) {
  await beforeStatement(given[0]);
  return carryOut.apply(this, given);
};
const sources = DataSource.prototype;
const createQueryRunner = sources.createQueryRunner;
sources.createQueryRunner = function (...given) {
  const runner = createQueryRunner.apply(this, given);
  const query = runner.query.bind(runner) as (text: string, ...rest: unknown[]) => Promise<unknown>;
  const asked: typeof query = async (text, ...rest) => {
    await beforeStatement(text);
    return query(text, ...rest);
  };
  return Object.assign(runner, { query: asked });
};

const orders = SqlOrderStore.prototype;
const change = orders.change;
orders.change = async function (...given) {
  await change.apply(this, given);
  if (doing.getStore() === 'add') pass('add.reserved');
};

type Book = (this: SimulatedProvider, order: RefundOrder, ...rest: unknown[]) => Promise<SimulatedRefund>;

const provider = SimulatedProvider.prototype;
const refund = provider.refund;
provider.refund = function (...given) {
  pass('send.begun');
  return refund.apply(this, given);
};
const books = provider as unknown as { book: Book };
const book = books.book;
books.book = async function (...given) {
  const booked = await book.apply(this, given);
  pass('send.effected');
  return booked;
};

// Only now: nothing may pass a point before it is there.
void import('../../src/main.js');
