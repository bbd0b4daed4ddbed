/** What is not proved is not kept; what is kept is never lost. */
import { CALL_LIMIT_MS } from '../../src/jobs/worker';
import type { InboxRow } from '../../src/services/ports';
import { Random } from '../reliability/random';
import { forge } from './forgeries';
import {
  callerOf,
  caller,
  confirmedRefund,
  money,
  openShop,
  orderWish,
  refusalOf,
  TEA_SHOP,
  type Gateway,
} from './gateway';
import { eventBody, SECRET, SECRET_TEXT, signed, type ToldRefund } from './signed';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
  await gateway.services.providers.setSettings('tea', 'simulated', { webhookSecret: SECRET_TEXT });
});
afterEach(() => gateway.close());

const REFUND: ToldRefund = { id: 're_1', payment: 'pay_1', amount: 700, currency: 'PLN' };
const FAR = 1e15;

type Given = { readonly shop?: string; readonly headers?: Record<string, string>; readonly provider?: string };
const receive = (rawBody: Buffer, given: Given = {}): Promise<void> =>
  gateway.services.webhooks.receive({
    provider: 'simulated',
    rawBody,
    headers: signed(rawBody, 'evt_1', gateway.clock.now()),
    ...given,
  });
const waiting = (): Promise<InboxRow[]> => gateway.database.reader.read((stores) => stores.inbox.due(FAR, 100));
const refusedAs = async (answer: Promise<unknown>): Promise<string> => (await refusalOf(answer)).code;
const stateOf = async (refundId: number): Promise<string> =>
  (await gateway.services.refundReader.status(caller, refundId)).state;

describe('a webhook that is proved', () => {
  test('is kept once, however often it is told', async () => {
    const body = eventBody('settled', REFUND);
    await receive(body);
    await Promise.all([receive(body), receive(body), receive(body)]);
    expect(await waiting()).toMatchObject([{ shop: 'tea', provider: 'simulated', eventId: 'evt_1', attempts: 0 }]);
    await gateway.services.webhooks.round();
    await receive(body);
    expect(await waiting()).toEqual([]);
  });

  test('may name the shop in the address, in the body, or in both when they agree', async () => {
    await receive(eventBody('settled', REFUND, {}), { shop: 'tea' });
    const both = eventBody('settled', REFUND);
    await receive(both, { shop: 'tea', headers: signed(both, 'evt_2', gateway.clock.now()) });
    expect(await waiting()).toHaveLength(2);
    expect(await refusedAs(receive(eventBody('settled', REFUND, {})))).toBe('credentials_invalid');
    const other = eventBody('settled', REFUND, { shop: 'coffee' });
    expect(await refusedAs(receive(other, { shop: 'tea' }))).toBe('credentials_invalid');
    expect(await waiting()).toHaveLength(2);
  });

  test('about something else than a refund is kept and changes nothing', async () => {
    await receive(Buffer.from('{"type":"payment.captured","shop":"tea"}'));
    expect(await waiting()).toHaveLength(1);
    await gateway.services.webhooks.round();
    expect(await waiting()).toEqual([]);
  });

  test.each(['null', '[]', '{"shop":"tea"', '{"type":5}', '\u00ff'].map((text) => [text]))(
    'that cannot be read is refused: %s',
    async (text) => {
      const body = Buffer.from(text, 'latin1');
      expect(await refusedAs(receive(body, { shop: 'tea' }))).toBe('request_malformed');
      expect(await waiting()).toEqual([]);
    },
  );

  test.each<[string, object]>([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['no payment', { payment: undefined }],
    ['a broken amount', { amount: 1.5 }],
    ['an amount of text', { amount: '700' }],
    ['nothing', { amount: 0 }],
    ['no currency', { currency: 'zł' }],
    ['a key that is none', { key: 5 }],
    ['a message that is none', { message: {} }],
  ])('that tells of %s is refused', async (_what, change) => {
    const body = eventBody('settled', { ...REFUND, ...change } as ToldRefund);
    expect(await refusedAs(receive(body))).toBe('request_malformed');
  });

  test('of a provider that we do not know finds nobody', async () => {
    expect(await refusedAs(receive(eventBody('settled', REFUND), { provider: 'nobody' }))).toBe('path_not_found');
  });

  test('comes from its own shop only', async () => {
    const coffee = callerOf('coffee');
    await gateway.services.shops.add({ ...TEA_SHOP, code: 'coffee' });
    await gateway.services.orders.put(coffee, orderWish());
    await gateway.services.providers.setSettings('coffee', 'simulated', {
      webhookSecret: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
    });
    const { id } = await confirmedRefund(gateway);
    const [task] = await gateway.services.dispatch.claim('worker', 1);
    const body = eventBody('settled', { ...REFUND, key: task!.order.providerKey }, { shop: 'coffee' });
    expect(await refusedAs(receive(body))).toBe('credentials_invalid');
    // Its own secret makes it true for the other shop, which has no such refund: there it is one made by hand.
    await receive(body, { headers: signed(body, 'evt_1', gateway.clock.now(), Buffer.alloc(32, 9)) });
    await gateway.services.webhooks.round();
    expect(await stateOf(id)).toBe('sending');
    expect(await money(gateway)).toMatchObject({ 'payment 1': '0/1000/3000' });
  });
});

