/** What a case of the parity suite is, and the small words that cases are told in. */
import type { OperationTypes, PutOrderRequest } from '../../../generated/contract';
import { callOperation } from '../../../src/dialects/own/operations';
import type { RefusalCode } from '../../../src/domain/refusal';
import type { AnyRequest, AskOptions, OperationName } from '../../clients/doors';
import { NOW } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';

/** Prepares the world, through the services. What it opens, such as a full queue, it closes in what it answers. */
export type Step = (world: GatewayUnderTest) => Promise<unknown>;

export interface Case {
  /** A sentence that continues "over every door ...". */
  readonly name: string;
  readonly given: readonly Step[];
  readonly request: AnyRequest;
  readonly options: AskOptions | ((world: GatewayUnderTest) => Promise<AskOptions>);
  /**
   * What the answer holds at least, where equal answers would not be enough: three doors can be wrong alike. A member that is
   * undefined here is absent there.
   */
  readonly holds?: Readonly<Record<string, unknown>>;
  /** Absent: it is answered. */
  readonly refused?: { readonly code: RefusalCode; readonly field: string | undefined };
}

type CaseOptions = Case['options'];

/** A wish that is granted. Typed, so that what a case asks for is in the contract. */
export function granted<N extends OperationName>(
  _operation: N,
  name: string,
  given: readonly Step[],
  request: OperationTypes[N]['request'],
  options: CaseOptions = {},
  holds: Readonly<Record<string, unknown>> = {},
): Case {
  return { name, given, request: { ...request }, options, holds };
}

/** A wish that is refused; often one that the contract forbids. */
export function refused(
  code: RefusalCode,
  field: string | undefined,
  name: string,
  given: readonly Step[],
  request: AnyRequest,
  options: CaseOptions = {},
): Case {
  return { name, given, request, options, refused: { code, field } };
}

/** A step that asks the services for what the operation does, as the shop's own key. */
export function did<N extends OperationName>(
  operation: N,
  request: OperationTypes[N]['request'],
  idempotencyKey?: string,
): Step {
  return ({ services, caller }) => {
    const by = { ...caller, ...(idempotencyKey !== undefined && { idempotencyKey }) };
    return callOperation(operation, services, by, request);
  };
}

export const drained: Step = (world) => world.drain();

/** The clock moves on. */
export function later(durationMs: number): Step {
  return ({ clock }) => Promise.resolve(clock.pass(durationMs));
}

export const DAY_MS = 24 * 60 * 60 * 1000;
export const ago = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();

/** Letters that suffer on bad roads: Polish, Vietnamese, emoji, XML's own, blanks that matter. */
export const HARD_TEXT = ' Zażółć gęślą jaźń – Tiếng Việt: đổi trả ₫ 😀👩‍👧 <b>&amp;"it\'s"</b> ]]>\n\tend ';

/** 99.00 PLN: two payments that providers can give back, 80.00 and 14.00, and 5.00 that was cash. */
export const ORDER: PutOrderRequest = {
  orderId: 5,
  orderNumber: 'N/2026/5',
  currency: 'PLN',
  fulfilment: 'fulfilled',
  channel: 'web',
  placedAt: ago(6),
  deliveredAt: ago(3),
  taxIncluded: true,
  shipping: '10.00',
  lines: [
    { lineId: 1, sku: 'mug', name: 'Kubek', quantity: 3, price: '20.00', discount: '1.00', tax: '5.00' },
    { lineId: 2, sku: 'cup', name: 'Filiżanka', quantity: 1, price: '30.00' },
  ],
  payments: [
    { paymentId: 1, provider: 'simulated', method: 'card', amount: '80.00', reference: 'pay_1', capturedAt: ago(6) },
    { paymentId: 2, provider: 'simulated', method: 'voucher', amount: '14.00', reference: 'pay_2', refundable: true },
    { paymentId: 3, provider: 'till', method: 'cash', amount: '5.00' },
  ],
};

export const ordered: Step = did('putOrder', ORDER);

/** The order with other features. */
export const orderedAs = (changes: Partial<PutOrderRequest>): Step => did('putOrder', { ...ORDER, ...changes });

/** Money of currencies with no decimals and with three. */
export const inVnd: Partial<PutOrderRequest> = {
  currency: 'VND',
  shipping: '20000',
  lines: [{ lineId: 1, sku: 'tra', name: 'Trà sen', quantity: 3, price: '50000' }],
  payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '170000', reference: 'pay_v' }],
};
export const inKwd: Partial<PutOrderRequest> = {
  currency: 'KWD',
  shipping: '0.125',
  lines: [{ lineId: 1, sku: 'oud', name: 'عود', quantity: 1, price: '7.875' }],
  payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '8.000', reference: 'pay_k' }],
};

/** Two mugs and the cup come back: worth 69.33. The first return of a world has the id 1. */
export const opened: Step = did('openReturn', {
  orderId: 5,
  kind: 'return',
  lines: [
    { lineId: 1, quantity: 2 },
    { lineId: 2, quantity: 1 },
  ],
});
export const claimed: Step = did('openReturn', { orderId: 5, kind: 'claim', lines: [{ lineId: 1, quantity: 2 }] });
export const accepted: Step = did('acceptReturn', { returnId: 1 });
export const received: Step = did('receiveReturn', { returnId: 1 });
export const closed: Step = did('closeReturn', { returnId: 1 });
export const rejected: Step = did('rejectReturn', { returnId: 1, reason: 'worn' });

/** The first refund of a world has the id 1. */
export const refundedByCard = (amount = '30.00'): Step =>
  did('addAutomaticRefundForOrder', { orderId: 5, paymentId: 1, amount, currency: 'PLN' });
export const refundedInCash = (amount = '30.00'): Step =>
  did('addManualRefund', { sourceType: 'order', sourceId: 5, amount, currency: 'PLN', destination: 'cash' });
export const refundedReturn = (amount?: string): Step =>
  did('addAutomaticRefund', { sourceType: 'return', sourceId: 1, ...(amount !== undefined && { amount }) });
export const confirmed = (refundId = 1): Step => did('confirmRefund', { refundId });
export const cancelled = (refundId = 1): Step => did('cancelRefund', { refundId });
