import type { Clock } from '../../src/services/ports';

/** A clock that stands still until it is told to go on. */
export class FixedClock implements Clock {
  constructor(private instant = Date.parse('2026-11-21T10:30:00Z')) {}

  now(): number {
    return this.instant;
  }

  pass(ms: number): void {
    this.instant += ms;
  }
}
