/** Sends a request as it is written, header by header, as no HTTP library would leave it. */
import { once } from 'node:events';
import { connect } from 'node:net';

/** Of an answer, what the machine and the moment decide, and how the line is kept. */
const PASSING = /^(?:date|connection|keep-alive|x-request-id):/i;

/**
 * @param text head, empty line, body. The length of the body is put in where the head has a Content-Length
 * @returns the answer in the same form, without headers of the moment
 */
export async function exchange(address: string, text: string): Promise<string> {
  const end = text.indexOf('\n\n');
  const body = Buffer.from(text.slice(end + 2));
  const head = text.slice(0, end).replace(/^(content-length:).*$/im, `$1 ${body.length}`);
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = once(socket, 'end');
  socket.write(`${head.replaceAll('\n', '\r\n')}\r\nConnection: close\r\n\r\n`);
  if (/^expect: *100-continue$/im.test(head)) await untilTold(socket, chunks);
  socket.write(body);
  await ended;
  socket.destroy();
  return plain(Buffer.concat(chunks).toString());
}

/** A client that asks whether it may send its body waits for this answer, and is left hanging without it. */
async function untilTold(socket: NodeJS.ReadableStream, chunks: Buffer[]): Promise<void> {
  const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
  while (Buffer.concat(chunks).length < CONTINUE.length) await once(socket, 'data');
  const told = Buffer.concat(chunks.splice(0)).toString();
  if (told !== CONTINUE) throw new Error(`the body was not asked for, but answered: ${told}`);
}

function plain(answer: string): string {
  const end = answer.indexOf('\r\n\r\n');
  const [status = '', ...headers] = answer.slice(0, end).split('\r\n');
  const kept = headers.filter((header) => !PASSING.test(header));
  const measured = kept.map((header) => header.replace(/^(content-length): \d+$/i, measure(answer.slice(end + 4))));
  return [status, ...measured, '', answer.slice(end + 4)].join('\n');
}

/** The length is compared with the body here, and not with the sample: the names of hosts differ in length. */
function measure(body: string): (header: string, name: string) => string {
  return (header, name) => (header === `${name}: ${Buffer.byteLength(body)}` ? `${name}: as long as it is` : header);
}
