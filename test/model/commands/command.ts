/** What every command of the model is: run against the world and against the gateway, which must agree afterwards. */
import type fc from 'fast-check';
import type { Session } from '../session';
import type { World } from '../world';

export abstract class Command implements fc.AsyncCommand<World, Session, true> {
  /** What it turned out to be about: told when a run fails. */
  protected about = '';

  abstract readonly kind: string;

  async check(world: Readonly<World>): Promise<boolean> {
    return this.fits(world);
  }

  async run(world: World, session: Session): Promise<void> {
    session.coverage.command(this.kind);
    await this.happen(world, session);
  }

  toString(): string {
    return `${this.kind}${this.about === '' ? '' : ` ${this.about}`}`;
  }

  /** Whether there is anything for it to be about. */
  protected abstract fits(world: World): boolean;

  protected abstract happen(world: World, session: Session): Promise<void>;
}
