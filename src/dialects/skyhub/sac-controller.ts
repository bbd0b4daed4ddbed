/** What customers ask of an order: its items, for the requests to give them back (contract, sections 3 to 5). */
import { Get, OperationId, Path, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import { itemBody } from './order-shape';
import { formBody } from './refund-forms';
import type { SkyhubSettings } from './settings';
import type { ItemList, RefundFormList, SacError } from './shapes';

@Route('sac')
@Tags('SAC')
@Security({ UserEmail: [], ApiKey: [], AccountManagerKey: [] })
@Response<SacError>(401, 'Unauthorized')
@Response<SacError>(403, 'Forbidden')
@Response<SacError>(404, 'Not found')
@Response<SacError>(406, 'Not acceptable')
@Response<SacError>(422, 'A rule is broken')
@Response<SacError>(429, 'Too many requests, where the deployment paces them')
@Response<SacError>(500, 'Internal server error')
export class SacController {
  constructor(
    private readonly services: Services,
    private readonly caller: Caller,
    private readonly settings: SkyhubSettings,
  ) {}

  /** Lists the items of the order; the bare code of the order will do, as its number or as its ticket has it (SKY-6). */
  @Get('{code}/items')
  @OperationId('listItems')
  async items(@Path() code: string): Promise<ItemList> {
    const order = await this.services.orders.coded(this.caller, code, { orBare: true });
    return { items: order.lines.map((line) => itemBody(order, line)) };
  }

  /** Lists in which forms the money of the order can be given back, and how much of it. */
  @Get('{code}/refunds')
  @OperationId('listRefundForms')
  async refunds(@Path() code: string): Promise<RefundFormList> {
    const order = await this.services.orders.coded(this.caller, code);
    const { currency, forms } = await this.services.refundReader.forms(this.caller, order.id);
    return { refunds: forms.map((form) => formBody(form, currency, this.settings.forms)) };
  }
}
