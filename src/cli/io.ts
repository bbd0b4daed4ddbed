/** Where the command line speaks. The tests listen here. */
export interface Io {
  /** stdout: the answer and nothing else. Resolves when the reader at the other end can take more. */
  write(text: string): Promise<void>;
  /** stderr: errors, and what is only for a person. */
  tell(text: string): void;
  /** Whether a person at a terminal sees stderr. */
  readonly onTerminal: boolean;
}

/** The streams of this process. A reader who has enough, such as `head`, ends the command without a word. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => resolve());
      }),
    tell: (text) => void process.stderr.write(text),
    onTerminal: process.stderr.isTTY,
  };
}
