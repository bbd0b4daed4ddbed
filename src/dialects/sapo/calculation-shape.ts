/** What a refund could be put together of (choice SAPO-13): the amounts are never more than the payments have left. */
import { lineOf, refundableOnPayment } from '../../domain/order';
import { worthOfUnits } from '../../domain/units';
import type { Suggestion } from '../../services/views';
import type { Form } from './form';
import { RESTOCK_TYPE } from './kinds';
import type { Amount, CalculationShape } from './shapes';

export function calculationShape(suggestion: Suggestion, form: Form): CalculationShape {
  const { order, shipping, shippingLeft, parts } = suggestion;
  const { currency } = order;
  const amount = (minor: number): Amount => form.amount(minor, currency);
  const nothing = { amount: amount(0), currency_code: currency };
  return {
    shipping: { amount: amount(shipping), tax: amount(0), maximum_refundable: amount(shippingLeft) },
    duties: [],
    total_duties_set: { shop_money: nothing, presentment_money: nothing },
    additional_fees: [],
    return: null,
    refund_line_items: suggestion.lines.map((line) => calculatedLine(suggestion, line, form)),
    transactions: parts.map((part) => ({
      ...{ order_id: order.id, kind: 'suggested_refund', gateway: part.payment.method, parent_id: part.payment.id },
      ...{ amount: amount(part.amount), currency },
      maximum_refundable: amount(refundableOnPayment(order, part.payment)),
    })),
    currency,
  };
}

function calculatedLine({ order }: Suggestion, line: Suggestion['lines'][number], form: Form) {
  const { lineId, quantity, units, amount, restock = 'none', location } = line;
  const { price, tax: wholeTax, quantity: bought } = lineOf(order, lineId, 'lines');
  const tax = worthOfUnits(units, wholeTax, bought);
  const subtotal = amount - tax;
  const written = (minor: number): Amount => form.amount(minor, order.currency);
  return {
    ...{ quantity, line_item_id: lineId, location_id: location ?? null, restock_type: RESTOCK_TYPE[restock] },
    ...{ price: written(price), subtotal: written(subtotal), total_tax: written(tax) },
    // A unit's share that is no whole amount is not told: rounded, the shares would not add up.
    discounted_price: subtotal % quantity === 0 ? written(subtotal / quantity) : null,
    ...{ discounted_total_price: written(subtotal), total_cart_discount_amount: written(0) },
  };
}
