/** Many requests through both doors, with the worker sending meanwhile: what does the gateway hold on to? */
import { fire, mixed, restCreateAndConfirm, Traffic } from './load';
import type { ServerProcess } from './server-process';

interface MemorySample {
  readonly requests: number;
  /** After a collection of garbage. */
  readonly heapMegabytes: number;
  readonly rssMegabytes: number;
}

export interface Soak {
  readonly requests: number;
  readonly seconds: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly samples: readonly MemorySample[];
}

const STAGES = 10;
const MEGABYTE = 1024 * 1024;

export async function soak(
  server: ServerProcess,
  apiKey: string,
  total: number,
  tell: (line: string) => void,
): Promise<Soak> {
  const traffic = new Traffic(apiKey);
  // So that there is something to read.
  await fire(server.url, restCreateAndConfirm, traffic, { requests: 256 });
  const samples = [await sample(server, 0)];
  const stage = Math.ceil(total / STAGES);
  let requests = 0;
  let seconds = 0;
  let p99Ms = 0;
  let maxMs = 0;
  for (let done = 0; done < STAGES; done++) {
    const answered = await fire(server.url, mixed, traffic, { requests: stage });
    requests += answered.requests;
    seconds += answered.seconds;
    p99Ms = Math.max(p99Ms, answered.p99Ms);
    maxMs = Math.max(maxMs, answered.maxMs);
    const latest = await sample(server, requests);
    samples.push(latest);
    tell(`soak ${requests}/${total}  heap ${latest.heapMegabytes} MB  rss ${latest.rssMegabytes} MB`);
  }
  return { requests, seconds, p99Ms, maxMs, samples };
}

async function sample(server: ServerProcess, requests: number): Promise<MemorySample> {
  const { heapBytes, rssBytes } = await server.usage(true);
  const rounded = (bytes: number): number => Math.round((bytes / MEGABYTE) * 10) / 10;
  return { requests, heapMegabytes: rounded(heapBytes), rssMegabytes: rounded(rssBytes) };
}
