/** What stands in the line of a request. */
import type { IncomingMessage } from 'node:http';

const ORIGIN = /^https?:\/\/[^/?#]*/i;

/** A proxy may write the whole address into the line of a request (RFC 9112, section 3.2.2): doors see its path and query alone. */
export function takeOriginForm(request: IncomingMessage): void {
  const { url = '' } = request;
  if (url.startsWith('/')) return;
  const rest = url.replace(ORIGIN, '');
  if (rest !== url) request.url = rest.startsWith('/') ? rest : `/${rest}`;
}
