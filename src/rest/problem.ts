/** The only place where REST learns about refusals: each becomes problem+json (RFC 9457), and a bug says nothing of itself. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Response } from 'express';
import { Refusal } from '../domain/refusal';
import type { RefusalKind } from '../domain/refusal';
import { requestIdOf, writeAnswer } from './answer';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What went wrong, as RFC 9457 has it. */
export interface Problem {
  /** Names the problem; the same for each occurrence. */
  type: string;
  /** The code in words. */
  title: string;
  /** The HTTP status, once more. */
  status: number;
  /** What would be right. */
  detail: string;
  /** A code of docs/errors.md. */
  code: string;
  /** Path of the field that is wrong, such as lines[2].quantity. */
  field?: string;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  /** Under this id the request stands in the log. */
  requestId: string;
}

/** Told of whatever was not a refusal, whole; the caller is not. */
export type OnBug = (error: unknown, requestId: string) => void;

export const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  not_allowed: 405,
  timeout: 408,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  refused: 422,
  busy: 503,
  unknown: 503,
} as const satisfies Record<RefusalKind, number>;

/** Headers that HTTP wants beside a status. The methods of a 405 are known only to who found out. */
const HEADERS: Partial<Record<RefusalKind, OutgoingHttpHeaders>> = {
  unauthenticated: { 'WWW-Authenticate': 'Bearer realm="refund-gateway"' },
  timeout: { Connection: 'close' },
  busy: { 'Retry-After': '1' },
};

const BUG = { code: 'internal_error', status: 500, message: 'Internal error', retryable: false } as const;

/** Answers refusals, and everything else as a bug. Must stand behind all routes. */
export function answerProblems(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const refusal = asRefusal(error);
    if (refusal) return writeRefusal(response, refusal);
    onBug(error, requestIdOf(response));
    writeProblem(response, BUG);
  };
}

export function writeRefusal(response: Response, refusal: Refusal, headers?: OutgoingHttpHeaders): void {
  const { code, kind, message, field, retryable } = refusal;
  const facts = { code, status: STATUS[kind], message, retryable, ...(field !== undefined && { field }) };
  writeProblem(response, facts, { ...HEADERS[kind], ...headers });
}

interface Facts {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly retryable: boolean;
  readonly field?: string;
}

function writeProblem(response: Response, facts: Facts, headers?: OutgoingHttpHeaders): void {
  const { code, status, message, field, retryable } = facts;
  const problem: Problem = {
    type: `urn:refund-gateway:problem:${code}`,
    title: titleOf(code),
    status,
    detail: message,
    code,
    ...(field !== undefined && { field }),
    retryable,
    requestId: requestIdOf(response),
  };
  response.locals['code'] = code;
  writeAnswer(response, status, PROBLEM_TYPE, JSON.stringify(problem), headers);
}

/** Codes are sentences: amount_exceeds_refundable is "Amount exceeds refundable". */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Express itself refuses one thing: a path that is not well percent-encoded. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return error instanceof URIError
    ? new Refusal('request_malformed', 'the path is not well percent-encoded')
    : undefined;
}
