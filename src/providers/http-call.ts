/**
 * Asking a provider over HTTP: one request, with a limit of time and of size, no redirect followed, nothing sent twice.
 * Whatever happens on the line is a value. Messages name neither address nor headers: these hold secrets.
 */
import { objectOf, type Fields } from './json-object';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      /** Absent when the body is no JSON object, or is broken off, or is too long. */
      readonly body?: Fields;
    }
  /** `sent` false: the request never left us. True: nobody knows whether it arrived, and what came of it. */
  | { readonly kind: 'unanswered'; readonly sent: boolean; readonly cause: string };

/** Far more than a page of refunds needs. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** No connection was ever there, so nothing went out. All else may have arrived. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Never throws. `signal` limits the whole of it, body included; several calls may share one. */
export async function callHttp({ method, url, headers, form }: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
  let response: Response;
  try {
    const body = form === undefined ? {} : { body: form };
    response = await fetch(url, { method, headers, ...body, signal, redirect: 'manual' });
  } catch (error) {
    return unanswered(error, signal);
  }
  const { status, headers: answered } = response;
  const bytes = await bytesOf(response).catch(() => undefined);
  const body = bytes && objectOf(bytes);
  return { kind: 'answered', status, headers: answered, ...(body && { body }) };
}

function unanswered(error: unknown, signal: AbortSignal): HttpAnswer {
  if (signal.aborted) return { kind: 'unanswered', sent: true, cause: 'no answer in time' };
  const code = codeOf(error);
  if (NEVER_SENT.has(code)) return { kind: 'unanswered', sent: false, cause: `nothing was sent: ${code}` };
  return { kind: 'unanswered', sent: true, cause: `the line broke: ${code}` };
}

/** What fetch throws says nothing itself; the code is in its cause. */
function codeOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : 'no reason given';
}

/** Undefined when there are too many; leaving the loop ends the transfer. */
async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
