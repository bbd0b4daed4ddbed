/**
 * Everything that can go wrong between the gateway and its provider, at once: the real gateway, its Stripe connector, a line
 * that breaks, and a Stripe that keeps books. Each refund meets its fault once or twice; then it must come to its end.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultyLine } from '../fakes/faulty-line';
import type { StripeRefundObject } from '../fakes/stripe-books';
import { SECRET_KEY, StripeSimulator } from '../fakes/stripe-simulator';
import { ask, type Wish } from './asking';
import { FAULT_NAMES, faultOf, FaultPlan, TIMEOUT_MS } from './fault-plan';
import { atMost, exactly, known, type Figure } from './figures';
import { GatewayProcess, type GatewayStart, type Program } from './gateway-process';
import { Random } from './random';
import { addOrders, CURRENCY, openShop, setProvider, verifyAudit } from './sample-shop';
import { createScratchDatabase, type Engine, type Row, type ScratchDatabase } from './scratch-database';
import { judgeLedger, leftToDo } from './verdict';

export interface FaultRun {
  readonly engine: Engine;
  /** Refunds per fault. */
  readonly refunds: number;
  readonly seed: number;
  readonly program: Program;
  /** The bar for a refund that no fault meets any more, pauses of the gateway included. */
  readonly drainLimitMs: number;
}

const CAPTURED_MINOR = 10_000_000;
const REFUNDS_PER_PAYMENT = 10;
/** So small that the refunds of a payment need several pages. */
const PAGE_SIZE = 4;
const CLIENTS = 8;
const POLL_MS = 200;

export async function faultHarness(run: FaultRun, tell: (line: string) => void): Promise<Figure[]> {
  const plan = new FaultPlan(run.seed);
  const stripe = await StripeSimulator.start({ mostPerPage: PAGE_SIZE });
  stripe.fault = plan.atStripe;
  const line = await FaultyLine.start(stripe.port, plan.onLine);
  const database = await createScratchDatabase(run.engine);
  const secretsKey = randomBytes(32).toString('base64');
  try {
    const start = { databaseUrl: database.url, secretsKey, roles: 'api,worker' };
    const apiKey = await prepare(run, start, stripe, line);
    const gateway = await GatewayProcess.start(run.program, start);
    let seconds: number;
    try {
      await refundAll({ address: gateway.address, apiKey }, wishesOf(run), new Random(run.seed));
      seconds = await settled(database, plan, run.drainLimitMs);
      // What was held up on the line is still to arrive, and could still pay.
      await plan.quiet();
    } finally {
      await gateway.stop();
    }
    const audit = await verifyAudit(start.databaseUrl, secretsKey);
    for (const said of [...stripe.violations, ...gateway.bugs].slice(0, 5)) tell(said.slice(0, 500));
    const name = `faults, ${run.engine}`;
    return [
      ...(await figuresOf(run, plan, stripe, database)),
      ...Object.entries(await judgeLedger(database)).map(([what, count]) => exactly(name, what, count, 0)),
      exactly(name, 'requests and replies that Stripe does not describe', stripe.violations.length, 0),
      exactly(name, 'audit chains broken', Number(!audit.intact), 0),
      exactly(name, 'bugs the gateway logged', gateway.bugs.length, 0),
      atMost(name, 'seconds from the last fault to the end', seconds, run.drainLimitMs / 1000),
    ];
  } finally {
    await line.stop();
    await stripe.stop();
    await database.drop();
  }
}

const ordersOf = ({ refunds }: FaultRun): number => FAULT_NAMES.length * Math.ceil(refunds / REFUNDS_PER_PAYMENT);

/** The same payments at Stripe and in the shop, whose way to Stripe is the line. Answers the shop's API key. */
async function prepare(
  run: FaultRun,
  { databaseUrl, secretsKey }: GatewayStart,
  stripe: StripeSimulator,
  line: FaultyLine,
): Promise<string> {
  const orders = ordersOf(run);
  for (let orderId = 1; orderId <= orders; orderId += 1) {
    const names = { intent: `pi_${orderId}`, charge: `ch_${orderId}` };
    stripe.books.pay({ ...names, captured: CAPTURED_MINOR, currency: CURRENCY.toLowerCase() });
  }
  const apiKey = await openShop(databaseUrl, secretsKey);
  const settings = { secretKey: SECRET_KEY, baseUrl: line.address, timeoutMs: TIMEOUT_MS };
  await setProvider(databaseUrl, secretsKey, 'stripe', settings);
  await addOrders(databaseUrl, secretsKey, orders, (CAPTURED_MINOR / 100).toFixed(2), 'stripe');
  return apiKey;
}

