/** A provider that does what it is told and then falls silent: the one case where guessing pays a customer twice. */
import { ORDER, PAYMENT } from './both-doors';
import type { Tour } from './tour';

/** Amounts that end in 9.05 make the simulated provider book the refund and lose the line before it answers. */
const AMOUNT = '29.05';

export async function lostLine(tour: Tour): Promise<void> {
  const { show, rest } = tour;
  show.begin('The line to the provider breaks');
  show.say(`The simulated provider takes its part from the amount. At ${AMOUNT} it moves the money and never answers.`);
  show.say('');
  const body = { paymentId: PAYMENT, amount: AMOUNT, currency: 'PLN', reason: 'Goodwill' };
  const added = await rest.call('POST', `/rest/v1/orders/${ORDER}/refunds/automatic`, body, 'demo-lost-1');
  tour.expectRest(added, 200);
  const refundId = String(added.body['refundId']);
  const confirmed = await rest.call('POST', `/rest/v1/refunds/${refundId}/confirm`, {}, 'demo-lost-2');
  tour.expectRest(confirmed, 200);
  const { states, status } = await tour.follow(refundId);
  show.say(`refund ${refundId}: ${states.join(' -> ')}`);
  show.say('');
  show.say('While it is unknown, it keeps its money and is asked after; it is never sent a second time.');
  show.say('What happened to it, as the audit has it:');
  const whole = await rest.call('GET', `/rest/v1/refunds/${refundId}`);
  tour.expectRest(whole, 200);
  const audit = whole.body['audit'] as { readonly at: string; readonly actor: string; readonly action: string }[];
  show.table([['when', 'who', 'what'], ...audit.map(({ at, actor, action }) => [at, actor, action])]);
  tour.check(
    audit.some(({ action }) => action === 'refund.lose'),
    'for a while nobody knew what had become of it',
  );
  tour.check(
    status['state'] === 'settled' && status['settledAmount'] === AMOUNT,
    `the gateway found out: ${AMOUNT} PLN were given back, once`,
  );
}
