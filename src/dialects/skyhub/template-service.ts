/** What the generated routes call. The members of a request are read in params.ts, in the platform's words. */
import { ExpressTemplateService } from '@tsoa/runtime';
import { writeJson } from '../../rest/answer';

type Arguments = Parameters<ExpressTemplateService['getValidatedArgs']>[0];
type Call = Omit<Parameters<ExpressTemplateService['apiHandler']>[0], 'successStatus'> & {
  readonly successStatus?: number | undefined;
};

export class PlainTemplateService extends ExpressTemplateService {
  /** Path, query and body as they came: unknown members are passed over, and types are the dialect's to judge. */
  override getValidatedArgs({ args, request }: Arguments): unknown[] {
    return Object.values(args).map(({ in: where, name }) => {
      if (where === 'path') return request.params[name];
      return (where === 'body' ? request.body : request.query) as unknown;
    });
  }

  override async apiHandler(call: Call): Promise<void> {
    const { methodName, controller, validatedArgs, response, next, successStatus } = call;
    try {
      const body: unknown = await this.buildPromise(methodName, controller, validatedArgs);
      writeJson(response, successStatus ?? 200, body);
    } catch (error) {
      next(error);
    }
  }
}
