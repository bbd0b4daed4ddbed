/**
 * The whole of our own API: what each operation asks of the services and how its answer looks. REST and SOAP both call this
 * table and nothing else, so neither can do more, less or otherwise than the other. A new operation of the WSDL does not
 * compile until it stands here.
 */
import type { OperationTypes, PutOrderRequest } from '../../../generated/contract';
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import type { PageWish, PutOrder } from '../../services/wishes';
import { present, readInstant } from './absent';
import { formsShape, ledgerShape, suggestionShape } from './order-shapes';
import { foundOrders, foundReturns, orderReturns, orderSearch, returnSearch } from './searches';
import {
  orderPage,
  orderShape,
  possibleShape,
  quoteShape,
  refundPage,
  refundShape,
  returnPage,
  returnShape,
  statusShape,
  wholeRefund,
} from './shapes';
import { putTicketWish, ticketPage, ticketShape } from './ticket-shapes';

export type OperationName = keyof OperationTypes;

/** One row of the table. Amounts, ids and texts pass as they are: the services read them. */
type OperationCall<N extends OperationName> = (
  services: Services,
  caller: Caller,
  request: OperationTypes[N]['request'],
) => Promise<OperationTypes[N]['response']>;

const OPERATION_CALLS = {
  addAutomaticRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.addAutomatic(caller, wish)),
  addAutomaticRefundForOrder: async ({ refunds }, caller, wish) =>
    refundShape(await refunds.addAutomaticForOrder(caller, wish)),
  addManualRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.addManual(caller, wish)),
  getPossibleAutoRefunds: async ({ refundReader }, caller, wish) =>
    possibleShape(await refundReader.possible(caller, wish)),
  getRefundStatus: async ({ refundReader }, caller, { refundId }) =>
    statusShape(await refundReader.status(caller, refundId)),
  updateRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.update(caller, wish)),
  confirmRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.confirm(caller, wish)),
  cancelRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.cancel(caller, wish)),
  resolveRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.resolve(caller, wish)),
  retrieveRefundsList: async ({ refundReader }, caller, { state, sourceType, orderId, details, ...page }) => {
    const wish = { ...present({ state, sourceType, orderId }), ...pageWish(page) };
    return refundPage(await refundReader.list(caller, wish), details);
  },
  getRefund: async ({ refundReader }, caller, { refundId, details }) =>
    wholeRefund(await refundReader.get(caller, refundId), details),
  quoteRefund: async ({ refundReader }, caller, wish) => quoteShape(await refundReader.quote(caller, wish)),

  putOrder: async ({ orders }, caller, request) => orderShape(await orders.put(caller, putOrderWish(request))),
  getOrder: async ({ orders }, caller, { orderId, details }) => orderShape(await orders.get(caller, orderId), details),
  listOrders: async ({ orders }, caller, { fulfilment, details, ...page }) =>
    orderPage(await orders.list(caller, { ...present({ fulfilment }), ...pageWish(page) }), details),

  // Whoever says what is new in the request knows the members that tell it.
  openReturn: async ({ returns }, caller, wish) => returnShape(await returns.open(caller, wish), saysMore(wish)),
  getReturn: async ({ returns }, caller, { returnId, details }) =>
    returnShape(await returns.get(caller, returnId), details),
  listReturns: async ({ returns }, caller, { state, kind, orderId, details, ...page }) =>
    returnPage(await returns.list(caller, { ...present({ state, kind, orderId }), ...pageWish(page) }), details),
  acceptReturn: async ({ returns }, caller, wish) => returnShape(await returns.accept(caller, wish)),
  rejectReturn: async ({ returns }, caller, wish) => returnShape(await returns.reject(caller, wish)),
  receiveReturn: async ({ returns }, caller, wish) => returnShape(await returns.receive(caller, wish)),
  closeReturn: async ({ returns }, caller, wish) => returnShape(await returns.close(caller, wish)),
  cancelReturn: async ({ returns }, caller, wish) => returnShape(await returns.cancel(caller, wish)),
  reopenReturn: async ({ returns }, caller, wish) => returnShape(await returns.reopen(caller, wish)),

  addComposedRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.addComposed(caller, wish), true),
  suggestRefund: async ({ refundReader }, caller, wish) => suggestionShape(await refundReader.suggest(caller, wish)),
  getRefundForms: async ({ refundReader }, caller, { orderId }) =>
    formsShape(orderId, await refundReader.forms(caller, orderId)),
  getOrderLedger: async ({ refundReader }, caller, { orderId }) =>
    ledgerShape(await refundReader.ledger(caller, orderId)),
  choosePayback: async ({ returns }, caller, wish) => returnShape(await returns.choosePayback(caller, wish), true),
  withdrawReturn: async ({ returns }, caller, wish) => returnShape(await returns.withdraw(caller, wish), true),

  putTicket: async ({ tickets }, caller, request) => ticketShape(await tickets.put(caller, putTicketWish(request))),
  getTicket: async ({ tickets }, caller, { code }) => ticketShape(await tickets.get(caller, code)),
  listTickets: async ({ tickets }, caller, { state, platform, ...page }) =>
    ticketPage(await tickets.list(caller, { ...present({ state, platform }), ...pageWish(page) })),
  addJointRefund: async ({ refunds }, caller, wish) => refundShape(await refunds.addJoint(caller, wish), true),
  confirmOrder: async ({ orders }, caller, wish) => orderShape(await orders.confirm(caller, wish), true),
  sendOrder: async ({ orders }, caller, wish) => orderShape(await orders.send(caller, wish), true),
  cancelOrder: async ({ orders }, caller, wish) => orderShape(await orders.cancel(caller, wish), true),
  getOrderReturns: async ({ refundReader }, caller, { orderId }) =>
    orderReturns(orderId, await refundReader.ofReturns(caller, orderId)),
  searchOrders: async ({ sources }, caller, request) => foundOrders(await sources.orders(caller, orderSearch(request))),
  searchReturns: async ({ sources }, caller, request) =>
    foundReturns(await sources.returns(caller, returnSearch(request))),
  amendReturn: async ({ returns }, caller, { returnId, reference, note }) => {
    // Empty text takes away what was written; SOAP has no other word for it.
    const texts = present({ reference: reference === '' ? null : reference, note: note === '' ? null : note });
    return returnShape(await returns.amend(caller, { returnId, ...texts }), true);
  },
  closeReturnAnyway: async ({ returns }, caller, wish) => returnShape(await returns.closeAnyway(caller, wish), true),
} satisfies { [N in OperationName]: OperationCall<N> };

