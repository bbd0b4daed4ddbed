/**
 * What the generated routes call. What is right about a request is checked in params.ts, in this platform's own words: unknown
 * members are passed over, and amounts are exact text (contract, rules 8 and SAPO-9).
 */
import type { Response } from 'express';
import { writeJson } from '../../rest/answer';
import { UncheckedTemplateService } from '../../rest/operation-template';
import { callLimitOf } from './call-limit';

export class WrappedTemplateService extends UncheckedTemplateService {
  protected override answer(response: Response, status: number, value: unknown): void {
    writeJson(response, status, value, callLimitOf(response));
  }
}
