/** How tsoa gets the controllers of this platform: with the services, who is calling, and what the deployment chose. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { settingsOf, type SkyhubSettings } from './settings';

type AnyController = new (services: Services, caller: Caller, settings: SkyhubSettings) => unknown;

/** Authentication leaves what it found in `user`. */
type AuthenticatedRequest = Request & { readonly user: Caller };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const services = request.app.locals['services'] as Services;
  return {
    get: <T>(controller: unknown) =>
      new (controller as AnyController)(services, request.user, settingsOf(request)) as T,
  };
};
