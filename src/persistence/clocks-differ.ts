/**
 * How far the clocks of two processes may differ. A time that was written down as "now" and lies further ahead than this
 * was written before the clock was set back: what waits for it would wait until the clock has come round again.
 */
export const CLOCKS_DIFFER_MS = 60_000;
