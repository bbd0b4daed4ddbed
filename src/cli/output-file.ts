/** Files that commands write. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { CommandFailed } from './problems';

export type Write = (text: string) => Promise<void>;

/** Writes beside the file and renames at the end: half an export must not look like a whole one. */
export async function intoFile<T>(file: string, fill: (write: Write) => Promise<T>): Promise<T> {
  const part = `${file}.part`;
  const stream = createWriteStream(part);
  const broken = new Promise<never>((_, reject) => {
    stream.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CommandFailed(`${file} cannot be written (${error.code ?? 'unknown'})`)),
    );
  });
  // Heard where it is awaited; this keeps it quiet until then.
  broken.catch(() => undefined);
  try {
    await Promise.race([once(stream, 'open'), broken]);
    const answer = await fill(async (text) => {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), broken]);
    });
    stream.end();
    await Promise.race([once(stream, 'close'), broken]);
    await rename(part, file);
    return answer;
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}
