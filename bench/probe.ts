/** Loaded into each measured server before its own code: tells what it has used so far, when asked. */

export interface Usage {
  /** User and system time of all threads, in microseconds. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** With a collection of garbage first, so that what is told is held and not only forgotten. */
export const AFTER_COLLECTION = 'usage after collection';
export const USAGE = 'usage';

process.on('message', (question) => {
  if (question === AFTER_COLLECTION) globalThis.gc?.();
  if (question !== AFTER_COLLECTION && question !== USAGE) return;
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const usage: Usage = { cpuMicros: user + system, rssBytes: rss, heapBytes: heapUsed };
  process.send?.(usage);
});
// Asking must not keep a server alive that wants to end.
process.channel?.unref();
