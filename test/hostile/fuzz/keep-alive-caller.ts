/** Sends fuzzed messages over lines that stay open, as honest callers do: what one message leaves behind meets the next. */
import http from 'node:http';
import type { FuzzedMessage } from './fuzzed-message';

export interface FuzzReply {
  /** `late`: nothing within the limit. `cut`: the line ended without an answer. */
  readonly status: number | 'late' | 'cut';
  readonly text: string;
}

const ANSWER_LIMIT_MS = 10_000;

export class KeepAliveCaller {
  private readonly agent: http.Agent;

  constructor(
    private readonly address: string,
    private readonly path: string,
    lines: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: lines });
  }

  /** Never throws. */
  async send(message: FuzzedMessage): Promise<FuzzReply> {
    const reply = await this.once(message);
    // The gateway may have ended a line at the very moment when it was used again.
    return reply.status === 'cut' ? this.once(message) : reply;
  }

  close(): void {
    this.agent.destroy();
  }

  private once({ headers, body }: FuzzedMessage): Promise<FuzzReply> {
    return new Promise((resolve) => {
      const all = { ...headers, 'content-length': body.length };
      const request = http.request(this.address + this.path, { method: 'POST', agent: this.agent, headers: all });
      const limit = setTimeout(() => end('late', ''), ANSWER_LIMIT_MS);
      const end = (status: FuzzReply['status'], text: string): void => {
        clearTimeout(limit);
        if (status === 'late') request.destroy();
        resolve({ status, text });
      };
      request.on('error', () => end('cut', ''));
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', () => end('cut', ''));
        response.on('end', () => end(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8')));
      });
      request.end(body);
    });
  }
}
