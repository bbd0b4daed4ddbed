/** Instances: what a customer asks for, to cancel, to return or to exchange (contract, section 4). */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Path,
  Post,
  Put,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { Caller } from '../../domain/access';
import type { Order } from '../../domain/order';
import { Refusal } from '../../domain/refusal';
import type { Return } from '../../domain/return';
import type { Services } from '../../services/services';
import { readBody } from './body';
import { instanceBody } from './instance-shape';
import { formsIn, instanceIn, openingWish } from './instance-wish';
import { memberAt, requiredText, wrong } from './params';
import type { SkyhubSettings } from './settings';
import type { InstanceBody, InstanceChangeBody, InstanceList, NewInstanceBody, OneInstance, SacError } from './shapes';

const LONGEST_ID = 100;

@Route('sac')
@Tags('SAC')
@Security({ UserEmail: [], ApiKey: [], AccountManagerKey: [] })
@Response<SacError>(400, 'No body, or no JSON')
@Response<SacError>(401, 'Unauthorized')
@Response<SacError>(403, 'Forbidden')
@Response<SacError>(404, 'Not found')
@Response<SacError>(406, 'Not acceptable')
@Response<SacError>(415, 'No JSON in UTF-8')
@Response<SacError>(422, 'A rule is broken')
@Response<SacError>(429, 'Too many requests, where the deployment paces them')
@Response<SacError>(500, 'Internal server error')
@Response<SacError>(503, 'Busy')
export class InstancesController {
  constructor(
    private readonly services: Services,
    private readonly caller: Caller,
    private readonly settings: SkyhubSettings,
  ) {}

  /** Lists the instances of the order, oldest first; those that were opened through another door as well. */
  @Get('{code}/instances')
  @OperationId('listInstances')
  async list(@Path() code: string): Promise<InstanceList> {
    const order = await this.order(code);
    const stories = await this.services.refundReader.ofReturns(this.caller, order.id);
    return { instances: stories.map((story) => instanceBody(order, story, this.settings)) };
  }

  /** Opens an instance. */
  @Post('{code}/instances')
  @OperationId('createInstance')
  @SuccessResponse(201, 'Created')
  @Middlewares(readBody)
  async create(@Path() code: string, @Body() body: NewInstanceBody): Promise<OneInstance> {
    const order = await this.order(code);
    const opened = await this.services.returns.open(this.caller, openingWish(instanceIn(body), order, this.settings));
    // The whole object, and no Location (choice SKY-8); as it was opened, so that a repeated key hears the same again.
    return { instance: this.undecided(order, opened) };
  }

  /** Our extension: withdraws an instance, or replaces the forms in which it is paid back (choice SKY-11). */
  @Put('{code}/instances')
  @OperationId('changeInstance')
  @Middlewares(readBody)
  async change(@Path() code: string, @Body() body: InstanceChangeBody): Promise<OneInstance> {
    const order = await this.order(code);
    const given = instanceIn(body);
    const id = requiredText(given, 'instance.id', LONGEST_ID);
    const [status, refunds] = [memberAt(given, 'instance.status'), memberAt(given, 'instance.refunds')];
    const returnId = Number((await this.instance(order, id)).id);
    if (status === 'CANCELLED' && refunds === undefined) {
      await this.services.returns.withdraw(this.caller, { returnId });
      return { instance: await this.instance(order, id) };
    }
    if (status === undefined && refunds !== undefined) {
      const payback = formsIn(given, order, this.settings);
      return {
        instance: this.undecided(order, await this.services.returns.choosePayback(this.caller, { returnId, payback })),
      };
    }
    throw wrong('instance', 'must have either the status CANCELLED or refunds');
  }

  private order(code: string): Promise<Order> {
    return this.services.orders.coded(this.caller, code);
  }

  /** Nobody has decided about it, so it has no refunds. */
  private undecided(order: Order, returned: Return): InstanceBody {
    return instanceBody(order, { returned, refunds: [] }, this.settings);
  }

  private async instance(order: Order, id: string): Promise<InstanceBody> {
    const stories = await this.services.refundReader.ofReturns(this.caller, order.id);
    const story = stories.find(({ returned }) => String(returned.id) === id);
    if (!story) throw new Refusal('return_not_found', `the order has no instance ${id}`, 'instance.id');
    return instanceBody(order, story, this.settings);
  }
}
