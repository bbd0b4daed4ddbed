/** What the generated routes call. What is right about a request is checked in params.ts, in this platform's own words. */
import { ExpressTemplateService } from '@tsoa/runtime';
import { writeJson } from '../../rest/answer';
import { callLimitOf } from './call-limit';

type Arguments = Parameters<ExpressTemplateService['getValidatedArgs']>[0];
type Call = Omit<Parameters<ExpressTemplateService['apiHandler']>[0], 'successStatus'> & {
  readonly successStatus?: number | undefined;
};

export class WrappedTemplateService extends ExpressTemplateService {
  /** Everything as it came: unknown members are passed over, and amounts are exact text (contract, rules 8 and SAPO-9). */
  override getValidatedArgs({ args, request }: Arguments): unknown[] {
    return Object.values(args).map(({ in: where, name }): unknown => {
      if (where === 'path') return request.params[name];
      return where === 'body' ? request.body : request.query;
    });
  }

  override async apiHandler({
    methodName,
    controller,
    validatedArgs,
    response,
    next,
    successStatus,
  }: Call): Promise<void> {
    try {
      const value: unknown = await this.buildPromise(methodName, controller, validatedArgs);
      writeJson(response, successStatus ?? 200, value, callLimitOf(response));
    } catch (error) {
      next(error);
    }
  }
}
