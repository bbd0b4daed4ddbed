/** Chance that can be had again: the same seed gives the same numbers. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const drawn = items.map((item) => [this.next(), item] as const);
    return drawn.sort(([one], [other]) => one - other).map(([, item]) => item);
  }

  /** A stream of its own, so that what one client does never depends on how fast another is. */
  fork(number: number): Random {
    return new Random(Math.imul(this.seed ^ (number + 1), 0x9e3779b1));
  }
}
