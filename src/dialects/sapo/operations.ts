/** What can be asked of this platform, and which wish of ours each is. */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { LedgerRefund, OrderLedger } from '../../services/views';
import { idIn } from './ids';
import { onlyFields, pageFrom, pageOf, type Query } from './list-query';
import { fulfilmentOf, orderShape } from './order-shape';
import { refundShape } from './refund-shape';
import { transactionShapes } from './transaction-shape';

/** As it came. */
export interface Given {
  readonly orderId?: string;
  readonly id?: string;
  readonly query?: object;
}

export type OperationName =
  | 'listOrders'
  | 'getOrder'
  | 'listRefunds'
  | 'getRefund'
  | 'listTransactions'
  | 'countTransactions'
  | 'getTransaction';

interface Asked {
  readonly services: Services;
  readonly caller: Caller;
  readonly orderId: string;
  readonly id: string;
  readonly query: Query;
}

const OPERATIONS: Readonly<Record<OperationName, (asked: Asked) => Promise<object>>> = {
  async listOrders({ services, caller, query }) {
    const { page, limit, sinceId: after } = pageOf(query);
    const fulfilment = fulfilmentOf(query['status']);
    const wish = { page, limit, after, ...(fulfilment === undefined ? {} : { fulfilment }) };
    const ledgers = await services.refundReader.ledgers(caller, wish);
    return { orders: ledgers.map((ledger) => onlyFields(orderShape(ledger), query)) };
  },
  async getOrder(asked) {
    return { order: onlyFields(orderShape(await ledgerOf(asked)), asked.query) };
  },
  async listRefunds(asked) {
    const ledger = await ledgerOf(asked);
    const refunds = ledger.refunds.map((refund) => refundShape(ledger, refund));
    return { refunds: pageFrom(refunds, asked.query).map((refund) => onlyFields(refund, asked.query)) };
  },
  async getRefund(asked) {
    const ledger = await ledgerOf(asked);
    return { refund: onlyFields(refundShape(ledger, refundIn(ledger, idIn(asked.id))), asked.query) };
  },
  async listTransactions(asked) {
    const transactions = transactionShapes(await ledgerOf(asked));
    return { transactions: pageFrom(transactions, asked.query).map((one) => onlyFields(one, asked.query)) };
  },
  async countTransactions(asked) {
    return { count: transactionShapes(await ledgerOf(asked)).length };
  },
  async getTransaction(asked) {
    const id = idIn(asked.id);
    const found = transactionShapes(await ledgerOf(asked)).find((one) => one.id === id);
    if (!found) throw new Refusal('payment_not_found', `order ${asked.orderId} has no transaction ${id}`);
    return { transaction: onlyFields(found, asked.query) };
  },
};

export function carryOut(name: OperationName, services: Services, caller: Caller, given: Given): Promise<object> {
  const { orderId = '', id = '', query = {} } = given;
  return OPERATIONS[name]({ services, caller, orderId, id, query: query as Query });
}

async function ledgerOf({ services, caller, orderId }: Asked): Promise<OrderLedger> {
  return services.refundReader.ledger(caller, idIn(orderId));
}

/** A refund of another order is not there. */
function refundIn({ order, refunds }: OrderLedger, id: number): LedgerRefund {
  const found = refunds.find(({ refund }) => refund.id === id);
  if (found) return found;
  throw new Refusal('refund_not_found', `order ${order.id} has no refund ${id}`);
}
