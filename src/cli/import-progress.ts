/** Shows how far a long import is: a bar on a terminal, else a line now and then. Short ones need none. */
import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io';

/** Shorter imports are over before anybody wonders. */
const FIRST_SIGN_MS = 500;
const BETWEEN_LINES_MS = 2000;

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

const NONE: Progress = { update: () => undefined, end: () => undefined };

/** @param json whoever reads JSON is a program, and wants no lines; a person at a terminal sees the bar nevertheless */
export function showProgress(io: Io, json: boolean): Progress {
  if (io.onTerminal) return bar();
  return json ? NONE : lines(io);
}

function bar(): Progress {
  const shown = new SingleBar(
    { stream: process.stderr, format: 'importing {bar} {value} of {total}', clearOnComplete: true },
    Presets.shades_classic,
  );
  const begun = Date.now();
  return {
    update: (done, total) => {
      if (shown.isActive) shown.update(done);
      else if (Date.now() - begun > FIRST_SIGN_MS) shown.start(total, done);
    },
    end: () => shown.stop(),
  };
}

function lines(io: Io): Progress {
  let next = Date.now() + BETWEEN_LINES_MS;
  return {
    update: (done, total) => {
      if (Date.now() < next) return;
      next = Date.now() + BETWEEN_LINES_MS;
      io.tell(`importing: ${done} of ${total}\n`);
    },
    end: () => undefined,
  };
}
