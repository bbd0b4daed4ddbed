/**
 * What the generated routes call. What is right about a request is checked by the operations, in this platform's own words:
 * unknown members are passed over, and amounts are exact text.
 */
import type { Request, Response } from 'express';
import { UncheckedTemplateService } from '../../rest/operation-template';
import { reply } from './reply';

const CREATED = 201;

export class ResourceTemplateService extends UncheckedTemplateService {
  protected override answer(response: Response, status: number, value: { readonly resource_uri?: string }): void {
    // What was made says where it is (contract, section 2).
    const headers = status === CREATED && value.resource_uri ? { Location: value.resource_uri } : {};
    reply(response.req as Request, response, status, value, headers);
  }
}
