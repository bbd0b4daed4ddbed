/** Shops in which a method of the refunds gate has a reason to refuse. */
import type { PutOrder, PutPayment } from '../../../src/services/wishes';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { openShop } from './three-doors';
import { WIRE_DOORS } from './wire-doors';
import type { Params } from './wire-doors';

/** What happened in the shop before the call, one thing after another. */
export type Step = (gateway: GatewayUnderTest) => Promise<unknown>;

export const ORDER_ID = 10032;
/** An order beside it: one of lamps. */
export const LAMPS_ID = 20001;

/** An order 10032 of 100 PLN, all on a card, and return 1 of it, of 40 PLN. */
export const usual: Step = openShop;

const CARD: PutPayment = { paymentId: 1, provider: 'simulated', method: 'card', amount: '60.00', reference: 'ext-7' };
const TRANSFER: PutPayment = {
  ...{ paymentId: 2, provider: 'simulated', method: 'transfer', amount: '40.00' },
  refundable: false,
};
const NO_REFERENCE: PutPayment = { paymentId: 1, provider: 'simulated', method: 'blik', amount: '20.00' };

function lamps(payments: readonly PutPayment[], more: Partial<PutOrder> = {}): Step {
  const line = { lineId: 1, sku: 'L', name: 'Lamp', quantity: 4, price: '30.00' };
  return ({ services, caller }) =>
    services.orders.put(caller, { orderId: LAMPS_ID, currency: 'PLN', lines: [line], payments, ...more });
}

/** Payment 1 on a card, payment 2 by transfer. */
export const lampsPaidInTwoWays = lamps([CARD, TRANSFER]);
export const lampsSent = lamps([CARD, TRANSFER], { fulfilment: 'fulfilled' });
/** Payment 1 is the transfer. */
export const lampsPaidByTransfer = lamps([{ ...TRANSFER, paymentId: 1 }]);
export const lampsSentAndPaidByTransfer = lamps([{ ...TRANSFER, paymentId: 1 }], { fulfilment: 'fulfilled' });
/** Payment 1 of this order is known to nobody by a reference. */
export const lampsWithoutReference = lamps([NO_REFERENCE]);

/** Return 1 of one lamp, where the usual shop is not open. */
export const returnOfALamp: Step = async ({ services, caller }) => {
  await services.returns.open(caller, { orderId: LAMPS_ID, lines: [{ lineId: 1, quantity: 1 }] });
  await services.returns.accept(caller, { returnId: 1 });
};

export const returnRejected: Step = ({ services, caller }) =>
  services.returns.reject(caller, { returnId: 1, reason: 'worn' });

/** What the method is asked for, and does. */
export function did(method: string, params: Params): Step {
  return async (gateway) => {
    const { status, reply } = await WIRE_DOORS.REST(gateway, method, params);
    if (status !== 200) throw new Error(`${method} was to be done: ${JSON.stringify(reply)}`);
  };
}

export const theWorkerSends: Step = (gateway) => gateway.drain();