describe('a webhook that is not proved', () => {
  test('of 1000 forged, expired or mutated signatures none is taken, and nothing is kept', async () => {
    const body = eventBody('settled', REFUND);
    const codes = new Set<string>();
    for (const forgery of forge(1000, body, 'evt_1', gateway.clock.now(), new Random(5))) {
      const answer = gateway.services.webhooks.receive({ provider: 'simulated', shop: 'tea', ...forgery });
      codes.add(await refusedAs(answer));
    }
    expect([...codes]).toEqual(['credentials_invalid']);
    expect(await waiting()).toEqual([]);
    await receive(body);
    expect(await waiting()).toHaveLength(1);
  });

  test('has each header once, not a list of them', async () => {
    const rawBody = eventBody('settled', REFUND);
    const good = signed(rawBody, 'evt_1', gateway.clock.now());
    for (const [name, value] of Object.entries(good)) {
      const headers = { ...good, [name]: [value] };
      const answer = gateway.services.webhooks.receive({ provider: 'simulated', shop: 'tea', rawBody, headers });
      expect([name, await refusedAs(answer)]).toEqual([name, 'credentials_invalid']);
    }
    expect(await waiting()).toEqual([]);
  });

  test('is refused alike for a shop that is not there and for one without a secret', async () => {
    const body = eventBody('settled', REFUND);
    await gateway.services.providers.setSettings('tea', 'simulated', {});
    const refusals = await Promise.all(
      ['tea', 'nobody'].map((shop) => refusalOf(receive(eventBody('settled', REFUND, {}), { shop }))),
    );
    expect(refusals[0]).toEqual(refusals[1]);
    expect(await refusedAs(receive(body))).toBe('credentials_invalid');
  });

  test('while the secret is changed, two signatures may come, and one must fit', async () => {
    const body = eventBody('settled', REFUND);
    const good = signed(body, 'evt_1', gateway.clock.now(), SECRET);
    const old = signed(body, 'evt_1', gateway.clock.now(), Buffer.alloc(32, 1));
    const both = `${old['webhook-signature']} ${good['webhook-signature']}`;
    await receive(body, { headers: { ...good, 'webhook-signature': both } });
    expect(await waiting()).toHaveLength(1);
  });
});

describe('news that cannot be placed yet', () => {
  test('wait with growing pauses, and are written down when the refund is known', async () => {
    const late = eventBody('settled', { ...REFUND, payment: 'pay_8' });
    await receive(late);
    const pauses: number[] = [];
    const since = gateway.clock.now();
    for (let attempt = 1; attempt <= 14; attempt++) {
      const begun = gateway.clock.now();
      while (!(await gateway.services.webhooks.round())) gateway.clock.pass(100);
      pauses.push(gateway.clock.now() - begun);
    }
    expect(pauses.slice(0, 6)).toEqual([0, 500, 700, 800, 1000, 1300]);
    expect(gateway.alarms).toEqual([]);
    while (!(await gateway.services.webhooks.round())) gateway.clock.pass(100);
    expect(gateway.alarms.map(({ code }) => code)).toEqual(['news_not_placed']);
    // By now our own answer would long have come.
    expect(gateway.clock.now() - since).toBeGreaterThan(CALL_LIMIT_MS);

    await gateway.services.orders.put(caller, {
      ...orderWish({ orderId: 8 }),
      payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '60.00', reference: 'pay_8' }],
    });
    gateway.clock.pass(600_000);
    await gateway.services.webhooks.round();
    expect(await waiting()).toEqual([]);
    expect(await money(gateway, 8)).toMatchObject({ 'payment 1': '700/700/6000' });
  });

  test('do not wait for a clock that was set back to come round again', async () => {
    await receive(eventBody('settled', { ...REFUND, payment: 'pay_8' }));
    await gateway.services.webhooks.round();
    gateway.clock.pass(-60 * 60 * 1000);
    expect(await gateway.services.webhooks.round()).toBe(true);
  });

  test('of another amount or currency are never believed, and a person is called', async () => {
    const { id } = await confirmedRefund(gateway);
    const [task] = await gateway.services.dispatch.claim('worker', 1);
    const { providerKey: key } = task!.order;
    const bodies = [
      eventBody('settled', { ...REFUND, key, amount: 999 }),
      eventBody('settled', { ...REFUND, key, currency: 'EUR', amount: 1000 }),
    ];
    for (const [index, body] of bodies.entries()) {
      await receive(body, { headers: signed(body, `evt_${index}`, gateway.clock.now()) });
    }
    await gateway.services.webhooks.round();
    expect(await stateOf(id)).toBe('sending');
    expect(gateway.alarms.map(({ code }) => code)).toEqual(['news_not_placed', 'news_not_placed']);
    expect(await waiting()).toHaveLength(2);
    // Once the refund is over there is nothing left to decide; the audit has it.
    await gateway.services.dispatch.record(task!, { kind: 'settled', reference: 're_1' });
    gateway.clock.pass(500);
    await gateway.services.webhooks.round();
    expect(await waiting()).toEqual([]);
  });

  test('an event that makes trouble is parked and reported, and holds up no other', async () => {
    const { id } = await confirmedRefund(gateway);
    const [task] = await gateway.services.dispatch.claim('worker', 1);
    await gateway.database.unitOfWork.run((stores) =>
      stores.inbox.add({ shop: 'tea', provider: 'simulated', eventId: 'bad', body: '', news: 'no JSON' }, 0, 0),
    );
    await receive(eventBody('settled', { ...REFUND, key: task!.order.providerKey, amount: 1000 }));
    await gateway.services.webhooks.round();
    expect(await stateOf(id)).toBe('settled');
    expect(await waiting()).toMatchObject([{ eventId: 'bad', attempts: 1 }]);
    expect(gateway.alarms).toMatchObject([{ code: 'work_failed', shop: 'tea' }]);
  });

  test('two workers write one event down once', async () => {
    await receive(eventBody('settled', REFUND));
    await Promise.all(Array.from({ length: 5 }, () => gateway.services.webhooks.round()));
    expect(await money(gateway)).toMatchObject({ 'payment 1': '700/700/3000' });
    expect(await waiting()).toEqual([]);
  });
});
