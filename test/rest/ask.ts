/** A caller with the right key, who may send what he likes. */
import { KEY } from './rest-server';
import type { RestServer } from './rest-server';

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: object | null;
}

/** The server is looked up late: tests start it before the first of them. */
export function asker(serverOf: () => RestServer): (path: string, ask?: Ask) => Promise<Answer> {
  return async (path, { method, body, text, headers } = {}) => {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${serverOf().url}/rest/v1${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: {
        Authorization: `Bearer ${KEY}`,
        ...(sent !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const answer = await response.text();
    const json = JSON.parse(answer || 'null') as object | null;
    return { status: response.status, headers: response.headers, text: answer, json };
  };
}
