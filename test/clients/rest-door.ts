/** Asks over REST, with nothing but fetch and the table of the operations' twins. */
import { OPERATIONS } from '../../generated/contract';
import type { AnyRequest, AskOptions, Door, Exchange, OperationName } from './doors';

/** Method, address and body of an operation: what the path does not take goes into the query or the body. */
function restRequest(operation: OperationName, request: AnyRequest): { method: string; path: string; body?: string } {
  const { method, path: template } = OPERATIONS[operation];
  const rest = new Map(Object.entries(request).filter(([, value]) => value !== undefined));
  const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined) throw new Error(`${operation}: REST has no way to leave ${name} out of its path`);
    return encodeURIComponent(String(value));
  });
  if (method !== 'GET') return { method, path, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams([...rest].map(([name, value]): [string, string] => [name, String(value)]));
  return { method, path: rest.size === 0 ? path : `${path}?${query.toString()}` };
}

export function restHeaders(options: AskOptions): Record<string, string> {
  const { credentials = 'none', requestId } = options;
  const idempotencyKey = options.idempotencyKey ?? options.idempotencyBlock;
  if (credentials !== 'none' && 'login' in credentials) throw new Error('REST knows no UsernameToken');
  return {
    ...(credentials !== 'none' && 'bearer' in credentials && { authorization: `Bearer ${credentials.bearer}` }),
    ...(credentials !== 'none' && 'apiKey' in credentials && { 'x-api-key': credentials.apiKey }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(requestId !== undefined && { 'x-request-id': requestId }),
  };
}

export function restDoor(address: string): Door {
  return async (operation, request, options) => {
    const { method, path, body } = restRequest(operation, request);
    const headers = { ...restHeaders(options), ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(`${address}/rest/v1${path}`, { method, headers, ...(body !== undefined && { body }) });
    return restExchange(response, body ?? '');
  };
}

/** Reads an answer, or the problem+json of a refusal. */
export async function restExchange(response: Response, sent = ''): Promise<Exchange> {
  const text = await response.text();
  const value = JSON.parse(text) as Record<string, unknown>;
  if (response.ok) return { reply: { answer: value }, text, sent };
  const field = value['field'] as string | undefined;
  const refused = {
    code: String(value['code']),
    field,
    retryable: value['retryable'] === true,
    status: response.status,
  };
  return { reply: { refused }, message: String(value['detail']), text, sent };
}
