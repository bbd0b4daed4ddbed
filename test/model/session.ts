/** One run of the model against the gateway: what both do, step by step, and whether they still agree. */
import type { AnyRequest, Exchange, OperationName } from '../clients/doors';
import { DOOR_NAMES, type DoorName } from '../gateway-under-test';
import type { Rows } from '../onlooker';
import type { Subject } from './asking';
import type { Coverage } from './coverage';
import { difference } from './difference';
import { brokenLaw } from './laws';
import { expectedLedger, foundLedger, learnIds } from './ledger';
import type { RealGateway } from './real-gateway';
import { bookOf } from './rules/provider';
import { isFinished } from './rules/words';
import { wholeView } from './views';
import type { Shop, World } from './world';

/** A foreign shop looks at the result of one change in so many. */
const FOREIGN_EVERY = 3;

/** Model and gateway no longer agree: one of them is wrong about somebody's money. */
class Disagreement extends Error {}

export class Session {
  private constructor(
    readonly real: RealGateway,
    readonly coverage: Coverage,
    /** As they were after the last step. */
    private seen: Rows,
  ) {}

  static async begin(real: RealGateway, coverage: Coverage): Promise<Session> {
    return new Session(real, coverage, await real.rows());
  }

  get rows(): Rows {
    return this.seen;
  }

  ask(door: DoorName, shop: Shop, operation: OperationName, request: AnyRequest, key?: string): Promise<Exchange> {
    return this.real.ask(door, shop.code, operation, request, key);
  }

  /** Everything that is written down, against everything that should be. */
  async agree(world: World): Promise<void> {
    this.seen = await this.real.rows();
    for (const shop of world.shops) {
      learnIds(shop, this.seen);
      this.require(difference(expectedLedger(world, shop), foundLedger(shop, this.seen), shop.code));
      if (shop.audited > 0) await this.requireChain(shop);
    }
    this.require(brokenLaw(this.seen));
    this.require(this.real.bugs[0]);
  }

  /** A request that was refused, or granted long ago, changes nothing at all. */
  async unchanged(): Promise<void> {
    const { seen } = this;
    this.seen = await this.real.rows();
    this.require(difference(seen, this.seen, 'after a refusal'));
    this.require(difference(this.seen, seen, 'before a refusal'));
  }

  /** What another door tells of it; and now and then, that it tells a foreign shop nothing. */
  async readBack(world: World, shop: Shop, subject: Subject, written: DoorName): Promise<void> {
    const others = DOOR_NAMES.filter((door) => door !== written);
    const door = others[shop.audited % others.length] ?? 'rest';
    const [operation, request] = readingOf(subject);
    const { reply } = await this.ask(door, shop, operation, request);
    this.require(difference({ answer: wholeView(shop, subject) }, reply, `${operation} over ${door}`));
    const foreign = world.shops.find((one) => one !== shop);
    // Orders have the shops' own numbers: a foreign shop may have one of the same number.
    if (!foreign || subject.kind === 'order' || shop.audited % FOREIGN_EVERY > 0) return;
    const refused = { refused: { code: `${subject.kind}_not_found` } };
    const elsewhere = await this.ask(door, foreign, operation, request);
    this.require(difference(refused, elsewhere.reply, `${operation} by a foreign shop`));
  }

  /** Nothing true of the provider stays unknown for ever, and what both have written down says the same in the end. */
  unended(world: World): string | undefined {
    const known = world.shops
      .flatMap(({ refunds }) => refunds)
      .filter(({ confirmed, method }) => confirmed && method === 'automatic')
      .flatMap(({ transactions }) => transactions)
      .filter(({ misled }) => !misled);
    const open = known.find((transaction) => {
      const booked = bookOf(world, transaction);
      return booked ? booked.status !== transaction.state : !isFinished(transaction);
    });
    return open && `transaction ${open.id} stays ${open.state}, the provider has ${bookOf(world, open)?.status}`;
  }

  require(problem: string | undefined): void {
    if (problem !== undefined) throw new Disagreement(problem);
  }

  private async requireChain(shop: Shop): Promise<void> {
    const verdict = await this.real.services.audit.verify(shop.code);
    this.require(difference({ intact: true, entries: shop.audited }, verdict, `the audit of ${shop.code}`));
  }
}

function readingOf(subject: Subject): [OperationName, AnyRequest] {
  if (subject.kind === 'order') return ['getOrder', { orderId: subject.order.id }];
  if (subject.kind === 'return') return ['getReturn', { returnId: subject.returned.id }];
  return ['getRefund', { refundId: subject.refund.id }];
}
