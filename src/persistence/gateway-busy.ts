import { CommitLost, Refusal } from '../domain/refusal';

/** The caller did nothing wrong and may try again; what really happened stays with the refusal, for the log. */
export function gatewayBusy(why: string, cause?: unknown): Refusal {
  const refusal = new Refusal('gateway_busy', `${why}; try again in a moment`);
  return cause === undefined ? refusal : Object.assign(refusal, { cause });
}

/** Nobody knows whether the COMMIT was carried out. */
export function commitLost(cause: unknown): Refusal {
  return Object.assign(new CommitLost(), { cause });
}
