/** What can be asked of this platform, and which wish of ours each is. */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { LedgerRefund, OrderLedger } from '../../services/views';
import { calculationShape } from './calculation-shape';
import { idIn } from './ids';
import { onlyFields, pageFrom, pageOf, type Query } from './list-query';
import { fulfilmentOf, orderShape } from './order-shape';
import { readCalculation, readRefund, readTransaction } from './params';
import { refundShape } from './refund-shape';
import { movementShapes, transactionShapes } from './transaction-shape';

/** As it came. */
export interface Given {
  readonly orderId?: string;
  readonly id?: string;
  readonly query?: object;
  readonly body?: object;
}

export type OperationName =
  | 'listOrders'
  | 'getOrder'
  | 'listRefunds'
  | 'getRefund'
  | 'createRefund'
  | 'calculateRefund'
  | 'listTransactions'
  | 'countTransactions'
  | 'getTransaction'
  | 'createTransaction';

interface Asked {
  readonly services: Services;
  readonly caller: Caller;
  readonly orderId: string;
  readonly id: string;
  readonly query: Query;
  readonly body: object;
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
  async createRefund(asked) {
    const wish = readRefund(idIn(asked.orderId), asked.body);
    const { id } = await asked.services.refunds.addComposed(asked.caller, wish);
    const ledger = await ledgerOf(asked);
    return { refund: refundShape(ledger, refundIn(ledger, id)) };
  },
  async calculateRefund({ services, caller, orderId, body }) {
    const wish = readCalculation(idIn(orderId), body);
    return { refund: calculationShape(await services.refundReader.suggest(caller, wish)) };
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
  async createTransaction(asked) {
    const wish = readTransaction(idIn(asked.orderId), asked.body);
    const { id } = await asked.services.refunds.addComposed(asked.caller, wish);
    const ledger = await ledgerOf(asked);
    const [transaction] = movementShapes(ledger.order, refundIn(ledger, id).refund);
    return { transaction };
  },
};

export function carryOut(name: OperationName, services: Services, caller: Caller, given: Given): Promise<object> {
  const { orderId = '', id = '', query = {}, body = {} } = given;
  return OPERATIONS[name]({ services, caller, orderId, id, query: query as Query, body });
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
