/** A line to the database server that breaks on purpose: at a COMMIT, or by going silent as a paused server would. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * `before`: the server never sees the COMMIT. `after`: it carries it out, and its answer is lost. `late`: it sees it only
 * when it is let through, long after the other end was told that the line is broken.
 */
type Trouble = 'none' | 'before' | 'after' | 'late' | 'silent';

export class BreakingLine {
  trouble: Trouble = 'none';
  /** How many COMMITs were lost. */
  lost = 0;
  private letLateThrough: () => void = () => undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly serverUrl: string,
  ) {}

  static async open(serverUrl: string): Promise<BreakingLine> {
    const { hostname, port } = new URL(serverUrl);
    const server = createServer((near) => line.join(near, connect(Number(port || 5432), hostname)));
    const line = new BreakingLine(server, serverUrl);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  /** The database, by way of this line. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return Object.assign(new URL(this.serverUrl), { hostname: '127.0.0.1', port: String(port) }).href;
  }

  letThrough(): void {
    this.letLateThrough();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    let breaking = false;
    let late = false;
    const cut = (): void => {
      near.destroy();
      if (!late) far.destroy();
    };
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
    near.on('data', (bytes) => {
      if (this.trouble === 'silent') return;
      breaking = this.trouble !== 'none' && bytes.includes('COMMIT\0');
      late = breaking && this.trouble === 'late';
      this.lost += Number(breaking);
      if (late) this.letLateThrough = () => void far.end(bytes);
      if (late || (breaking && this.trouble === 'before')) cut();
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (this.trouble === 'silent') return;
      // The server has carried it out: only the word of it is lost.
      if (breaking) cut();
      else near.write(bytes);
    });
  }
}
