/** Pauses before something is tried again, by attempt; the last one repeats. */
const PAUSES_MS = [500, 1000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;

/** @param attempts how often it was tried, at least once */
export function pauseMs(attempts: number): number {
  return PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
}
