/** The model asked as the gateway is: an operation and a request, answered or refused. */
import type { OperationTypes } from '../../generated/contract';
import { putOrder } from './rules/orders';
import * as refunds from './rules/refunds';
import * as returns from './rules/returns';
import { Refused } from './refused';
import type { Order, Refund, Return, Shop, World } from './world';

export type Subject =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'return'; readonly returned: Return }
  | { readonly kind: 'refund'; readonly refund: Refund };

type Rule<N extends keyof OperationTypes> = (
  world: World,
  shop: Shop,
  request: OperationTypes[N]['request'],
) => Subject;

const ofReturn =
  <R>(rule: (world: World, shop: Shop, request: R) => Return) =>
  (world: World, shop: Shop, request: R): Subject => ({ kind: 'return', returned: rule(world, shop, request) });

const ofRefund =
  <R>(rule: (world: World, shop: Shop, request: R) => Refund) =>
  (world: World, shop: Shop, request: R): Subject => ({ kind: 'refund', refund: rule(world, shop, request) });

const RULES = {
  putOrder: (world, shop, request) => ({ kind: 'order', order: putOrder(world, shop, request) }),
  openReturn: ofReturn(returns.openReturn),
  acceptReturn: ofReturn(returns.acceptReturn),
  receiveReturn: ofReturn(returns.receiveReturn),
  rejectReturn: ofReturn(returns.rejectReturn),
  closeReturn: ofReturn(returns.closeReturn),
  cancelReturn: ofReturn(returns.cancelReturn),
  reopenReturn: ofReturn(returns.reopenReturn),
  addAutomaticRefund: ofRefund(refunds.addAutomaticRefund),
  addAutomaticRefundForOrder: ofRefund(refunds.addAutomaticRefundForOrder),
  addManualRefund: ofRefund(refunds.addManualRefund),
  updateRefund: ofRefund(refunds.updateRefund),
  confirmRefund: ofRefund(refunds.confirmRefund),
  cancelRefund: ofRefund(refunds.cancelRefund),
  resolveRefund: ofRefund(refunds.resolveRefund),
} satisfies { [N in keyof OperationTypes]?: Rule<N> };

/** Every operation that changes something. */
export type Operation = keyof typeof RULES;
export const OPERATIONS = Object.keys(RULES) as Operation[];

/** A request for one of them. */
export type Wish = {
  [N in Operation]: { readonly operation: N; readonly request: OperationTypes[N]['request'] };
}[Operation];

/** What the gateway must do: the subject as it then is, or why it will not. */
export function expect(world: World, shop: Shop, { operation, request }: Wish): Subject | Refused {
  const rule = RULES[operation] as (world: World, shop: Shop, request: Wish['request']) => Subject;
  try {
    return rule(world, shop, request);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
