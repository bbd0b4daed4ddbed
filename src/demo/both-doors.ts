/** Two cups of one order come back, one after the other: one is refunded by REST, the other by SOAP. */
import { envelopeOf, type Element } from './soap-client';
import { leaf, pretty, type Tour } from './tour';

export const ORDER = 1001;
export const PAYMENT = 1;
/** What one of the four cups cost after its share of the discount. */
const AMOUNT = '35.55';
const CUP_LINE = 2;

export interface TwoRefunds {
  readonly byRest: string;
  readonly bySoap: string;
}

export async function refundBoth(tour: Tour): Promise<TwoRefunds> {
  await whatCanBeRefunded(tour);
  const byRest = await refundByRest(tour);
  const bySoap = await refundBySoap(tour);
  await whatTheProviderDid(tour, { byRest, bySoap });
  return { byRest, bySoap };
}

interface PaymentFigures {
  readonly paymentId: number;
  readonly provider: string;
  readonly method: string;
  readonly automatic: boolean;
  readonly captured: string;
  readonly refundable: string;
}

async function whatCanBeRefunded(tour: Tour): Promise<void> {
  const { show, rest } = tour;
  show.begin(`What can be refunded of order ${ORDER}?`);
  const path = `/rest/v1/refunds/possible?sourceType=order&sourceId=${ORDER}`;
  show.request('GET', path);
  const answer = await rest.call('GET', path);
  tour.expectRest(answer, 200);
  const payments = answer.body['payments'] as PaymentFigures[];
  show.answer(answer.status, `${String(answer.body['refundable'])} ${String(answer.body['currency'])} in all`);
  show.table([
    ['payment', 'provider', 'method', 'captured', 'refundable', 'given back by'],
    ...payments.map(({ paymentId, provider, method, captured, refundable, automatic }) => [
      ...[String(paymentId), provider, method, captured, refundable, automatic ? 'its provider' : 'the shop itself'],
    ]),
  ]);
  tour.check(answer.body['refundable'] === '346.10', 'nothing of the 346.10 PLN was refunded before');
}

async function refundByRest(tour: Tour): Promise<string> {
  const { show, rest } = tour;
  show.begin('A cup comes back: a refund by REST');
  const path = `/rest/v1/orders/${ORDER}/refunds/automatic`;
  const body = {
    ...{ paymentId: PAYMENT, amount: AMOUNT, currency: 'PLN' },
    ...{ lines: [{ lineId: CUP_LINE, quantity: 1 }], reason: 'Cup arrived chipped' },
  };
  show.request('POST', path, { 'Idempotency-Key': 'demo-rest-1' });
  show.code(pretty(body));
  const added = await rest.call('POST', path, body, 'demo-rest-1');
  tour.expectRest(added, 200);
  show.answer(added.status, 'the money is reserved, nothing is sent yet');
  show.code(pretty(added.body));
  const refundId = String(added.body['refundId']);

  const again = await rest.call('POST', path, body, 'demo-rest-1');
  tour.check(
    String(again.body['refundId']) === refundId,
    `sent again under the same key, it is still refund ${refundId} and not a second one`,
  );
  show.say('');
  const confirmPath = `/rest/v1/refunds/${refundId}/confirm`;
  show.request('POST', confirmPath);
  const confirmed = await rest.call('POST', confirmPath, {}, 'demo-rest-2');
  tour.expectRest(confirmed, 200);
  show.answer(confirmed.status, `state ${String(confirmed.body['state'])}: a worker will hand it to the provider`);
  tour.require(confirmed.body['state'] === 'approved', `state is ${String(confirmed.body['state'])}, not approved`);
  return refundId;
}

async function refundBySoap(tour: Tour): Promise<string> {
  const { show, soap } = tour;
  show.begin('Another cup comes back: the same refund by SOAP');
  const wish: Element[] = [
    ['orderId', ORDER],
    ['paymentId', PAYMENT],
    ['amount', AMOUNT],
    ['currency', 'PLN'],
    ['lines', [['line', [['lineId', CUP_LINE], ['quantity', 1]]]]], // prettier-ignore
    ['reason', 'Cup arrived chipped'],
  ];
  const envelope = envelopeOf('addAutomaticRefundForOrder', wish, 'demo-soap-1');
  show.request('POST', '/soap/v1', { SOAPAction: '"urn:refund-gateway:v1/addAutomaticRefundForOrder"' });
  show.code(envelope);
  const added = await soap.call('addAutomaticRefundForOrder', envelope);
  tour.expectSoap(added, 200);
  show.answer(added.status, 'the money is reserved, nothing is sent yet');
  show.code(added.xml);
  const refundId = leaf(added, 'refundId');

  const confirm = envelopeOf('confirmRefund', [['refundId', refundId]], 'demo-soap-2');
  show.request('POST', '/soap/v1', { SOAPAction: '"urn:refund-gateway:v1/confirmRefund"' });
  show.code(confirm);
  const confirmed = await soap.call('confirmRefund', confirm);
  tour.expectSoap(confirmed, 200);
  show.answer(confirmed.status, `state ${leaf(confirmed, 'state')}: a worker will hand it to the provider`);
  tour.require(leaf(confirmed, 'state') === 'approved', `state is ${leaf(confirmed, 'state')}, not approved`);
  return refundId;
}

async function whatTheProviderDid(tour: Tour, { byRest, bySoap }: TwoRefunds): Promise<void> {
  const { show } = tour;
  show.begin('Meanwhile: the payment provider');
  show.say('A worker sends confirmed refunds. Nobody waits for it; a client asks for the status now and then.');
  show.say('');
  // Followed at the same time, or the second would be over before anybody looks.
  const followed = await Promise.all([tour.follow(byRest), tour.follow(bySoap)]);
  followed.forEach(({ states, status }, index) => {
    const [transaction] = status['transactions'] as { readonly reference?: string }[];
    const reference = transaction?.reference ?? '';
    show.say(`refund ${String(status['refundId'])} (${index === 0 ? 'REST' : 'SOAP'}): ${states.join(' -> ')}`);
    tour.check(
      status['state'] === 'settled' && status['settledAmount'] === AMOUNT && reference !== '',
      `the provider gave ${AMOUNT} PLN back, and calls that ${reference}`,
    );
  });
}
