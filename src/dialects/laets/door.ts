/** What is the same for all requests of this door: handed to its handlers with the response, by `placeDoor`. */
import type { Request, RequestHandler, Response } from 'express';
import { originOf } from '../../rest/documentation';
import type { Clock } from '../../services/ports';
import { Addresses } from './address';

export interface Door {
  /** Proves single sign-on, which is refused without it (choice LAETS-1). */
  readonly appSecret?: string;
  /** Whether requests must be signed with that secret. */
  readonly isSigned: boolean;
  /** How long a refund with `sync` waits for its outcome (choice LAETS-15). */
  readonly syncSeconds: number;
  /** The deployment's own words for reasons of returns, whatever the caller's language (choice LAETS-9). */
  readonly reasons: ReadonlyMap<number, string>;
  readonly clock: Clock;
  /** How callers reach us, where that is not the address they use. */
  readonly publicUrl?: string;
  /** Told in every answer. */
  readonly release: string;
}

const KEPT = 'laetsDoor';

export function placeDoor(door: Door): RequestHandler {
  return (_request, response, next) => {
    response.locals[KEPT] = door;
    next();
  };
}

export function doorOf(response: Response): Door {
  return response.locals[KEPT] as Door;
}

export function addressesFor(request: Request, { publicUrl }: Door): Addresses {
  return new Addresses(publicUrl?.replace(/\/+$/, '') ?? originOf(request));
}
