/** The orders gate, for reading: orders with the payments and refunds that are numbered in them (contract, section 6). */
import type { OrderWithEntries } from '../../services/views';
import { listReply, pageOf, type Neighbour, type PageNames } from './neighbour';
import { fulfilmentsOf, ORDER_STATUS } from './order-status';
import { wrongFormat, type Params } from './params';
import { paymentPrepaid, refundPrepaid } from './prepaid';
import { periodIn, type Span } from './shop-time';

const PAGE: PageNames = {
  list: 'Results',
  all: 'resultsNumberAll',
  pages: 'resultsNumberPage',
  page: 'resultsPage',
  limit: 'resultsLimit',
};

/** By which of its times an order is looked for; the platform has more of them than we know (choice IDO-29). */
const DATE_TYPES = { add: 'placed', modified: 'updated' } as const;

export const getOrders: Neighbour = async ({ services, caller, params }) => {
  const ids = params.ids('ordersSerialNumbers');
  const numbers = params.texts('ordersIds');
  const statuses = params.texts('ordersStatuses');
  const { dateType, span } = readRange(params.inside('ordersRange').inside('ordersDateRange'));
  const page = pageOf(params, 'resultsPage', 'resultsLimit');
  const { timezone } = await services.shops.of(caller);
  const found = await services.sources.orders(caller, {
    ...page,
    ...(ids === undefined ? {} : { ids }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(statuses === undefined ? {} : { fulfilments: fulfilmentsOf(statuses) }),
    [DATE_TYPES[dateType]]: periodIn(timezone, span),
  });
  return listReply(found, page, PAGE, orderShape);
};

function readRange(range: Params): { readonly dateType: keyof typeof DATE_TYPES; readonly span: Span } {
  const dateType = range.textIfGiven('ordersDateType') ?? 'add';
  if (dateType !== 'add' && dateType !== 'modified') throw wrongFormat('ordersDateType', 'must be add or modified');
  return { dateType, span: range.span('ordersDateBegin', 'ordersDateEnd') };
}

/** The serial number is our id of the order; the id is what the customer knows it by (choice IDO-28). */
function orderShape({ order, payments, refunds }: OrderWithEntries): object {
  const { id, number = String(id), currency, fulfilment } = order;
  return {
    orderId: number,
    orderSerialNumber: id,
    orderDetails: {
      orderStatus: ORDER_STATUS[fulfilment],
      payments: { orderCurrency: { currencyId: currency } },
      prepaids: [
        ...payments.map((payment) => paymentPrepaid(id, currency, payment)),
        ...refunds.map((refund) => refundPrepaid(refund)),
      ],
    },
  };
}
