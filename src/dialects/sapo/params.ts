/** What a caller wants, read from the body of a request (contract, sections 2.1, 3 and 5; choices SAPO-9, SAPO-12 and SAPO-15). */
import { Refusal } from '../../domain/refusal';
import type {
  AddComposedRefund,
  ComposedAdjustment,
  ComposedLine,
  ComposedPayment,
  SuggestRefund,
} from '../../services/wishes';
import { ADJUSTMENT_KIND, RESTOCK_TYPE, wordFor } from './kinds';
import { isObject, Members } from './members';

const REFUND = 'refund';
/** As many as at our other doors, which must be able to say the same. */
const MOST_LINES = 500;
const MOST_ADJUSTMENTS = 100;
const MOST_TRANSACTIONS = 100;

/** A body without the one member that everything is in (choice SAPO-20). */
export class WrapperMissing extends Refusal {
  constructor(readonly wrapper: string) {
    super('request_invalid', 'Required parameter missing or invalid', wrapper);
  }
}

export function readRefund(orderId: number, body: object): AddComposedRefund {
  const refund = unwrap(body, 'refund');
  const note = refund.text('note');
  const notify = refund.flag('notify');
  return {
    ...calculationIn(orderId, refund),
    adjustments: refund.list('order_adjustments', MOST_ADJUSTMENTS).map(adjustmentIn),
    parts: refund.list('transactions', MOST_TRANSACTIONS).map(partIn),
    ...(note === undefined ? {} : { note }),
    ...(notify === undefined ? {} : { notify }),
  };
}

export function readCalculation(orderId: number, body: object): SuggestRefund {
  return calculationIn(orderId, unwrap(body, 'refund'));
}

/** Here the kind must be said: an empty transaction would give back all that was paid. */
export function readTransaction(orderId: number, body: object): AddComposedRefund {
  const transaction = unwrap(body, 'transaction');
  if (!transaction.has('kind')) throw transaction.wrong('kind');
  return { orderId, parts: [partIn(transaction)] };
}

function unwrap(body: object, wrapper: string): Members {
  const inside = isObject(body) ? body[wrapper] : undefined;
  if (!isObject(inside)) throw new WrapperMissing(wrapper);
  return new Members(inside, '');
}

function calculationIn(orderId: number, refund: Members): SuggestRefund {
  const usual = refund.flag('restock') === true ? 'return' : 'none';
  const shipping = shippingIn(refund);
  const currency = refund.text('currency');
  return {
    orderId,
    lines: refund.list('refund_line_items', MOST_LINES).map((line) => lineIn(line, usual)),
    ...(shipping === undefined ? {} : { shipping }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function lineIn(line: Members, usual: NonNullable<ComposedLine['restock']>): ComposedLine {
  const restock = line.has('restock_type') ? wordFor(RESTOCK_TYPE, line.word('restock_type')) : usual;
  const lineId = line.whole('line_item_id');
  const quantity = line.whole('quantity');
  const location = line.whole('location_id');
  if (lineId === undefined) throw line.wrong('line_item_id');
  if (quantity === undefined) throw line.wrong('quantity');
  if (restock === undefined) throw line.wrong('restock_type');
  return { lineId, quantity, restock, ...(location === undefined ? {} : { location }) };
}

function shippingIn(refund: Members): string | undefined {
  const shipping = refund.inside('shipping');
  return shipping?.flag('full_refund') === true ? 'all' : shipping?.amount('amount');
}

/** What a client says about the status is passed over: only we know whether money moved. Its gateway is the way back (choice SAPO-21). */
function partIn(transaction: Members): ComposedPayment {
  if (transaction.has('kind') && transaction.word('kind') !== REFUND) throw transaction.wrong('kind');
  const paymentId = transaction.whole('parent_id');
  const amount = transaction.amount('amount');
  const currency = transaction.text('currency');
  const way = transaction.text('gateway') || undefined;
  return {
    ...(paymentId === undefined ? {} : { paymentId }),
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
    ...(way === undefined ? {} : { way }),
  };
}

/** The platform's sign is the other one: what is given back beyond the goods is below zero there. */
function adjustmentIn(adjustment: Members): ComposedAdjustment {
  const kind = wordFor(ADJUSTMENT_KIND, adjustment.word('kind'));
  const amount = adjustment.amount('amount');
  const tax = adjustment.amount('tax_amount');
  const reason = adjustment.text('reason');
  if (kind === undefined) throw adjustment.wrong('kind');
  if (amount === undefined) throw adjustment.wrong('amount');
  return {
    ...{ kind, amount: negated(amount) },
    ...(tax === undefined ? {} : { tax: negated(tax) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function negated(digits: string): string {
  return digits.startsWith('-') ? digits.slice(1) : `-${digits}`;
}
