/** What processes that cannot be asked have used so far, with all of their children: the kernel knows. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Usage } from '../probe';

/** The kernel counts in hundredths of a second for whoever reads /proc, on every machine that Node runs on. */
const MICROS_PER_TICK = 10_000;
const PAGE_BYTES = 4096;

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly pages: number;
}

export function usageOfFamilies(masters: readonly number[]): Usage {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const ours = all.filter(({ pid, parent }) => masters.includes(pid) || masters.includes(parent));
  const sum = (of: (stat: ProcessStat) => number): number => ours.reduce((total, stat) => total + of(stat), 0);
  return {
    cpuMicros: sum(({ ticks }) => ticks) * MICROS_PER_TICK,
    rssBytes: sum(({ pages }) => pages) * PAGE_BYTES,
    heapBytes: 0,
  };
}

/** An empty list for a process that has just ended. */
function statOf(pid: number): ProcessStat[] {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return [];
  }
  // The name stands in brackets and may hold blanks: fields are counted behind it, the first is the third of the manual.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
  return [{ pid, parent, ticks: user + system, pages }];
}
