/** What can be asked of this platform, and which wish of ours each is. */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { LedgerRefund, OrderLedger } from '../../services/views';
import type { AddComposedRefund } from '../../services/wishes';
import { calculationShape } from './calculation-shape';
import { ofPostedTransaction } from './faults';
import { FORMS, type Form } from './form';
import { idIn } from './ids';
import { LedgerShapes } from './ledger-shapes';
import { idsOf, onlyFields, pageFrom, pageOf, periodOf, type Query } from './list-query';
import { fulfilmentsOf } from './order-shape';
import { readCalculation, readRefund, readTransaction } from './params';
import type { SapoSettings } from './settings';

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
  readonly form: Form;
}

const OPERATIONS: Readonly<Record<OperationName, (asked: Asked) => Promise<object>>> = {
  async listOrders({ services, caller, query, form }) {
    const { page, limit, sinceId: after } = pageOf(query);
    const ids = idsOf(query);
    const fulfilments = fulfilmentsOf(query);
    const ledgers = await services.refundReader.ledgers(caller, {
      ...{ page, limit, after, created: periodOf(query, 'created_on'), updated: periodOf(query, 'modified_on') },
      ...(ids === undefined ? {} : { ids }),
      ...(fulfilments === undefined ? {} : { fulfilments }),
    });
    return { orders: ledgers.map((ledger) => onlyFields(new LedgerShapes(ledger, form).order(), query)) };
  },
  async getOrder(asked) {
    return { order: onlyFields((await shapesOf(asked)).order(), asked.query) };
  },
  async listRefunds(asked) {
    const refunds = (await shapesOf(asked)).refunds();
    return { refunds: pageFrom(refunds, asked.query).map((refund) => onlyFields(refund, asked.query)) };
  },
  async getRefund(asked) {
    const shapes = await shapesOf(asked);
    return { refund: onlyFields(shapes.refund(refundIn(shapes.ledger, idIn(asked.id))), asked.query) };
  },
  async createRefund(asked) {
    const id = await added(asked, readRefund(idIn(asked.orderId), asked.body));
    const shapes = await shapesOf(asked);
    return { refund: shapes.refund(refundIn(shapes.ledger, id)) };
  },
  async calculateRefund({ services, caller, orderId, body, form }) {
    const wish = readCalculation(idIn(orderId), body);
    return { refund: calculationShape(await services.refundReader.suggest(caller, wish), form) };
  },
  async listTransactions(asked) {
    const transactions = (await shapesOf(asked)).transactions();
    return { transactions: pageFrom(transactions, asked.query).map((one) => onlyFields(one, asked.query)) };
  },
  async countTransactions(asked) {
    return { count: (await shapesOf(asked)).transactions().length };
  },
  async getTransaction(asked) {
    const id = idIn(asked.id);
    const found = (await shapesOf(asked)).transactions().find((one) => one.id === id);
    if (!found) throw new Refusal('payment_not_found', `order ${asked.orderId} has no transaction ${id}`);
    return { transaction: onlyFields(found, asked.query) };
  },
  async createTransaction(asked) {
    const wish = readTransaction(idIn(asked.orderId), asked.body);
    const id = await added(asked, wish).catch((error: unknown) => {
      throw ofPostedTransaction(error);
    });
    const shapes = await shapesOf(asked);
    const [transaction] = shapes.movements(refundIn(shapes.ledger, id));
    return { transaction };
  },
};

export function carryOut(
  name: OperationName,
  services: Services,
  caller: Caller,
  given: Given,
  { money }: Pick<SapoSettings, 'money'>,
): Promise<object> {
  const { orderId = '', id = '', query = {}, body = {} } = given;
  return OPERATIONS[name]({ services, caller, orderId, id, query: query as Query, body, form: FORMS[money] });
}

/** Its answer is told from the ledger: who may not read that is refused before any money moves. */
async function added({ services, caller }: Asked, wish: AddComposedRefund): Promise<number> {
  services.refundReader.requireLedgers(caller);
  return (await services.refunds.addComposed(caller, wish)).id;
}

async function shapesOf({ services, caller, orderId, form }: Asked): Promise<LedgerShapes> {
  return new LedgerShapes(await services.refundReader.ledger(caller, idIn(orderId)), form);
}

/** A refund of another order is not there. */
function refundIn({ order, refunds }: OrderLedger, id: number): LedgerRefund {
  const found = refunds.find(({ refund }) => refund.id === id);
  if (found) return found;
  throw new Refusal('refund_not_found', `order ${order.id} has no refund ${id}`);
}
