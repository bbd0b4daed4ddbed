/** A real server with both older gates of IdoSell, and behind them a gate that a test holds in its hand. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Gate, GateCall } from '../../../src/dialects/idosell/gate';
import { jsonGates } from '../../../src/dialects/idosell/json-gate';
import type { Fault, Reply as MethodReply } from '../../../src/dialects/idosell/reply';
import { soapGates } from '../../../src/dialects/idosell/soap';
import { readProjectFile } from '../../../src/project-files';
import { requestContext } from '../../../src/rest/request-context';
import { sendTo } from '../../soap/soap-server';
import type { Reply } from '../../soap/soap-server';

/** The body of a reply, with `errors` where the call failed. */
export type GateReply = Readonly<Record<string, unknown>>;

export const UNREADABLE: GateReply = { errors: { faultCode: 3, faultString: 'API operation failed' } };

export interface GateServer {
  readonly port: number;
  readonly calls: GateCall[];
  readonly bugs: unknown[];
  /** What the gate says to the next calls, or does instead. */
  answer: GateReply | (() => never);
  send(method: string, target: string, body?: string | Buffer, headers?: http.OutgoingHttpHeaders): Promise<Reply>;
  close(): Promise<void>;
}

export async function startGates(options: { publicUrl?: string } = {}): Promise<GateServer> {
  const gate: Gate = {
    call: async (call) => {
      running.calls.push(call);
      const { answer } = running;
      return replyOf(typeof answer === 'function' ? answer() : answer);
    },
    replyUnreadable: () => replyOf(UNREADABLE),
  };
  const onBug = (error: unknown): void => void running.bugs.push(error);
  const soap = await soapGates({ gate, readFile: readProjectFile, onBug, ...options });
  const app = express();
  app.use(requestContext(() => undefined));
  app.use(jsonGates(gate, onBug));
  app.use((_request, response) => void response.status(404).end('not a gate'));
  const server = http.createServer((request, response) =>
    (soap(request.url) ?? app)(request as never, response as never),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: GateServer = {
    port,
    calls: [],
    bugs: [],
    answer: {},
    send: (method, target, body = '', headers = {}) => sendTo(port, method, target, headers, body),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}

function replyOf({ errors, ...body }: GateReply): MethodReply {
  return errors === undefined ? { body } : { body, fault: errors as Fault };
}
