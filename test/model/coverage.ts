/** What the runs met: a model that never reaches a state proves nothing about it. */
import { ALL_STEPS } from './rules/steps';

export class Coverage {
  runs = 0;
  steps = 0;
  readonly commands = new Map<string, number>();
  readonly refusals = new Map<string, number>();
  private readonly transitions = new Map<string, number>(ALL_STEPS.map((name) => [name, 0]));

  command(kind: string): void {
    this.steps += 1;
    count(this.commands, kind);
  }

  refusal(code: string): void {
    count(this.refusals, code);
  }

  transition(thing: string, from: string, to: string): void {
    count(this.transitions, `${thing}: ${from} > ${to}`);
  }

  get transitionsMet(): number {
    return [...this.transitions.values()].filter((met) => met > 0).length;
  }

  get transitionsInAll(): number {
    return this.transitions.size;
  }

  /** Those that were met least come first. */
  get rarest(): readonly (readonly [name: string, times: number])[] {
    return [...this.transitions].sort(([, a], [, b]) => a - b);
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
