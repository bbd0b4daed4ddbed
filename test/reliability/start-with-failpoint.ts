/** Starts a gateway that kills itself where FAILPOINT says, as a power cut there would. It is the product but for that. */
import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { writeSync } from 'node:fs';
import { SqlOrderStore } from '../../src/persistence/order-store';
import { PooledUnitOfWork } from '../../src/persistence/pooled-unit-of-work';
import { SerialUnitOfWork } from '../../src/persistence/serial-unit-of-work';
import { SimulatedProvider } from '../../src/providers/simulated-provider';
import { DispatchService } from '../../src/services/dispatch-service';
import type { RefundOrder, SimulatedRefund, Stores, UnitOfWork } from '../../src/services/ports';
import { RefundService } from '../../src/services/refund-service';
import { WebhookService } from '../../src/services/webhook-service';
import { lastWords, readFailpoint, type Deed, type Failpoint } from './failpoints';

const STDERR = 2;

const armed = readFailpoint(process.env['FAILPOINT']);
// The product refuses to start with it.
delete process.env['FAILPOINT'];

let left = armed.passing;

function pass(point: Failpoint): void {
  if (point !== armed.point) return;
  left -= 1;
  if (left > 0) return;
  // By hand and at once: nothing that waits to be written outlives the next line.
  writeSync(STDERR, `${lastWords(point)}\n`);
  process.kill(process.pid, 'SIGKILL');
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
      pass(`${deed}.written`);
      return value;
    });
    pass(`${deed}.committed`);
    return answer as T;
  };
}

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
