/** Numbers of a run that decide what a command is about. All of them 0 is the plainest choice: what shrinking ends at. */
export class Dice {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  private roll(): number {
    const number = this.numbers[this.next % this.numbers.length] ?? 0;
    this.next += 1;
    return number;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + (this.roll() % (most - least + 1));
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.roll() % 100 >= 100 - percent;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.roll() % Math.max(1, list.length)];
  }

  /** As `of`, from a list that is never empty. */
  oneOf<T>(list: readonly [T, ...T[]]): T {
    return this.of(list) ?? list[0];
  }
}
