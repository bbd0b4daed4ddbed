/** What of an order's ledger this platform tells, in one of its forms. */
import type { LedgerRefund, OrderLedger } from '../../services/views';
import type { Form } from './form';
import { lineItems } from './line-shape';
import { orderShape } from './order-shape';
import { refundShape } from './refund-shape';
import type { LineItemShape, OrderShape, RefundShape, TransactionShape } from './shapes';
import { movementShapes, transactionShapes } from './transaction-shape';

export class LedgerShapes {
  private readonly lines: ReadonlyMap<number, LineItemShape>;

  constructor(
    readonly ledger: OrderLedger,
    private readonly form: Form,
  ) {
    this.lines = lineItems(ledger, form);
  }

  order(): OrderShape {
    return orderShape(this.ledger, this.form, [...this.lines.values()], this.refunds());
  }

  refunds(): RefundShape[] {
    return this.ledger.refunds.map((refund) => this.refund(refund));
  }

  refund(refund: LedgerRefund): RefundShape {
    return refundShape(this.ledger.order, this.form, this.lines, refund);
  }

  transactions(): TransactionShape[] {
    return transactionShapes(this.ledger, this.form);
  }

  movements({ refund }: LedgerRefund): TransactionShape[] {
    return movementShapes(this.ledger.order, refund, this.form);
  }
}
