/** What the generated routes call. The members of a request are read in methods.ts, by one check for every protocol. */
import { ExpressTemplateService } from '@tsoa/runtime';
import { writeJson } from '../../rest/answer';
import type { Reply } from './reply';

type Arguments = Parameters<ExpressTemplateService['getValidatedArgs']>[0];
type Call = Omit<Parameters<ExpressTemplateService['apiHandler']>[0], 'successStatus'> & {
  readonly successStatus?: number | undefined;
};

const MULTI_STATUS = 207;

export class ReplyTemplateService extends ExpressTemplateService {
  /** The body or the query as it came: unknown items are passed over, and types are the dialect's to judge. */
  override getValidatedArgs({ args, request }: Arguments): unknown[] {
    return Object.values(args).map(({ in: where }) => (where === 'body' ? request.body : request.query) as unknown);
  }

  /** A refusal of the method is Multi-Status (choice IDO-4); what a method throws is for the door. */
  override async apiHandler({ methodName, controller, validatedArgs, response, next }: Call): Promise<void> {
    try {
      const { body, fault } = (await this.buildPromise(methodName, controller, validatedArgs)) as Reply;
      writeJson(response, fault ? MULTI_STATUS : 200, fault ? { ...body, errors: fault } : body);
    } catch (error) {
      next(error);
    }
  }
}
