/** What a deployment may choose about this door. */
import type { Request, RequestHandler } from 'express';
import type { FormName } from './form';

export interface SapoSettings {
  /** How money is told, and with it which keys there are (choices SAPO-1 and SAPO-14). */
  readonly money: FormName;
  /** Whether each credential has a bucket of calls (choice SAPO-2). */
  readonly pacing: boolean;
  /** Whether our own `calculate` is there (choice SAPO-6). */
  readonly calculate: boolean;
}

const KEY = 'sapo';

export function withSettings(settings: SapoSettings): RequestHandler {
  return (_request, response, next) => {
    response.locals[KEY] = settings;
    next();
  };
}

export function settingsOf({ res }: Request): SapoSettings {
  return res?.locals[KEY] as SapoSettings;
}
