/** How searches are asked and answered: by many ids, numbers or days at once, page by counted page. */
import type * as contract from '../../../generated/contract';
import type { Period } from '../../services/ports-of-searches';
import type { Counted, OrderWithEntries, ReturnStory, ReturnWithRefunds } from '../../services/views';
import type { FindOrders, FindReturns } from '../../services/wishes';
import { instantOf, present, readInstant } from './absent';
import { orderSummary, paymentShape, refundShape, returnShape } from './shapes';

export function orderSearch(request: contract.SearchOrdersRequest): FindOrders {
  const { orderIds, orderNumbers, fulfilments, placedFrom, placedBefore, updatedFrom, updatedBefore, page, limit } =
    request;
  return {
    ...present({
      ids: orderIds,
      numbers: orderNumbers,
      fulfilments,
      placed: period({ placedFrom, placedBefore }),
      updated: period({ updatedFrom, updatedBefore }),
    }),
    ...{ page, limit },
  };
}

export function returnSearch(request: contract.SearchReturnsRequest): FindReturns {
  const { sourceType, returnIds, orderIds, states, payout, openedFrom, openedBefore, page, limit } = request;
  const opened = period({ openedFrom, openedBefore });
  return { sourceType, ...present({ ids: returnIds, orderIds, states, payout, opened }), ...{ page, limit } };
}

/** @param bounds the first instant and the one after the last, by the names of their members */
function period(bounds: Readonly<Record<string, string | undefined>>): Period | undefined {
  const [from, before] = Object.entries(bounds).map(([field, text]) => readInstant(text, field));
  return from === undefined && before === undefined ? undefined : present({ from, before });
}

export function foundOrders({ items, total }: Counted<OrderWithEntries>): contract.FoundOrders {
  const orders = items.map(({ order, payments, refunds }) => ({
    order: orderSummary(order, true),
    payments: payments.map((payment) => paymentShape(payment, order.currency)),
    refunds: refunds.map((refund) => refundShape(refund, true)),
  }));
  return { orders, total };
}

export function foundReturns({ items, total }: Counted<ReturnWithRefunds>): contract.FoundReturns {
  const returns = items.map(({ returned, orderNumber, refunds }) => ({
    returnCase: returnShape(returned, true),
    ...present({ orderNumber }),
    refunds: refunds.map((refund) => refundShape(refund, true)),
  }));
  return { returns, total };
}

export function orderReturns(orderId: number, stories: readonly ReturnStory[]): contract.OrderReturns {
  const returns = stories.map(({ returned, decidedAt, refunds }) => ({
    returnCase: returnShape(returned, true),
    ...present({ decidedAt: instantOf(decidedAt) }),
    refunds: refunds.map((refund) => refundShape(refund, true)),
  }));
  return { orderId, returns };
}
