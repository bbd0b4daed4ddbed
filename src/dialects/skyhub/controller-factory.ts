/** How tsoa gets the controllers of this platform: with the services, who is calling, and what the deployment chose. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { doorOf, type SkyhubDoor } from './settings';

type AnyController = new (services: Services, caller: Caller, door: SkyhubDoor) => unknown;

/** Authentication leaves what it found in `user`. */
type AuthenticatedRequest = Request & { readonly user: Caller };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const services = request.app.locals['services'] as Services;
  return {
    get: <T>(controller: unknown) => new (controller as AnyController)(services, request.user, doorOf(request)) as T,
  };
};
