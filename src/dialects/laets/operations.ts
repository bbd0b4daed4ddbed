/** Everything that can be asked of this platform, resource by resource. */
import { BOOKING_OPERATIONS } from './booking-operations';
import { askedOf, type Context, type Given } from './asked';
import { MERCHANT_OPERATIONS } from './merchant-operations';
import { MERCHANT_ORDER_OPERATIONS } from './merchant-order-operations';
import { ORDER_OPERATIONS } from './order-operations';
import { REFUND_OPERATIONS } from './refund-operations';
import { RETURN_OPERATIONS } from './return-operations';
import { signOn } from './sign-on';
import { USER_OPERATIONS } from './user-operations';

const OPERATIONS = {
  ...USER_OPERATIONS,
  ...RETURN_OPERATIONS,
  ...MERCHANT_OPERATIONS,
  ...MERCHANT_ORDER_OPERATIONS,
  ...ORDER_OPERATIONS,
  ...REFUND_OPERATIONS,
  ...BOOKING_OPERATIONS,
};

export type OperationName = keyof typeof OPERATIONS | 'signOn';

export async function carryOut(name: OperationName, context: Context, given: Given): Promise<object> {
  // The one question that is asked without credentials: it brings its own proof.
  return name === 'signOn' ? signOn(context, given) : OPERATIONS[name](askedOf(context, given));
}
