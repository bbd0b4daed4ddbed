/** What a refund could be put together of (choice SAPO-13): the amounts are never more than the payments have left. */
import { lineOf, refundableOnPayment } from '../../domain/order';
import { worthOfUnits } from '../../domain/units';
import type { Suggestion } from '../../services/views';
import { RESTOCK_TYPE } from './kinds';
import type { CalculationShape } from './shapes';
import { amountOf } from './written';

export function calculationShape(suggestion: Suggestion): CalculationShape {
  const { order, shipping, shippingLeft, parts } = suggestion;
  const { currency } = order;
  const nothing = { amount: 0, currency_code: currency };
  return {
    shipping: {
      ...{ amount: amountOf(shipping, currency), tax: 0, maximum_refundable: amountOf(shippingLeft, currency) },
    },
    duties: [],
    total_duties_set: { shop_money: nothing, presentment_money: nothing },
    additional_fees: [],
    return: null,
    refund_line_items: suggestion.lines.map((line) => calculatedLine(suggestion, line)),
    transactions: parts.map(({ payment, amount }) => ({
      ...{ order_id: order.id, kind: 'suggested_refund', gateway: payment.method, parent_id: payment.id },
      ...{ amount: amountOf(amount, currency), currency },
      maximum_refundable: amountOf(refundableOnPayment(order, payment), currency),
    })),
    currency,
  };
}

function calculatedLine({ order }: Suggestion, line: Suggestion['lines'][number]) {
  const { lineId, quantity, units, amount, restock = 'none', location } = line;
  const { price, tax: wholeTax, quantity: bought } = lineOf(order, lineId, 'lines');
  const tax = worthOfUnits(units, wholeTax, bought);
  const subtotal = amount - tax;
  const written = (minor: number): number => amountOf(minor, order.currency);
  return {
    ...{ quantity, line_item_id: lineId, location_id: location ?? null, restock_type: RESTOCK_TYPE[restock] },
    ...{ price: written(price), subtotal: written(subtotal), total_tax: written(tax) },
    // A unit's share that is no whole amount is not told: rounded, the shares would not add up.
    discounted_price: subtotal % quantity === 0 ? written(subtotal / quantity) : null,
    ...{ discounted_total_price: written(subtotal), total_cart_discount_amount: 0 },
  };
}
