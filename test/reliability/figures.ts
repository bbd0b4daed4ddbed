/** Figures with what they must be, and the one table they are printed in. */
export interface Figure {
  readonly harness: string;
  readonly name: string;
  readonly value: number;
  /** Absent: the figure is there to be known. */
  readonly target?: string;
  readonly met: boolean;
  /** Why it could not be had: neither met nor missed. */
  readonly skipped?: string;
}

export function known(harness: string, name: string, value: number): Figure {
  return { harness, name, value, met: true };
}

export function exactly(harness: string, name: string, value: number, wanted: number): Figure {
  return { harness, name, value, target: String(wanted), met: value === wanted };
}

export function atMost(harness: string, name: string, value: number, most: number): Figure {
  return { harness, name, value, target: `at most ${most}`, met: value <= most };
}

export function atLeast(harness: string, name: string, value: number, least: number): Figure {
  return { harness, name, value, target: `at least ${least}`, met: value >= least };
}

/** Said aloud, for a figure that is not there proves nothing. */
export function skipped(harness: string, name: string, reason: string): Figure {
  return { harness, name, value: NaN, met: true, skipped: reason };
}

export function textOf(figures: readonly Figure[]): string {
  const rows = [
    ['harness', 'figure', 'value', 'target', ''],
    ...figures.map((figure) => [figure.harness, figure.name, ...cellsOf(figure)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ value, target = '', met, skipped }: Figure): string[] {
  if (skipped !== undefined) return ['-', target, `SKIPPED: ${skipped}`];
  return [String(value), target, target === '' ? '' : met ? 'met' : 'MISSED'];
}