/** No two wishes have the same order and amount, so that an effect is known by what it is, not by its key. */
function wishesOf(run: FaultRun): Extract<Wish, { kind: 'add' }>[] {
  const wishes: Extract<Wish, { kind: 'add' }>[] = [];
  const orders = ordersOf(run);
  for (let turn = 0; turn < run.refunds; turn += 1) {
    for (let fault = 0; fault < FAULT_NAMES.length; fault += 1) {
      const place = turn * FAULT_NAMES.length + fault;
      wishes.push({ kind: 'add', orderId: 1 + (place % orders), amount: 100 + turn });
    }
  }
  return wishes;
}

/** Clients that come again until they are answered; each wish under its own key, through whichever door. */
async function refundAll(
  at: { readonly address: string; readonly apiKey: string },
  wishes: Wish[],
  random: Random,
): Promise<void> {
  const insist = async (wish: Wish, key: string): Promise<number> => {
    for (;;) {
      const answer = await ask(at, random.chance(0.5) ? 'REST' : 'SOAP', wish, key);
      if (answer.kind === 'done') return answer.refundId;
      if (answer.kind === 'refused') throw new Error(`${JSON.stringify(wish)}: ${answer.code}`);
      await sleep(POLL_MS);
    }
  };
  const client = async (): Promise<void> => {
    for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
      const key = `faults-${wishes.length}`;
      const refundId = await insist(wish, `${key}-add`);
      await insist({ kind: 'confirm', refundId }, `${key}-confirm`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

/**
 * Waits until the worker has nothing left to do, or should have: the limit begins anew with every fault. Answers how many
 * seconds that took since the last one.
 */
async function settled(database: ScratchDatabase, plan: FaultPlan, limitMs: number): Promise<number> {
  for (;;) {
    const left = await leftToDo(database);
    const passed = performance.now() - plan.lastStrike;
    if (left === 0 || passed > limitMs) return Math.round(passed / 100) / 10;
    await sleep(POLL_MS);
  }
}

async function figuresOf(
  { engine, refunds }: FaultRun,
  plan: FaultPlan,
  stripe: StripeSimulator,
  database: ScratchDatabase,
): Promise<Figure[]> {
  const rows = await database.query(`SELECT r.order_id, t.amount, t.state FROM transactions t
    JOIN refunds r ON r.id = t.refund_id AND r.shop = t.shop`);
  return FAULT_NAMES.flatMap((fault) => {
    const ours = rows.filter((row) => faultOf(Number(row['order_id'])) === fault);
    const theirs = stripe.books.refunds.filter(
      ({ payment_intent }) => faultOf(Number(payment_intent.slice(3))) === fault,
    );
    const { refunds: met, tries } = plan.met(fault);
    const name = `faults, ${engine}: ${fault}`;
    return [
      exactly(name, 'refunds', ours.length, refunds),
      exactly(name, 'refunds that met the fault', met, refunds),
      known(name, 'tries that met the fault', tries),
      exactly(name, 'effects', theirs.length, refunds),
      exactly(name, 'declined, yet paid', declinedYetPaid(ours, theirs), 0),
      exactly(name, 'not settled', ours.filter(({ state }) => state !== 'settled').length, 0),
      exactly(name, 'settled sum, difference to the books', Math.abs(settledSum(ours) - sum(theirs)), 0),
    ];
  });
}

function declinedYetPaid(ours: readonly Row[], theirs: readonly StripeRefundObject[]): number {
  const paid = new Set(theirs.map(({ payment_intent, amount }) => `${payment_intent} ${amount}`));
  const declined = ours.filter(({ state }) => state === 'declined');
  return declined.filter((row) => paid.has(`pi_${String(row['order_id'])} ${String(row['amount'])}`)).length;
}

const sum = (refunds: readonly { readonly amount: number }[]): number =>
  refunds.reduce((total, { amount }) => total + amount, 0);

const settledSum = (rows: readonly Row[]): number =>
  sum(rows.filter(({ state }) => state === 'settled').map((row) => ({ amount: Number(row['amount']) })));
