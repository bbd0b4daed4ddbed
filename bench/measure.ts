/** Measures the floor, REST and SOAP in turn, round after round, so that a slow minute of the machine hits all alike. */
import { fire, restCreateAndConfirm, restStatus, soapCreateAndConfirm, soapStatus, Traffic, type Script } from './load';
import type { ServerProcess } from './server-process';

export interface Figure {
  readonly operation: 'create+confirm' | 'status';
  readonly door: 'floor' | 'REST' | 'SOAP';
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
  readonly door: Figure['door'];
  readonly script: Script;
  readonly requestsPerOperation: number;
}

const SERIES: readonly Series[] = [
  { operation: 'create+confirm', door: 'floor', script: restCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'create+confirm', door: 'REST', script: restCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'create+confirm', door: 'SOAP', script: soapCreateAndConfirm, requestsPerOperation: 2 },
  { operation: 'status', door: 'floor', script: restStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'REST', script: restStatus, requestsPerOperation: 1 },
  { operation: 'status', door: 'SOAP', script: soapStatus, requestsPerOperation: 1 },
];

const WARM_UP_SECONDS = 2;

type Sample = Omit<Figure, 'operation' | 'door' | 'worstP99Ms' | 'spread'>;

export type Servers = Readonly<Record<Figure['door'], ServerProcess>>;

export async function measure(
  servers: Servers,
  apiKey: string,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  tell: (line: string) => void,
): Promise<Figure[]> {
  const traffic = { floor: new Traffic(apiKey), REST: new Traffic(apiKey), SOAP: new Traffic(apiKey) };
  for (const { door, script } of SERIES) {
    await fire(servers[door].url, script, traffic[door], { seconds: WARM_UP_SECONDS });
  }
  const samples = SERIES.map((): Sample[] => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, series] of SERIES.entries()) {
      const sample = await take(series, servers[series.door], traffic[series.door], seconds);
      samples[index]?.push(sample);
      tell(`round ${round}/${rounds}  ${series.operation}  ${series.door}  ${sample.perSecond.toFixed(0)}/s`);
    }
  }
  return SERIES.map(({ operation, door }, index) => figureOf(operation, door, samples[index] ?? []));
}

async function take(series: Series, server: ServerProcess, traffic: Traffic, seconds: number): Promise<Sample> {
  const before = await server.usage();
  const { requests, seconds: took, p50Ms, p99Ms } = await fire(server.url, series.script, traffic, { seconds });
  const after = await server.usage();
  const operations = requests / series.requestsPerOperation;
  const cpuMicros = (after.cpuMicros - before.cpuMicros) / operations;
  return { perSecond: operations / took, cpuMicros, p50Ms, p99Ms };
}

function figureOf(operation: Figure['operation'], door: Figure['door'], samples: readonly Sample[]): Figure {
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
