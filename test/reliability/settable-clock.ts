/** A clock that is set while the gateway runs: libfaketime stands before the C library, and reads from a file how far off it is. */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where distributions put it: Debian below a folder for the machine's kind, others side by side with the rest. */
function libraries(): string[] {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib'].filter(existsSync);
  const below = folders.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))]);
  return below.map((folder) => path.join(folder, 'faketime', 'libfaketime.so.1'));
}

export function findFaketime(): string | undefined {
  return libraries().find(existsSync);
}

export class SettableClock {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'refund-gateway-clock-'));
  private readonly file = path.join(this.folder, 'offset');
  private aheadMs = 0;

  constructor(private readonly library: string) {
    this.jump(0);
  }

  /** For a process whose clock this shall be. Its monotonic clock goes on by itself, as when an administrator sets a clock. */
  environment(timezone: string): Readonly<Record<string, string>> {
    return {
      ...{ TZ: timezone, LD_PRELOAD: this.library, FAKETIME_TIMESTAMP_FILE: this.file },
      ...{ FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1' },
    };
  }

  /** Below zero: set back. In one step: half a file would be another time. */
  jump(byMs: number): void {
    this.aheadMs += byMs;
    const next = `${this.file}.next`;
    writeFileSync(next, `${this.aheadMs < 0 ? '-' : '+'}${Math.abs(this.aheadMs) / 1000}\n`);
    renameSync(next, this.file);
  }

  now(): number {
    return Date.now() + this.aheadMs;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
