/** What the generated routes of every REST door call between express and a controller. */
import { ExpressTemplateService } from '@tsoa/runtime';
import type { Response } from 'express';
import { writeJson } from './answer';

export type GivenArguments = Parameters<ExpressTemplateService['getValidatedArgs']>[0];
type Call = Omit<Parameters<ExpressTemplateService['apiHandler']>[0], 'successStatus'> & {
  readonly successStatus?: number | undefined;
};

/** Every operation answers with a value; what it throws instead is for the door to tell. */
export class OperationTemplateService extends ExpressTemplateService {
  override async apiHandler(call: Call): Promise<void> {
    const { methodName, controller, validatedArgs, response, next, successStatus = 200 } = call;
    try {
      this.answer(response, successStatus, await this.buildPromise(methodName, controller, validatedArgs));
    } catch (error) {
      next(error);
    }
  }

  protected answer(response: Response, status: number, value: unknown): void {
    writeJson(response, status, value);
  }
}

/** For doors that judge what they are given in their platform's own words: path, query and body are handed over as they came. */
export class UncheckedTemplateService extends OperationTemplateService {
  override getValidatedArgs({ args, request }: GivenArguments): unknown[] {
    return Object.values(args).map(({ in: where, name }): unknown => {
      if (where === 'path') return request.params[name];
      return where === 'body' ? request.body : request.query;
    });
  }
}
