/** How tsoa gets the controllers of this platform: all they are given is a way to ask as the caller of the request. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request, Response } from 'express';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import type { Given } from './asked';
import { addressesFor, doorOf } from './door';
import { languageOf } from './language';
import { carryOut, type OperationName } from './operations';

/** The template service writes the answer; to tsoa it looks like the body of it. */
export type Ask = <T>(operation: OperationName, given: Given) => Promise<T>;

type AnyController = new (ask: (operation: OperationName, given: Given) => Promise<object>) => unknown;

/** Authentication leaves what it found in `user`; a route that is open to all has none. */
type AuthenticatedRequest = Request & { readonly user?: Caller; readonly res: Response };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const door = doorOf(request.res);
  const context = {
    door,
    services: request.app.locals['services'] as Services,
    caller: request.user,
    addresses: addressesFor(request, door),
    language: languageOf(request.headers),
  };
  const ask = (operation: OperationName, given: Given): Promise<object> => carryOut(operation, context, given);
  return { get: <T>(controller: unknown) => new (controller as AnyController)(ask) as T };
};
