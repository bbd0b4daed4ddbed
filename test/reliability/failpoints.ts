/**
 * Where a gateway under test kills itself. The product has no such points: `start-with-failpoint.ts` puts them between its
 * parts, and kills at the n-th passing of the one that FAILPOINT names.
 */
/** What is done in one unit of work: a wish of a caller, what a provider said, a webhook kept and a webhook written down. */
export type Deed = 'add' | 'confirm' | 'record' | 'webhook' | 'news';

export const FAILPOINTS = [
  // The money is reserved, the refund is not written.
  'add.reserved',
  // `written`: the unit of work is whole, its COMMIT never comes. `committed`: it has come, and nobody was told.
  'add.written',
  'add.committed',
  'confirm.written',
  'confirm.committed',
  // `sending` is committed, the provider was not called.
  'send.begun',
  // The provider has the effect, its reply has not come.
  'send.effected',
  // The reply has come, nothing of it is written.
  'record.begun',
  'record.written',
  'record.committed',
  'webhook.written',
  'webhook.committed',
  'news.written',
  'news.committed',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

export interface ArmedFailpoint {
  readonly point: Failpoint;
  /** The passing that kills, from 1. */
  readonly passing: number;
}

/** As FAILPOINT has it, such as `add.reserved:3`. */
export function textOf({ point, passing }: ArmedFailpoint): string {
  return `${point}:${passing}`;
}

export function readFailpoint(text = ''): ArmedFailpoint {
  const [, name, count] = /^([a-z.]+):([1-9]\d{0,5})$/.exec(text) ?? [];
  const point = FAILPOINTS.find((known) => known === name);
  if (point === undefined)
    throw new Error(`FAILPOINT "${text}" must be NAME:COUNT with one of ${FAILPOINTS.join(', ')}`);
  return { point, passing: Number(count) };
}

/** The last line of a gateway that died at the point, and not for another reason. */
export function lastWords(point: Failpoint): string {
  return `died at ${point}`;
}
