/** The walk-through: the same refund by REST and by SOAP, over real HTTP. Every step checks what it got. */
import { refundBoth } from './both-doors';
import { lostLine } from './lost-line';
import { RestClient } from './rest-client';
import { SHOP, type SampleShop } from './sample-shop';
import type { Show } from './show';
import { SoapClient } from './soap-client';
import { Tour } from './tour';
import { refusedTwice, sameStatus, whereToGoOn } from './verdicts';

/** Throws StepFailed when a step did not give what it should. */
export async function walkThrough(address: string, shop: SampleShop, show: Show): Promise<void> {
  const tour = new Tour(show, new RestClient(address, shop.key), new SoapClient(address, shop.key));
  show.title('Refund Gateway: one refund by REST, one by SOAP, and what becomes of them');
  show.say('');
  show.say(`Shop ${SHOP} was filled from samples/shop.json: ${shop.orders} orders, ${shop.returns} returns.`);
  show.say('Its payment provider is simulated: it keeps books and moves no money.');
  const refunds = await refundBoth(tour);
  await lostLine(tour);
  await sameStatus(tour, refunds);
  await refusedTwice(tour);
  await whereToGoOn(tour, address, shop.key);
}
