/** Starts a gateway whose provider writes down every order that reaches it, and from which process: one line each. */
import { appendFileSync } from 'node:fs';
import { SimulatedProvider } from '../../src/providers/simulated-provider';
import type { RefundOrder } from '../../src/services/ports';

const file = process.env['SEND_LOG'] ?? '';
const provider = SimulatedProvider.prototype;
const send = provider.refund;
provider.refund = function (order: RefundOrder, settings: unknown) {
  appendFileSync(file, `${order.providerKey} ${process.pid}\n`);
  return send.call(this, order, settings);
};

// Only now: nothing may be sent that is not written down.
void import('../../src/main.js');
