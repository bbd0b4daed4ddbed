/**
 * A line that breaks below HTTP: it carries TCP between a caller and a server, reads along to know where one request ends,
 * and lets what is chosen for a request happen to it. Neither side is told why.
 */
import net from 'node:net';

export type LineFault =
  /** The request never goes up, and nobody says so. */
  | { readonly kind: 'silent_before' }
  /** The server answers, and nothing comes down. */
  | { readonly kind: 'silent_after' }
  | { readonly kind: 'reset_before' }
  | { readonly kind: 'reset_after' }
  /** So many bytes of the reply come down, then the line is closed. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** The request goes up late: also when its caller has left meanwhile. */
  | { readonly kind: 'late_request'; readonly after: Promise<unknown> }
  | { readonly kind: 'late_reply'; readonly after: Promise<unknown> };

/** Chooses by the text of a whole request, head and form. */
type Choose = (request: string) => LineFault | undefined;

export class FaultyLine {
  private readonly server = net.createServer((near) => this.carry(near));
  private readonly sockets = new Set<net.Socket>();

  private constructor(
    private readonly target: number,
    private readonly choose: Choose,
  ) {}

  /** A line to a server on this machine. */
  static async start(target: number, choose: Choose): Promise<FaultyLine> {
    const line = new FaultyLine(target, choose);
    await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
  }

  /** Whoever asks now is refused. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private carry(near: net.Socket): void {
    const far = net.connect(this.target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      // A broken line is what this is for.
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    }
    let begun = Buffer.alloc(0);
    let fault: LineFault | undefined;
    near.on('data', (chunk) => {
      begun = Buffer.concat([begun, chunk]);
      const length = lengthOf(begun);
      if (length === undefined) return;
      const request = begun.subarray(0, length);
      begun = begun.subarray(length);
      fault = this.choose(request.toString('latin1'));
      sendUp(near, far, request, fault);
    });
    far.on('data', (chunk) => sendDown(near, chunk, fault));
    far.on('close', () => near.destroy());
    near.on('close', () => {
      if (fault?.kind !== 'late_request') far.destroy();
    });
  }
}

function sendUp(near: net.Socket, far: net.Socket, request: Buffer, fault: LineFault | undefined): void {
  switch (fault?.kind) {
    case 'silent_before':
      return;
    case 'reset_before':
      return void near.resetAndDestroy();
    case 'late_request':
      return void fault.after.then(() => far.write(request));
    default:
      far.write(request);
  }
}

function sendDown(near: net.Socket, chunk: Buffer, fault: LineFault | undefined): void {
  switch (fault?.kind) {
    case 'silent_after':
      return;
    case 'reset_after':
      return void near.resetAndDestroy();
    case 'cut':
      return void near.end(chunk.subarray(0, fault.bytes));
    case 'late_reply':
      return void fault.after.then(() => near.write(chunk));
    default:
      near.write(chunk);
  }
}

/** How long the request at the beginning of these bytes is; undefined while it is not all there. */
function lengthOf(bytes: Buffer): number | undefined {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const [, body = '0'] = /^content-length: (\d+)$/im.exec(bytes.toString('latin1', 0, head)) ?? [];
  const length = head + 4 + Number(body);
  return bytes.length >= length ? length : undefined;
}
