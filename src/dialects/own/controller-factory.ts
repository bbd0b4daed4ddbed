/** How tsoa gets its controllers: one per request, and all it is given is a way to call operations as this caller. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';
import type { OperationTypes } from '../../../generated/contract';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { callOperation } from './operations';
import type { OperationName } from './operations';

/** Carries out one operation for the caller of this request. */
export type Ask = <N extends OperationName>(
  operation: N,
  request: OperationTypes[N]['request'],
) => Promise<OperationTypes[N]['response']>;

type AnyController = new (ask: Ask) => unknown;

/** tsoa's authentication leaves what it found in `user`. */
type AuthenticatedRequest = Request & { readonly user: Caller };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const services = request.app.locals['services'] as Services;
  const ask: Ask = (operation, wish) => callOperation(operation, services, request.user, wish);
  return { get: <T>(controller: unknown) => new (controller as AnyController)(ask) as T };
};
