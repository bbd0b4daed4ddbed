/** Mutated envelopes at the SOAP door of the running gateway: no answer may be wrong, no memory lost, no money moved wrongly. */
import { readProjectFile } from '../../src/project-files';
import type { Contract } from '../../src/soap/contract';
import { readContract } from '../../src/soap/wsdl-reader';
import { GatewayUnderFire } from '../hostile/gateway-under-fire';
import { OWN_DOOR } from '../hostile/door';
import { FuzzTally, wrongWith, type Wrong } from '../hostile/fuzz/fuzz-verdict';
import { fuzzedMessage, type FuzzedMessage } from '../hostile/fuzz/fuzzed-message';
import { ORDERS } from '../hostile/fuzz/honest-calls';
import { KeepAliveCaller } from '../hostile/fuzz/keep-alive-caller';
import { readPots } from '../hostile/fuzz/pots';
import { memory } from '../hostile/process-load';
import { atLeast, atMost, exactly, known, type Figure } from './figures';
import type { Program } from './gateway-process';
import { Random } from './random';
import type { Engine } from './scratch-database';
import { judgeLedger } from './verdict';

export interface FuzzPlan {
  readonly engine: Engine;
  readonly messages: number;
  readonly seed: number;
  readonly program: Program;
}

type Tell = (line: string) => void;

const LINES = 4;
const MIB = 1024 * 1024;
/** Of one payment each, so little that what is wished is often more than there is. */
const CAPTURED = '50.00';
const MOST_GROWTH_MIB = 50;
const LOOKS = 40;
const MOST_TOLD = 10;
const MOST_BODY_TOLD = 2_000;

export async function fuzzHarness(plan: FuzzPlan, tell: Tell): Promise<Figure[]> {
  const contract = await readContract(readProjectFile('wsdl/refund-gateway.wsdl'));
  const gateway = await GatewayUnderFire.start(plan.program, {
    engine: plan.engine,
    orders: ORDERS,
    captured: CAPTURED,
  });
  const caller = new KeepAliveCaller(gateway.process.address, OWN_DOOR.path, LINES);
  try {
    const round = new FuzzRound(plan, contract, gateway, caller, tell);
    await round.run();
    return await round.figures();
  } finally {
    caller.close();
    await gateway.stop();
  }
}

class FuzzRound {
  private readonly tally = new FuzzTally();
  /** Of the gateway, in the order of time. */
  private readonly memories: number[] = [];
  private seconds = 0;

  constructor(
    private readonly plan: FuzzPlan,
    private readonly contract: Contract,
    private readonly gateway: GatewayUnderFire,
    private readonly caller: KeepAliveCaller,
    private readonly tell: Tell,
  ) {}

  async run(): Promise<void> {
    const begun = performance.now();
    const seeds = this.seeds();
    await Promise.all(Array.from({ length: LINES }, () => this.line(seeds)));
    this.seconds = (performance.now() - begun) / 1000;
    this.tally.judge();
    for (const { message, what } of this.tally.wrong.slice(0, MOST_TOLD)) await this.tellSmallest(message, what);
    for (const { message, verdict } of this.tally.unfit.slice(0, MOST_TOLD)) this.tellOf(message, `unfit: ${verdict}`);
  }

  private *seeds(): Generator<number> {
    const random = new Random(this.plan.seed);
    const each = Math.ceil(this.plan.messages / LOOKS);
    for (let number = 0; number < this.plan.messages; number += 1) {
      if (number % each === 0) this.memories.push(memory(this.gateway.process.pid).bytes / MIB);
      yield random.fork(number).seed;
    }
  }

  private async line(seeds: Generator<number>): Promise<void> {
    for (const seed of seeds) {
      const message = fuzzedMessage(this.contract, this.gateway.apiKey, seed);
      this.tally.add(message, await this.caller.send(message));
    }
  }

  /** Leaves out one mutation after the other for as long as the answer stays wrong in the same way. */
  private async tellSmallest(message: FuzzedMessage, what: Wrong): Promise<void> {
    const without = new Set<number>();
    let smallest = message;
    for (const place of message.mutations.keys()) {
      const smaller = fuzzedMessage(this.contract, this.gateway.apiKey, message.seed, new Set([...without, place]));
      if (wrongWith(await this.caller.send(smaller)) !== what) continue;
      without.add(place);
      smallest = smaller;
    }
    this.tellOf({ ...smallest, mutations: message.mutations.filter((_name, place) => !without.has(place)) }, what);
  }

  private tellOf({ seed, mutations, headers, body }: FuzzedMessage, what: string): void {
    const text = body.subarray(0, MOST_BODY_TOLD).toString('latin1');
    this.tell(`${what}: message ${seed} (${mutations.join(', ')})\n${JSON.stringify(headers)}\n${text}`);
  }

  async figures(): Promise<Figure[]> {
    const { plan, tally, gateway } = this;
    const name = `fuzz, ${plan.engine}`;
    const pots = await readPots({ address: gateway.process.address, apiKey: gateway.apiKey });
    for (const line of pots.wrong) this.tell(line);
    for (const line of gateway.process.bugs.slice(0, MOST_TOLD)) this.tell(line);
    const counted = (what: Wrong): number => tally.wrong.filter((each) => each.what === what).length;
    return [
      known(name, 'messages', plan.messages),
      known(name, 'seconds', Math.round(this.seconds)),
      atLeast(name, 'served', tally.served, Math.floor(plan.messages / 20)),
      ...[...tally.codes].sort().map(([code, times]) => known(name, `refused: ${code}`, times)),
      exactly(name, 'internal errors', counted('internal error'), 0),
      exactly(name, 'answers that tell of our insides', counted('leak'), 0),
      exactly(name, 'answers later than 10 s', counted('late'), 0),
      exactly(name, 'lines cut without an answer', counted('cut'), 0),
      exactly(name, 'answers of another status, or without a code', counted('status') + counted('no code'), 0),
      exactly(name, 'answers that are not well-formed or do not fit the schema', tally.unfit.length, 0),
      exactly(name, 'gateways that died', gateway.process.end === undefined ? 0 : 1, 0),
      exactly(name, 'bugs the gateway logged', gateway.process.bugs.length, 0),
      atMost(name, 'growth of memory, MiB', Math.round(growthOf(this.memories)), MOST_GROWTH_MIB),
      known(name, 'payments', pots.payments),
      atLeast(name, 'given back, in thousandths', pots.refunded, 1),
      exactly(name, 'payments whose sums cannot be', pots.wrong.length, 0),
      ...Object.entries(await judgeLedger(gateway.database)).map(([what, found]) => exactly(name, what, found, 0)),
    ];
  }
}

/** From the second quarter, when all is warm, to the last: least against least, because garbage comes and goes. */
function growthOf(looks: readonly number[]): number {
  const quarter = Math.floor(looks.length / 4);
  return Math.min(...looks.slice(-quarter)) - Math.min(...looks.slice(quarter, 2 * quarter));
}
