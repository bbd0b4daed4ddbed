/** Measures all servers in turn, round after round, so that a slow minute of the machine hits all alike. */
import {
  CONNECTIONS,
  fire,
  restCreateAndConfirm,
  restStatus,
  soapCreateAndConfirm,
  soapList,
  soapStatus,
  Traffic,
  type Extent,
  type Script,
} from './load';
import type { MeasuredServer } from './measured-server';
import { gateNineMethods, ownNineMethods, REQUESTS_PER_ROUND } from './nine-methods';

/** REST, SOAP and the gates of IdoSell are the gateway's; the others are what they are compared with. */
export type Door = 'floor' | 'REST' | 'SOAP' | 'IdoSell' | 'node-soap' | 'PHP';

export interface Figure {
  /** Edge: answered at once, without key check, services and database: a status, or a list of ten refunds. */
  readonly operation: 'create+confirm' | 'status' | 'nine methods' | 'edge, status' | 'edge, list';
  readonly door: Door;
  /** Medians over the rounds. */
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the worst round. */
  readonly worstP99Ms: number;
  /** The best round by the worst one. */
  readonly spread: number;
}

interface Series {
  readonly operation: Figure['operation'];
  readonly door: Door;
  readonly script: Script;
  readonly requestsPerOperation: number;
  /** Where it is not the door itself. */
  readonly server?: keyof Servers;
  /** Whether every caller must come to the end of its operation. */
  readonly isWhole?: true;
}

const SERIES: readonly Series[] = [
  { operation: 'create+confirm', door: 'floor', script: restCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'create+confirm', door: 'REST', script: restCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'create+confirm', door: 'SOAP', script: soapCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'create+confirm', door: 'node-soap', script: soapCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'status', door: 'floor', script: restStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'REST', script: restStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'SOAP', script: soapStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'node-soap', script: soapStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'PHP', script: soapStatus, requestsPerOperation: 1 },
  { operation: 'edge, status', door: 'SOAP', script: soapStatus, requestsPerOperation: 1, server: 'SOAP edge' },
  {
    operation: 'edge, status',
    door: 'node-soap',
    script: soapStatus,
    requestsPerOperation: 1,
    server: 'node-soap edge',
  },
  { operation: 'edge, list', door: 'SOAP', script: soapList, requestsPerOperation: 1, server: 'SOAP edge' },
  { operation: 'edge, list', door: 'node-soap', script: soapList, requestsPerOperation: 1, server: 'node-soap edge' },
];

/** On a server of their own, both on the same rows. */
const ROUNDS = {
  operation: 'nine methods',
  requestsPerOperation: REQUESTS_PER_ROUND,
  server: 'IdoSell',
  isWhole: true,
} as const;
const ALL_SERIES: readonly Series[] = [
  ...SERIES,
  { ...ROUNDS, door: 'SOAP', script: ownNineMethods },
  { ...ROUNDS, door: 'IdoSell', script: gateNineMethods },
];

/** About what a second is good for, of operations of ten requests by each caller. */
const WHOLE_PER_SECOND = 4;

function extentOf({ isWhole, requestsPerOperation }: Omit<Series, 'server'>, seconds: number): Extent {
  return isWhole ? { requests: CONNECTIONS * requestsPerOperation * WHOLE_PER_SECOND * seconds } : { seconds };
}

const WARM_UP_SECONDS = 2;

type Sample = Omit<Figure, 'operation' | 'door' | 'worstP99Ms' | 'spread'>;

/** A door without a server is left out. */
export type Servers = Readonly<Record<Exclude<Door, 'PHP'> | 'SOAP edge' | 'node-soap edge', MeasuredServer>> & {
  readonly PHP?: MeasuredServer;
};

export async function measure(
  servers: Servers,
  apiKey: string,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  tell: (line: string) => void,
): Promise<Figure[]> {
  const lines = linesFor(servers, apiKey);
  for (const line of lines) {
    await fire(line.server.url, line.script, line.traffic, extentOf(line, WARM_UP_SECONDS));
  }
  for (let round = 1; round <= rounds; round++) {
    for (const line of lines) {
      const sample = await take(line, seconds);
      line.samples.push(sample);
      tell(`round ${round}/${rounds}  ${line.operation}  ${line.door}  ${sample.perSecond.toFixed(0)}/s`);
    }
  }
  return lines.map(({ operation, door, samples }) => figureOf(operation, door, samples));
}

/** A series at work on its server. */
interface Line extends Omit<Series, 'server'> {
  readonly server: MeasuredServer;
  readonly traffic: Traffic;
  readonly samples: Sample[];
}

function linesFor(servers: Servers, apiKey: string): Line[] {
  const soap = new Traffic(apiKey);
  // PHP only reads, and from the database of the SOAP door: it is asked after the refunds that this door made.
  const traffic: Record<Door, Traffic> = {
    ...{ floor: new Traffic(apiKey), REST: new Traffic(apiKey), SOAP: soap },
    ...{ IdoSell: new Traffic(apiKey), 'node-soap': new Traffic(apiKey), PHP: soap },
  };
  return ALL_SERIES.flatMap((series) => {
    const server = servers[series.server ?? series.door];
    return server
      ? [{ ...series, server, traffic: traffic[series.server === 'IdoSell' ? 'IdoSell' : series.door], samples: [] }]
      : [];
  });
}

async function take(line: Line, seconds: number): Promise<Sample> {
  const { server, script, traffic, requestsPerOperation } = line;
  const before = await server.usage();
  const { requests, seconds: took, p50Ms, p99Ms } = await fire(server.url, script, traffic, extentOf(line, seconds));
  const after = await server.usage();
  const operations = requests / requestsPerOperation;
  const cpuMicros = (after.cpuMicros - before.cpuMicros) / operations;
  return { perSecond: operations / took, cpuMicros, p50Ms, p99Ms };
}

function figureOf(operation: Figure['operation'], door: Door, samples: readonly Sample[]): Figure {
  const of = (name: keyof Sample): number => median(samples.map((sample) => sample[name]));
  const rates = samples.map(({ perSecond }) => perSecond);
  return {
    operation,
    door,
    perSecond: of('perSecond'),
    cpuMicros: of('cpuMicros'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    worstP99Ms: Math.max(...samples.map(({ p99Ms }) => p99Ms)),
    spread: Math.max(...rates) / Math.min(...rates),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
