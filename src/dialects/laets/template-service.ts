/** What the generated routes call. What is right about a request is checked by the operations, in this platform's own words. */
import { ExpressTemplateService } from '@tsoa/runtime';
import type { Request } from 'express';
import { reply } from './reply';

type Arguments = Parameters<ExpressTemplateService['getValidatedArgs']>[0];
type Call = Omit<Parameters<ExpressTemplateService['apiHandler']>[0], 'successStatus'> & {
  readonly successStatus?: number | undefined;
};

const CREATED = 201;

export class ResourceTemplateService extends ExpressTemplateService {
  /** Everything as it came: unknown members are passed over, and amounts are exact text. */
  override getValidatedArgs({ args, request }: Arguments): unknown[] {
    return Object.values(args).map(({ in: where, name }): unknown => {
      if (where === 'path') return request.params[name];
      return where === 'body' ? request.body : request.query;
    });
  }

  override async apiHandler(call: Call): Promise<void> {
    const { methodName, controller, validatedArgs, response, next, successStatus: status = 200 } = call;
    try {
      const value = (await this.buildPromise(methodName, controller, validatedArgs)) as { resource_uri?: string };
      // What was made says where it is (contract, section 2).
      const headers = status === CREATED && value.resource_uri ? { Location: value.resource_uri } : {};
      reply(response.req as Request, response, status, value, headers);
    } catch (error) {
      next(error);
    }
  }
}
