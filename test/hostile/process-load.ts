/** What a process costs, as Linux counts it: processor time and memory, whatever else the machine is doing. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Linux tells time in hundredths of a second. */
const TICK_MS = 10;
const KIB = 1024;

/** Processor time used so far, of all its threads. */
export function cpuMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program may hold blanks: count from behind its closing bracket.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Memory in use, and the most of it since `forgetPeak`. */
export function memory(pid: number): { bytes: number; peakBytes: number } {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * KIB;
  return { bytes: of('VmRSS'), peakBytes: of('VmHWM') };
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
