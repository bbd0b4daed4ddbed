import { SCENARIO_OF_AMOUNT, SCENARIOS, SimulatedProvider } from '../../src/providers/simulated-provider';
import type { ProviderLookup, ProviderOutcome, RefundOrder } from '../../src/services/ports';
import { openGateway, type Gateway } from '../services/gateway';

let gateway: Gateway;
let provider: SimulatedProvider;
beforeEach(async () => {
  gateway = await openGateway();
  const { unitOfWork, reader } = gateway.database;
  provider = new SimulatedProvider(unitOfWork, reader, gateway.clock);
});
afterEach(() => gateway.close());

const LATER_MS = 20;
const order = (amount = 1000, providerKey = 'k1'): RefundOrder => ({
  ...{ shop: 'tea', transactionId: 1, paymentReference: 'pay_1', currency: 'PLN', amount, providerKey },
});
const refund = (one = order(), settings: object = {}): Promise<ProviderOutcome> =>
  provider.refund(one, { laterMs: LATER_MS, ...settings });
const lookUp = (one = order()): Promise<ProviderLookup> => provider.lookUp(one);
const booked = (providerKey = 'k1'): Promise<unknown> =>
  gateway.database.reader.read((stores) => stores.simulatedBooks.find('tea', providerKey));

describe('the scenarios of the simulated provider', () => {
  test.each<[string, number, string, string, string]>([
    ['settles', 1000, 'settled', 'settled', 'settled'],
    ['declines', 901, 'declined', 'declined', 'declined'],
    ['settles_later', 902, 'pending', 'pending', 'settled'],
    ['declines_later', 903, 'pending', 'pending', 'declined'],
    ['lost_before_effect', 904, 'unknown', 'absent', 'absent'],
    ['lost_after_effect', 905, 'unknown', 'settled', 'settled'],
    ['reverses_later', 906, 'settled', 'settled', 'reversed'],
    ['answers_slowly', 907, 'settled', 'settled', 'settled'],
  ])(
    '%s, steered by the amount %i: says %s; looked up, %s, and later %s',
    async (scenario, amount, said, found, later) => {
      expect(SCENARIO_OF_AMOUNT[amount] ?? 'settles').toBe(scenario);
      expect((await refund(order(amount))).kind).toBe(said);
      expect((await lookUp(order(amount))).kind).toBe(found);
      gateway.clock.pass(LATER_MS);
      expect((await lookUp(order(amount))).kind).toBe(later);
    },
  );

  test.each(SCENARIOS)('%s can be chosen by settings as well', async (scenario) => {
    const steered = Object.entries(SCENARIO_OF_AMOUNT).find(([, name]) => name === scenario)?.[0] ?? '1000';
    const byAmount = await refund(order(Number(steered), 'by amount'));
    const bySettings = await refund(order(1000, 'by settings'), { scenario });
    expect(bySettings.kind).toBe(byAmount.kind);
  });

  test('an amount may be kept from steering', async () => {
    expect((await refund(order(901), { steerByAmount: false })).kind).toBe('settled');
    expect((await refund(order(50_901, 'k2'))).kind).toBe('declined');
  });

  test('what was lost before it had an effect arrives when it is sent again', async () => {
    expect(await refund(order(904))).toMatchObject({ kind: 'unknown' });
    expect(await booked()).toBeUndefined();
    expect(await refund(order(904))).toMatchObject({ kind: 'settled' });
    expect(await booked()).toMatchObject({ amount: 904, status: 'settled' });
  });

  test('an answer may take its time', async () => {
    const begun = performance.now();
    await refund(order(907), { delayMs: 10, laterMs: 30 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(39);
  });

  test('the same key is the same refund, however often it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund()));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await refund(order(2000))).kind).toBe('settled');
    expect(await booked()).toMatchObject({ amount: 1000 });
  });

  test('looking a refund up moves no money', async () => {
    expect(await lookUp()).toEqual({ kind: 'absent' });
    expect(await booked()).toBeUndefined();
  });

  test('a shop knows nothing of what another shop refunded under the same key', async () => {
    await refund();
    expect(await lookUp({ ...order(), shop: 'coffee' })).toEqual({ kind: 'absent' });
  });
});

describe('news of the simulated provider', () => {
  test.each([
    ['settled', 902, undefined],
    ['declined', 903, 'Merchant account has insufficient balance'],
    ['reversed', 906, 'The bank of the customer sent the money back'],
  ])('are told when it is time, and until they are acknowledged: %s', async (kind, amount, message) => {
    await refund(order(amount));
    gateway.clock.pass(LATER_MS - 1);
    expect(await provider.news()).toEqual([]);
    gateway.clock.pass(1);
    const news = await provider.news();
    const { reference } = (await booked()) as { reference: string };
    const told = {
      shop: 'tea',
      providerKey: 'k1',
      reference,
      paymentReference: 'pay_1',
      amount,
      currency: 'PLN',
      kind,
    };
    expect(news).toEqual([{ ...told, ...(message === undefined ? {} : { message }) }]);
    expect(await provider.news()).toEqual(news);
    await provider.acknowledge(news[0]!);
    await provider.acknowledge(news[0]!);
    expect(await provider.news()).toEqual([]);
    expect(await booked()).toMatchObject({ status: kind });
  });
});

describe('the list of a payment', () => {
  test('shows each refund of the payment as it stands, also one that we never sent', async () => {
    await refund(order(1000, 'k1'));
    await refund(order(906, 'k2'));
    await refund({ ...order(1000, 'k3'), paymentReference: 'pay_2' });
    await refund({ ...order(1000, 'k4'), shop: 'coffee' });
    const byHand = { shop: 'tea', providerKey: 'by hand', reference: 'hand_1', paymentReference: 'pay_1' } as const;
    await gateway.database.unitOfWork.run((stores) =>
      stores.simulatedBooks.add({ ...byHand, amount: 5, currency: 'PLN', status: 'settled' }),
    );
    gateway.clock.pass(LATER_MS);
    const listing = await provider.list('pay_1', 'tea');
    expect(listing).toMatchObject({
      kind: 'listed',
      refunds: [
        { ourReference: 'by hand', reference: 'hand_1', amount: 5, currency: 'PLN', kind: 'settled' },
        { ourReference: 'k1', amount: 1000, kind: 'settled' },
        { ourReference: 'k2', amount: 906, kind: 'reversed', message: 'The bank of the customer sent the money back' },
      ],
    });
    expect(await provider.list('pay_9', 'tea')).toEqual({ kind: 'listed', refunds: [] });
  });
});

describe('settings of the simulated provider', () => {
  test.each<[unknown]>([
    [{}],
    [{ scenario: 'declines', steerByAmount: false, delayMs: 0, laterMs: 0 }],
    [{ delayMs: 20_000, laterMs: 86_400_000 }],
    [{ webhookSecret: `whsec_${Buffer.alloc(24).toString('base64')}` }],
    [{ webhookSecret: `whsec_${Buffer.alloc(64).toString('base64')}` }],
  ])('%j are taken', (settings) => {
    expect(provider.checkSettings(settings)).toBeUndefined();
  });

  test.each<[unknown, string]>([
    [null, 'must be a JSON object'],
    ['settles', 'must be a JSON object'],
    [[], 'must be a JSON object'],
    [{ scenario: 'explodes' }, 'scenario must be one of settles, declines'],
    [{ steerByAmount: 'no' }, 'steerByAmount must be true or false'],
    [{ delayMs: -1 }, 'delayMs must be a whole number of milliseconds from 0 to 20000'],
    [{ delayMs: 20_001 }, 'delayMs must be'],
    [{ delayMs: '5' }, 'delayMs must be'],
    [{ laterMs: 86_400_001 }, 'laterMs must be a whole number of milliseconds from 0 to 86400000'],
    [{ laterMs: 1.5 }, 'laterMs must be'],
    [
      { webhookSecret: `whsec_${Buffer.alloc(23).toString('base64')}` },
      'webhookSecret must be whsec_ and 24 to 64 bytes',
    ],
    [{ webhookSecret: `whsec_${Buffer.alloc(65).toString('base64')}` }, 'webhookSecret must be whsec_'],
    [{ webhookSecret: Buffer.alloc(32).toString('base64') }, 'webhookSecret must be whsec_'],
    [{ webhookSecret: 5 }, 'webhookSecret must be whsec_'],
    [{ key: 'secret' }, 'key is not known here'],
  ])('%j are refused, and told why', (settings, problem) => {
    expect(provider.checkSettings(settings)).toMatch(problem);
  });
});
