/**
 * What the generated routes call. The members of a request are read in methods.ts, by one check for every protocol; unknown ones
 * are passed over.
 */
import type { Response } from 'express';
import { writeJson } from '../../rest/answer';
import { UncheckedTemplateService } from '../../rest/operation-template';
import type { Reply } from './reply';

const MULTI_STATUS = 207;

export class ReplyTemplateService extends UncheckedTemplateService {
  /** A refusal of the method is Multi-Status (choice IDO-4); what a method throws is for the door. */
  protected override answer(response: Response, _status: number, { body, fault }: Reply): void {
    writeJson(response, fault ? MULTI_STATUS : 200, fault ? { ...body, errors: fault } : body);
  }
}
