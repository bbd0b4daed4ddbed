/**
 * Breaks the gateway on purpose: each attempt is booked at the provider under a key of its own. Loaded before its program.
 * A harness must find the refunds that this pays twice, or it would find nothing at all.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { SimulatedProvider } from '../../src/providers/simulated-provider';
import { StripeProvider } from '../../src/providers/stripe-provider';
import type { RefundOrder, SimulatedRefund } from '../../src/services/ports';

type Book = (this: SimulatedProvider, order: RefundOrder, ...rest: unknown[]) => Promise<SimulatedRefund>;

const provider = SimulatedProvider.prototype as unknown as { book: Book };
const book = provider.book;
provider.book = function (order, ...rest) {
  return book.call(this, { ...order, providerKey: randomUUID() }, ...rest);
};

const refund = StripeProvider.prototype.refund;
StripeProvider.prototype.refund = function (order, settings) {
  return refund.call(this, { ...order, providerKey: randomUUID() }, settings);
};
