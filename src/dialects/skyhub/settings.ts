/** What a deployment may choose about this door. */
import type { Request, RequestHandler } from 'express';
import { originOf } from '../../rest/documentation';

export interface SkyhubSettings {
  /** Whether each account has one call in a second for each endpoint and method below /sac (choice SKY-3). */
  readonly pacing: boolean;
  /** Whether our own PUT of instances is there (choice SKY-11). */
  readonly put: boolean;
  /** The causes and reasons that are taken, as CAUSE/REASON; absent: every one (choice SKY-12). */
  readonly causes?: ReadonlySet<string>;
  /** The platform's ids of payment methods that are not called as the shop calls them (choice SKY-15). */
  readonly forms: ReadonlyMap<string, string>;
}

/** The settings, and where the caller finds us. */
export interface SkyhubDoor extends SkyhubSettings {
  /** Such as https://shop.example; addresses in answers begin with it. */
  readonly origin: string;
}

const KEY = 'skyhub';

/** @param publicUrl how callers reach us; absent: the address the caller used */
export function openFor(settings: SkyhubSettings, publicUrl?: string): RequestHandler {
  return (request, response, next) => {
    response.locals[KEY] = { ...settings, origin: publicUrl?.replace(/\/+$/, '') ?? originOf(request) };
    next();
  };
}

export function doorOf({ res }: Request): SkyhubDoor {
  return res?.locals[KEY] as SkyhubDoor;
}
