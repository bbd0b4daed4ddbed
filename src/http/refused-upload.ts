/**
 * The rest of a request that was refused before it was whole. Many clients read nothing before they have sent all, and on a
 * busy machine or a slow line that takes seconds: a line that is closed on them is reset, and they never see why.
 */
import type { IncomingMessage } from 'node:http';

/** How long the rest is taken at most, in milliseconds. */
const LONGEST_MS = 10_000;
/** And how long it is waited for while nothing comes. */
const QUIET_MS = 2_000;

/** Takes what is still coming and throws it away. Calls `finish` once: when all has come, or when it takes too long. */
export function discardRest(request: IncomingMessage, finish: () => void): void {
  const end = (): void => {
    clearTimeout(longest);
    clearTimeout(quiet);
    request.off('data', onData).off('end', end).off('close', end);
    finish();
  };
  const longest = setTimeout(end, LONGEST_MS);
  const quiet = setTimeout(end, QUIET_MS);
  const onData = (): unknown => quiet.refresh();
  // An error is always followed by close; without a listener it would end the process.
  request.on('error', () => undefined);
  request.on('data', onData).on('end', end).on('close', end).resume();
}
