/** Asks libxml2 about messages, many at a time. It lives in a process of its own, which is kept for the whole round. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/project-files';
import type { PlainElement } from './element';

export interface Question {
  readonly bytes: Buffer;
  /** Whether its tree is wanted. */
  readonly look: boolean;
}

export interface Finding {
  /** '' where the message is a request of the contract. */
  readonly problem: string;
  /** Absent where nobody asked for it, and where the message is not well-formed. */
  readonly tree?: PlainElement;
}

export class Judge {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;
  private complaints = '';

  constructor(wsdl: string) {
    this.process = spawn(process.execPath, [path.join(PROJECT_ROOT, 'test/oracle/judge-process.mjs')]);
    this.process.stderr.on('data', (text: Buffer) => void (this.complaints += text.toString()));
    this.lines = createInterface({ input: this.process.stdout });
    this.answers = this.lines[Symbol.asyncIterator]();
    this.tell(wsdl);
  }

  async findings(questions: readonly Question[]): Promise<Finding[]> {
    if (questions.length === 0) return [];
    this.tell(questions.map(({ bytes, look }) => ({ bytes: bytes.toString('base64'), look })));
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`the judge has gone: ${this.complaints}`);
    return JSON.parse(value as string) as Finding[];
  }

  stop(): void {
    this.process.stdin.end();
    this.lines.close();
  }

  private tell(what: unknown): void {
    this.process.stdin.write(`${JSON.stringify(what)}\n`);
  }
}
