/** The connector, and the simulated Stripe at the other end of a line that can break. */
import { StripeProvider } from '../../src/providers/stripe-provider';
import type { RefundOrder } from '../../src/services/ports';
import { FaultyLine, type LineFault } from '../fakes/faulty-line';
import { SECRET_KEY, StripeSimulator, type StripeFault } from '../fakes/stripe-simulator';

export const PAYMENT = { intent: 'pi_1', charge: 'ch_1', captured: 10_000, currency: 'pln' };

export function orderOf(more: Partial<RefundOrder> = {}): RefundOrder {
  const order = { shop: 'tea', transactionId: 1, paymentReference: 'pi_1', amount: 1000, currency: 'PLN' };
  return { ...order, providerKey: '01KEY', ...more };
}

export interface StripeWorld {
  readonly stripe: StripeSimulator;
  readonly provider: StripeProvider;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What happens to the next requests, one each; then all goes well. */
  readonly troubles: (StripeFault | LineFault)[];
  stop(): Promise<void>;
}

/** @param mostPerPage small, so that no list of more than two refunds fits on one page */
export async function openStripe(mostPerPage = 2): Promise<StripeWorld> {
  const stripe = await StripeSimulator.start({ mostPerPage });
  stripe.books.pay(PAYMENT);
  const troubles: (StripeFault | LineFault)[] = [];
  const line = await FaultyLine.start(stripe.port, () =>
    isOfLine(troubles[0]) ? (troubles.shift() as LineFault) : undefined,
  );
  stripe.fault = () => (isOfLine(troubles[0]) ? undefined : (troubles.shift() as StripeFault | undefined));
  return {
    stripe,
    provider: new StripeProvider(),
    settings: { secretKey: SECRET_KEY, baseUrl: line.address },
    troubles,
    async stop() {
      await line.stop();
      await stripe.stop();
    },
  };
}

function isOfLine(trouble: StripeFault | LineFault | undefined): trouble is LineFault {
  return typeof trouble === 'object' && 'kind' in trouble;
}
