/**
 * One request and its answer. Looks go over connections that are kept, because a run asks a million times; a wish has one of its own: a
 * server may close a kept one while a request is on its way, and only what changes nothing can be asked again.
 */
import http from 'node:http';
import type { Answered } from './door';

const agent = new http.Agent({ keepAlive: true });

export interface Sent {
  readonly method?: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body?: string;
}

export function exchange(url: string, { method, headers, body }: Sent): Promise<Answered> {
  const wanted = method ?? (body === undefined ? 'GET' : 'POST');
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const isLook = wanted === 'GET';
  return new Promise((resolve, reject) => {
    const options = { agent: isLook && agent, method: wanted, headers: { ...headers, ...length } };
    const request = http.request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        resolve({ isDone: status < 300, status, text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    request.on('error', (error) => {
      if (isLook && request.reusedSocket) exchange(url, { method: wanted, headers }).then(resolve, reject);
      else reject(error);
    });
    // As bytes: Node would write the headers in the encoding of a text that goes with them.
    request.end(body === undefined ? undefined : Buffer.from(body));
  });
}
