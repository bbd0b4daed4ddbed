/** That the two protocols say the same, also when they refuse, and where to look next. */
import { ORDER, PAYMENT, type TwoRefunds } from './both-doors';
import { leavesOfJson } from './rest-client';
import { envelopeOf } from './soap-client';
import { leaf, type Tour } from './tour';

const TOO_MUCH = '1000.00';

export async function sameStatus(tour: Tour, { byRest, bySoap }: TwoRefunds): Promise<void> {
  const { show, rest, soap } = tour;
  show.begin('What both protocols say in the end');
  for (const [door, refundId] of [
    ['REST', byRest],
    ['SOAP', bySoap],
  ] as const) {
    const path = `/rest/v1/refunds/${refundId}/status`;
    const inRest = await rest.call('GET', path);
    tour.expectRest(inRest, 200);
    const inSoap = await soap.call('getRefundStatus', envelopeOf('getRefundStatus', [['refundId', refundId]]));
    tour.expectSoap(inSoap, 200);
    const left = leavesOfJson(inRest.body);
    const right = inSoap.leaves;
    show.say(`refund ${refundId}, added by ${door}:`);
    show.table([
      ['', `GET ${path}`, 'getRefundStatus'],
      ...left.map(([name, value], index) => [name, value, right[index]?.[1] ?? '']),
    ]);
    tour.check(JSON.stringify(left) === JSON.stringify(right), 'both say the same, value for value');
    show.say('');
  }
}

export async function refusedTwice(tour: Tour): Promise<void> {
  const { show, rest, soap } = tour;
  show.begin('More than is left is refused, whoever asks');
  const path = `/rest/v1/orders/${ORDER}/refunds/automatic`;
  show.request('POST', `${path}, with ${TOO_MUCH} PLN`);
  const body = { paymentId: PAYMENT, amount: TOO_MUCH, currency: 'PLN' };
  const inRest = await rest.call('POST', path, body);
  show.answer(inRest.status, `${String(inRest.body['code'])}: ${String(inRest.body['detail'])}`);
  tour.expectRest(inRest, 422);

  show.request('POST', `/soap/v1, addAutomaticRefundForOrder with ${TOO_MUCH} PLN`);
  const envelope = envelopeOf('addAutomaticRefundForOrder', [
    ['orderId', ORDER],
    ['paymentId', PAYMENT],
    ['amount', TOO_MUCH],
    ['currency', 'PLN'],
  ]);
  const inSoap = await soap.call('addAutomaticRefundForOrder', envelope);
  show.answer(inSoap.status, `${leaf(inSoap, 'code')}: ${leaf(inSoap, 'message')}`);
  tour.expectSoap(inSoap, 500);
  show.say('');
  tour.check(
    inRest.body['code'] === 'amount_exceeds_refundable' && leaf(inSoap, 'code') === inRest.body['code'],
    'both refuse with the same code',
  );
}

export async function whereToGoOn(tour: Tour, address: string, key: string): Promise<void> {
  const { show } = tour;
  show.begin('Where to go on');
  const docs = `${address}/rest/v1/docs`;
  const wsdl = `${address}/soap/v1?wsdl`;
  show.say(`documentation of the REST API   ${docs}`);
  show.say(`description of the SOAP API     ${wsdl}`);
  show.say('');
  show.say('Try it yourself:');
  show.code(`curl -H 'X-API-KEY: ${key}' '${address}/rest/v1/refunds?state=all'`);
  for (const [what, url, mark] of [
    ['the documentation', docs, '<html'],
    ['the WSDL', wsdl, 'definitions'],
  ] as const) {
    const response = await fetch(url);
    const text = await response.text();
    tour.require(response.status === 200 && text.includes(mark), `${url} answered ${response.status}`);
    tour.show.passed(`${what} is there`);
  }
}
