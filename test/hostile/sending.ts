/** Writes requests onto a line byte by byte, and reads what comes back: no client library mends anything on the way. */
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostileRequest, HttpRequest, LineScript } from './row';

export interface Reply {
  /** `cut`: the line ended without an answer. */
  readonly status: number | 'cut';
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface Target {
  readonly port: number;
  readonly path: string;
  readonly authorization: string;
}

/** Longer than the gateway needs for anything that is not slow on purpose. */
const ANSWER_LIMIT_MS = 10_000;
/** How long a caller who reads nothing stays away. */
const ABSENCE_MS = 1_500;
const CHUNK_BYTES = 64 * 1024;

/** All replies: one, but for scripts that are done many times. */
export function send(target: Target, request: HostileRequest, withinMs = ANSWER_LIMIT_MS): Promise<Reply[]> {
  if (request.kind === 'line') return perform(target, request, withinMs);
  return perform(
    target,
    { kind: 'line', pieces: (authorization) => written(target, request, authorization), then: 'wait' },
    withinMs,
  );
}

function perform(target: Target, script: LineScript, withinMs: number): Promise<Reply[]> {
  return Promise.all(Array.from({ length: script.times ?? 1 }, () => new Line(target, script).run(withinMs)));
}

function* written({ path }: Target, request: HttpRequest, authorization: string): Generator<string | Buffer> {
  const { method = 'POST', behindPath = '', chunked = false } = request;
  const body = request.body();
  const headers = [...headersOf(request, authorization), ...lengthOf(body, method, chunked)];
  yield `${method} ${path}${behindPath} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    const part = body.subarray(at, at + CHUNK_BYTES);
    yield chunked ? Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]) : part;
  }
  if (chunked) yield LAST_CHUNK;
}

type Header = readonly [name: string, value: string];

function headersOf({ headers = [] }: HttpRequest, authorization: string): Header[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const usual: Header[] = [
    ['Host', 'x'],
    ['Content-Type', 'text/xml'],
    ['Authorization', authorization],
  ];
  return [...usual.filter(([name]) => !given.has(name.toLowerCase())), ...headers.filter(([, value]) => value !== '')];
}

function lengthOf(body: Buffer, method: string, chunked: boolean): Header[] {
  if (chunked) return [['Transfer-Encoding', 'chunked']];
  return body.length > 0 || method === 'POST' ? [['Content-Length', String(body.length)]] : [];
}

class Line {
  private readonly socket: net.Socket;
  private readonly received: Buffer[] = [];
  private readonly closed: Promise<void>;
  private answered = false;
  private gone = false;

  constructor(
    private readonly target: Target,
    private readonly script: LineScript,
  ) {
    this.socket = net.connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        this.gone = true;
        resolve();
      });
    });
    // A line that breaks is an answer, too: `close` follows.
    this.socket.on('error', () => undefined);
  }

  async run(withinMs: number): Promise<Reply> {
    const waiting = new AbortController();
    const limit = sleep(withinMs, 'late' as const, { signal: waiting.signal }).catch(() => 'late' as const);
    if (this.script.then !== 'ignore') this.listen();
    const how = await Promise.race([this.talk(), limit]);
    waiting.abort();
    this.socket.destroy();
    if (how === 'late' && !this.answered) throw new Error(`no answer within ${withinMs} ms`);
    return replyIn(Buffer.concat(this.received));
  }

  private async talk(): Promise<'done'> {
    await this.write();
    const { then } = this.script;
    if (then === 'reset') this.socket.resetAndDestroy();
    else if (then === 'ignore') await sleep(ABSENCE_MS).then(() => this.listen());
    else if (then === 'end') this.socket.end();
    await this.end();
    return 'done';
  }

  private async write(): Promise<void> {
    const { pieces, pauseMs } = this.script;
    for (const piece of pieces(this.target.authorization)) {
      if (this.gone || this.answered) return;
      const room = this.socket.write(piece);
      if (pauseMs !== undefined) await Promise.race([sleep(pauseMs), this.closed]);
      else if (!room)
        await Promise.race([new Promise((resolve) => this.socket.once('drain', resolve)), this.closed, this.answer]);
    }
  }

  private told: () => void = () => undefined;
  private readonly answer = new Promise<void>((resolve) => (this.told = resolve));

  private listen(): void {
    this.socket.on('data', (part) => {
      this.received.push(part);
      if (!isWhole(Buffer.concat(this.received))) return;
      this.answered = true;
      this.told();
    });
    this.socket.once('end', () => this.socket.end());
  }

  /** The whole answer is there, or nothing more will come. */
  private end(): Promise<void> {
    return Promise.race([this.closed, this.answer]);
  }
}

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return false;
  const head = bytes.subarray(0, end).toString('latin1');
  if (/\r\ntransfer-encoding: *chunked/i.test(head))
    return bytes.subarray(-LAST_CHUNK.length).toString() === LAST_CHUNK;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  return length !== undefined && bytes.length >= end + HEAD_END.length + Number(length);
}

function replyIn(bytes: Buffer): Reply {
  const end = bytes.indexOf(HEAD_END);
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = headers.get('content-length');
  const rest = end < 0 ? bytes : bytes.subarray(end + HEAD_END.length);
  const text = rest.subarray(0, length === undefined ? undefined : Number(length)).toString('utf8');
  return { status: status === undefined ? 'cut' : Number(status), headers, text };
}
