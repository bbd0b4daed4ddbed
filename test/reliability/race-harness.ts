/** Many callers want the money of one payment at once, through both doors and all gateways. It is given away once. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Answer, type DoorName, type Wish } from './asking';
import { exactly, known, type Figure } from './figures';
import { GatewayProcess, type Program } from './gateway-process';
import { Random } from './random';
import { addOrders, openShop, SHOP } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { numberIn } from './verdict';

export interface RacePlan {
  readonly engine: Engine;
  readonly callers: number;
  readonly rounds: number;
  /** Gateway processes on the same database. */
  readonly gateways: number;
  readonly seed: number;
  readonly program: Program;
}

const CAPTURED_MINOR = 10_000;
const EACH = 300;
const FIT = Math.floor(CAPTURED_MINOR / EACH);

interface Totals {
  accepted: number;
  rows: number;
  confirmed: number;
  unexpected: number;
  over: number;
  wrongSums: number;
}

export async function raceHarness(plan: RacePlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = { databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api' };
  const gateways: GatewayProcess[] = [];
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey);
    await addOrders(start.databaseUrl, start.secretsKey, plan.rounds, (CAPTURED_MINOR / 100).toFixed(2));
    while (gateways.length < plan.gateways) gateways.push(await GatewayProcess.start(plan.program, start));
    const totals: Totals = { accepted: 0, rows: 0, confirmed: 0, unexpected: 0, over: 0, wrongSums: 0 };
    const crowd = new Crowd(gateways, apiKey, new Random(plan.seed));
    for (let orderId = 1; orderId <= plan.rounds; orderId += 1) await round(plan, orderId, crowd, database, totals);
    for (const line of crowd.unexpected.slice(0, 5)) tell(line);
    totals.unexpected = crowd.unexpected.length;
    const bugs = gateways.flatMap((gateway) => gateway.bugs);
    for (const line of bugs.slice(0, 5)) tell(line.slice(0, 500));
    return figuresOf(plan, totals, bugs.length);
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await database.drop();
  }
}

function figuresOf({ engine, callers, rounds, gateways }: RacePlan, totals: Totals, bugs: number): Figure[] {
  const name = `race, ${engine}, ${gateways} process${gateways === 1 ? '' : 'es'}`;
  return [
    known(name, 'callers', callers),
    known(name, 'rounds', rounds),
    exactly(name, 'refunds accepted', totals.accepted, FIT * rounds),
    exactly(name, 'refunds in the database', totals.rows, totals.accepted),
    exactly(name, 'confirmations accepted', totals.confirmed, totals.accepted),
    exactly(name, 'rounds with a minor unit over', totals.over, 0),
    exactly(name, 'rounds whose committed sum is wrong', totals.wrongSums, 0),
    exactly(name, 'unexpected refusals', totals.unexpected, 0),
    exactly(name, 'bugs the gateways logged', bugs, 0),
  ];
}

async function round(
  { callers }: RacePlan,
  orderId: number,
  crowd: Crowd,
  database: ScratchDatabase,
  totals: Totals,
): Promise<void> {
  const add: Wish = { kind: 'add', orderId, amount: EACH };
  const added = await crowd.race(Array<Wish>(callers).fill(add), `add-${orderId}`, 'amount_exceeds_refundable');
  // Two callers for each refund: one of them confirms it.
  const twice = [...added, ...added].map((refundId): Wish => ({ kind: 'confirm', refundId }));
  const confirmed = await crowd.race(twice, `confirm-${orderId}`, 'transition_not_allowed');
  const of = `FROM refunds WHERE shop = '${SHOP}' AND order_id = ${orderId}`;
  const rows = numberIn(await database.query(`SELECT count(*) AS found ${of}`));
  const sum = numberIn(await database.query(`SELECT coalesce(sum(amount), 0) AS found ${of}`));
  const committed = numberIn(
    await database.query(`SELECT committed AS found FROM payments WHERE shop = '${SHOP}' AND order_id = ${orderId}`),
  );
  totals.accepted += added.length;
  totals.rows += rows;
  totals.confirmed += confirmed.length;
  totals.over += Number(sum > CAPTURED_MINOR);
  totals.wrongSums += Number(sum !== committed || sum !== EACH * added.length);
}

class Crowd {
  readonly unexpected: string[] = [];

  constructor(
    private readonly gateways: readonly GatewayProcess[],
    private readonly apiKey: string,
    private readonly random: Random,
  ) {}

  /** All at once, each under its own key. Answers the refunds of those that had their wish. */
  async race(wishes: readonly Wish[], name: string, expected: string): Promise<number[]> {
    const racing = wishes.map((wish, caller) => this.insist(wish, `${name}-${caller}`, caller));
    const answers = await Promise.all(racing);
    for (const answer of answers) {
      if (answer.kind === 'refused' && answer.code !== expected) this.unexpected.push(`${name}: ${answer.code}`);
    }
    return answers.flatMap((answer) => (answer.kind === 'done' ? [answer.refundId] : []));
  }

  private async insist(wish: Wish, key: string, caller: number): Promise<Answer> {
    const address = this.gateways[caller % this.gateways.length]?.address ?? '';
    const door: DoorName = this.random.chance(0.5) ? 'REST' : 'SOAP';
    for (;;) {
      const answer = await ask({ address, apiKey: this.apiKey }, door, wish, key);
      if (answer.kind !== 'again') return answer;
      await sleep(20);
    }
  }
}
