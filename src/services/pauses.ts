/**
 * Pauses before something is tried again. They follow from what was answered, never from a clock, so a clock that jumps
 * makes nobody wait and nobody hurry.
 */
const FIRST_MS = 500;
const LONGEST_MS = 60 * 60 * 1000;
/** So no pause is longer than the first one and a quarter of all that was waited: who is young never waits long. */
const GROWTH = 1.25;
/**
 * What never arrived begins anew, for its next send is a first one. Where each send gets lost and each look finds nothing,
 * this growth alone holds us back: two requests in half a second and a thirty-second part of all that was waited.
 */
const GROWTH_BY_ABSENCE = 33 / 32;

/** @param attempts how often it was tried, at least once @param absences how often it was found never to have arrived */
export function pauseMs(attempts: number, absences = 0): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * GROWTH ** (attempts - 1) * GROWTH_BY_ABSENCE ** absences));
}