/** Calls the operation of this name. The compiler cannot follow a name through the table, hence the one cast. */
export function callOperation<N extends OperationName>(
  name: N,
  services: Services,
  caller: Caller,
  request: OperationTypes[N]['request'],
): Promise<OperationTypes[N]['response']> {
  const call = OPERATION_CALLS[name] as unknown as OperationCall<N>;
  return call(services, caller, request);
}

function saysMore({ payback, reasonCode, customer }: OperationTypes['openReturn']['request']): boolean {
  return [payback, reasonCode, customer].some((member) => member !== undefined);
}

interface PageRequest {
  readonly since?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A cursor is opaque to callers; to us it is the last id of the page before. */
function pageWish({ since, cursor, limit }: PageRequest): PageWish & { readonly since?: number } {
  return present({
    since: readInstant(since, 'since'),
    cursor: cursor === undefined ? undefined : Number(cursor),
    limit,
  });
}

function putOrderWish({ placedAt, deliveredAt, payments, ...rest }: PutOrderRequest): PutOrder {
  return {
    ...rest,
    ...present({
      placedAt: readInstant(placedAt, 'placedAt'),
      deliveredAt: readInstant(deliveredAt, 'deliveredAt'),
    }),
    payments: payments.map(({ capturedAt, ...payment }, index) => ({
      ...payment,
      ...present({ capturedAt: readInstant(capturedAt, `payments[${index}].capturedAt`) }),
    })),
  };
}
