/** Loaded into each measured server before its own code: tells what it has used so far, when asked. */

export interface Usage {
  /** User and system time of all threads, in microseconds. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

export const USAGE = 'usage';
/** With collections of garbage first, so that what is told is held and not only forgotten. */
export const AFTER_COLLECTION = 'usage after collection';
/** The second collection comes when what the first one left to other threads is done. */
const SETTLE_MS = 500;

process.on('message', (question) => {
  if (question === USAGE) tell();
  if (question !== AFTER_COLLECTION) return;
  globalThis.gc?.();
  setTimeout(() => {
    globalThis.gc?.();
    tell();
  }, SETTLE_MS);
});
// Asking must not keep a server alive that wants to end.
process.channel?.unref();

function tell(): void {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const usage: Usage = { cpuMicros: user + system, rssBytes: rss, heapBytes: heapUsed };
  process.send?.(usage);
}
