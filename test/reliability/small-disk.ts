/**
 * A small file system that is mounted for one run: a file on it can meet a disk that is really full, and can become
 * unwritable while the gateway has it open. A remount as read-only would be refused for as long as anybody writes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { scratchFolder } from './scratch-database';

const SIZE_BYTES = 128 * 1024 * 1024;

export class SmallDisk {
  private constructor(
    private readonly scratch: string,
    private readonly mounted: string,
  ) {}

  /** For the database and nothing else. */
  get folder(): string {
    return path.join(this.mounted, 'data');
  }

  /** Why there can be none on this machine; undefined when there can. */
  static whyNot(): string | undefined {
    if (process.getuid?.() !== 0) return 'only root may mount';
    const missing = ['mkfs.ext4', 'mount', 'chattr'].filter((name) => spawnSync(name, ['-V']).error !== undefined);
    return missing.length > 0 ? `${missing.join(', ')} not found` : undefined;
  }

  static create(): SmallDisk {
    const scratch = scratchFolder();
    const image = path.join(scratch, 'image');
    const mounted = path.join(scratch, 'disk');
    writeFileSync(image, '');
    truncateSync(image, SIZE_BYTES);
    mkdirSync(mounted);
    // No blocks are kept back for root, who would otherwise still find room.
    run('mkfs.ext4', '-q', '-m', '0', image);
    run('mount', '-o', 'loop', image, mounted);
    const disk = new SmallDisk(scratch, mounted);
    mkdirSync(disk.folder);
    return disk;
  }

  /** Not one more byte fits. */
  async fill(): Promise<void> {
    const file = await open(this.filler, 'w');
    try {
      for (const bytes of [1024 * 1024, 4096]) await writeUntilFull(file, Buffer.alloc(bytes));
    } finally {
      await file.close();
    }
  }

  free(): void {
    rmSync(this.filler);
  }

  /** Nobody, root included, writes one of these files; where the folder is named, none is made or removed in it. */
  protect(...names: string[]): void {
    run('chattr', '+i', ...names.map((name) => path.join(this.folder, name)));
  }

  release(...names: string[]): void {
    run('chattr', '-i', ...names.map((name) => path.join(this.folder, name)));
  }

  remove(): void {
    run('chattr', '-R', '-i', this.folder);
    // Also when somebody still has a file open, after a failure that must be told instead of this one.
    run('umount', '--lazy', this.mounted);
    rmSync(this.scratch, { recursive: true });
  }

  private get filler(): string {
    return path.join(this.mounted, 'filler');
  }
}

async function writeUntilFull(file: FileHandle, block: Buffer): Promise<void> {
  try {
    for (;;) await file.write(block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
