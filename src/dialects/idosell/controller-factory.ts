/** How tsoa gets the controllers of this platform: all they are given is a way to call methods as the caller of the request. */
import type { IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import type { MethodName } from './faults';
import { unfolded } from './flat-query';
import { callMethod } from './methods';
import type { NeighbourName } from './neighbour';
import { askNeighbour, isNeighbour } from './neighbours';
import { wrongFormat } from './params';
import type { Reply } from './reply';

/** The template service writes the reply, with its status; to tsoa it looks like the body of it. */
export type Ask = <T>(method: MethodName | NeighbourName, given: object) => Promise<T>;

type AnyController = new (ask: (method: MethodName | NeighbourName, given: object) => Promise<Reply>) => unknown;

/** Authentication leaves what it found in `user`. */
type AuthenticatedRequest = Request & { readonly user: Caller };

export const iocContainer: IocContainerFactory<AuthenticatedRequest> = (request) => {
  const services = request.app.locals['services'] as Services;
  const ask = async (method: MethodName | NeighbourName, given: object): Promise<Reply> => {
    const params = request.method === 'GET' ? unfolded(given) : paramsOf(given);
    return isNeighbour(method)
      ? askNeighbour(method, services, request.user, params)
      : callMethod(method, services, request.user, params);
  };
  return { get: <T>(controller: unknown) => new (controller as AnyController)(ask) as T };
};

/** Unknown members beside `params` are passed over (contract, section 1). */
function paramsOf(body: object): unknown {
  if ('params' in body) return body.params;
  throw wrongFormat('params', 'is required');
}
