/** What a deployment may choose about this door. */
import type { Request, RequestHandler } from 'express';

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

const KEY = 'skyhub';

export function withSettings(settings: SkyhubSettings): RequestHandler {
  return (_request, response, next) => {
    response.locals[KEY] = settings;
    next();
  };
}

export function settingsOf({ res }: Request): SkyhubSettings {
  return res?.locals[KEY] as SkyhubSettings;
}
