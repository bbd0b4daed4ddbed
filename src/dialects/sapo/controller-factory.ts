/** How tsoa gets the controllers of this platform: all they are given is a way to ask as the caller of the request. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { carryOut, type Given, type OperationName } from './operations';
import { settingsOf } from './settings';

/** The template service writes the answer; to tsoa it looks like the body of it. */
export type Ask = <T>(operation: OperationName, given: Given) => Promise<T>;

type AnyController = new (ask: (operation: OperationName, given: Given) => Promise<object>) => unknown;

/** Authentication leaves what it found in `user`. */
type AuthenticatedRequest = Request & { readonly user: Caller };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const services = request.app.locals['services'] as Services;
  const ask = (operation: OperationName, given: Given): Promise<object> =>
    carryOut(operation, services, request.user, given, settingsOf(request));
  return { get: <T>(controller: unknown) => new (controller as AnyController)(ask) as T };
};
