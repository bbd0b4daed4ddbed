/** Orders, read only (contract, section 7; choice SKY-17). */
import { Get, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Caller } from '../../domain/access';
import type { Fulfilment } from '../../domain/order';
import type { Services } from '../../services/services';
import { orderBody, STATUSES } from './order-shape';
import { textIn, textsIn, wholeIn, type Members } from './params';
import type { OrderBody, OrderList, OrderQuery, PlainError } from './shapes';

const FULFILMENTS = Object.keys(STATUSES) as Fulfilment[];
const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 100;
const LAST_PAGE = 1_000_000_000;

@Route('orders')
@Tags('Orders')
@Security({ UserEmail: [], ApiKey: [], AccountManagerKey: [] })
@Response<PlainError>(401, 'Unauthorized')
@Response<PlainError>(403, 'Forbidden')
@Response<PlainError>(404, 'Not found')
@Response<PlainError>(406, 'Not acceptable')
@Response<PlainError>(422, 'A rule is broken')
@Response<PlainError>(500, 'Internal server error')
export class OrdersController {
  constructor(
    private readonly services: Services,
    private readonly caller: Caller,
  ) {}

  /** Lists the orders that came through a sales channel, by the shop's own ids of them: the lowest first. */
  @Get()
  @OperationId('listOrders')
  async list(@Queries() query: OrderQuery): Promise<OrderList> {
    const given = query as Members;
    const channel = textIn(given, 'filters[sale_system]');
    const statuses = textsIn(given, 'filters[statuses]');
    const { items, total } = await this.services.orders.ofChannels(this.caller, {
      page: wholeIn(given, 'page', 1, 1, LAST_PAGE),
      limit: wholeIn(given, 'per_page', DEFAULT_PAGE, 1, LARGEST_PAGE),
      ...(channel === undefined ? {} : { channel }),
      ...(statuses === undefined
        ? {}
        : { fulfilments: FULFILMENTS.filter((one) => statuses.includes(STATUSES[one].code)) }),
    });
    const { timezone } = await this.services.shops.of(this.caller);
    return { total, orders: items.map((order) => orderBody(order, timezone)) };
  }

  /** Shows the order of this code. */
  @Get('{code}')
  @OperationId('getOrder')
  async get(@Path() code: string): Promise<OrderBody> {
    const order = await this.services.orders.coded(this.caller, code);
    const { timezone } = await this.services.shops.of(this.caller);
    return orderBody(order, timezone);
  }
}
