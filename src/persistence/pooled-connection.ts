import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

/** Gives a connection back to its pool; a broken one is closed, so that nobody is given it again. */
export async function giveBack(runner: QueryRunner, broken: boolean): Promise<void> {
  // A line that broke between two statements has been noticed, and the connection is gone already.
  if (broken && !runner.isReleased) {
    const connection = await (runner.connect() as Promise<PoolClient & { end(): Promise<void> }>).catch(
      () => undefined,
    );
    // The pool keeps no connection that is ending. Nobody waits: the other end may never answer.
    void connection?.end().catch(() => undefined);
  }
  await runner.release();
}
