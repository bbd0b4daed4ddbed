/** One story told through each door of IdoSell: what can be asked in three ways is answered alike in all of them. */
import { Refusal } from '../../../src/domain/refusal';
import { SHOP, startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { DOORS, loginOf, openShop } from './three-doors';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await openShop(gateway);
});

const ORDER = { sourceType: 'order', sourceId: 10032 };
const PLN = { refundCurrency: 'PLN' };
const OK = { faultCode: 0, faultString: '' };
const fault = (faultCode: number) => ({ faultCode, faultString: expect.any(String) as string });
const done = (members: object) => ({ errors: OK, result: { ...members, ...OK } });
const refused = (code: number, members = {}) => ({ errors: fault(code), result: { ...members, ...fault(code) } });
const status = (refundStatus: string, refundValue: number, more = {}) =>
  done({
    refundDateAdd: '2026-11-21 11:30:00',
    ...{ refundValue, refundStatus, refundDateConfirm: '', refundExternalId: '', refundCurrency: 'PLN', ...more },
  });
const confirmedAt = { refundDateConfirm: '2026-11-21 11:30:00' };

type Step = readonly [method: string, params: Readonly<Record<string, unknown>>, told: object];

const STORY: readonly (Step | 'the worker sends')[] = [
  [
    'getPossibleAutoRefunds',
    ORDER,
    { errors: OK, results: [{ paymentId: 1, value: 100, refundType: 'full', ...PLN, ...OK }] },
  ],
  ['retrieveRefundsList', { sourceType: 'all' }, { errors: OK, results: [] }],
  ['addAutomaticRefundForOrder', { sourceId: 10032, refundValue: 9.99, paymentId: 1, ...PLN }, done({ refundId: 2 })],
  ['getRefundStatus', { ...ORDER, paymentId: 2 }, status('Pending', 9.99)],
  ['updateRefund', { ...ORDER, paymentId: '2', refundValue: 15.5, ...PLN }, done({ updateResult: true })],
  [
    'retrieveRefundsList',
    { sourceType: 'order', resultsPage: 1, resultsLimit: 10 },
    { errors: OK, results: [{ ...ORDER, paymentId: '2', refundValue: 15.5, ...PLN, ...OK }] },
  ],
  ['confirmRefund', { ...ORDER, paymentId: 2 }, done({ confirmResult: true })],
  ['confirmRefund', { ...ORDER, paymentId: 2 }, refused(4017, { confirmResult: false })],
  ['cancelRefund', { ...ORDER, paymentId: '2' }, refused(4019, { resultStatus: false })],
  ['updateRefund', { ...ORDER, paymentId: '2', refundValue: 1, ...PLN }, refused(4013, { updateResult: false })],
  ['getRefundStatus', { ...ORDER, paymentId: 2 }, status('Processing', 15.5, confirmedAt)],
  'the worker sends',
  [
    'getRefundStatus',
    { ...ORDER, paymentId: 2 },
    status('Completed', 15.5, { ...confirmedAt, refundExternalId: expect.stringMatching(/^sim_/) as string }),
  ],
  ['confirmRefund', { ...ORDER, paymentId: 2 }, refused(4012, { confirmResult: false })],
  [
    'addManualRefund',
    { ...ORDER, refundValue: 20.12, ...PLN, refundDetails: { paymentFormId: 1, account: '49 0000' } },
    done({ refundId: 3 }),
  ],
  ['cancelRefund', { ...ORDER, paymentId: '3' }, done({ resultStatus: true })],
  ['cancelRefund', { ...ORDER, paymentId: '10032-3' }, refused(4020, { resultStatus: false })],
  ['addAutomaticRefund', { sourceType: 'return', sourceId: 1 }, done({ refundId: 1 })],
  ['addAutomaticRefund', { sourceType: 'return', sourceId: 99 }, refused(4007)],
  ['addAutomaticRefund', { sourceType: 'gift', sourceId: 1 }, refused(4005)],
  ['addAutomaticRefundForOrder', { sourceId: 10032, refundValue: 100.01, paymentId: 1, ...PLN }, refused(4003)],
  ['addManualRefund', { ...ORDER, refundValue: 1, refundCurrency: 'EUR' }, refused(4004)],
  ['getPossibleAutoRefunds', { ...ORDER, sourceId: 7 }, { errors: fault(4007), results: [] }],
];

describe.each(Object.entries(DOORS))('over %s', (_name, ask) => {
  test('refunds are added, changed, confirmed, sent and cancelled, and what cannot be done has its code', async () => {
    for (const step of STORY) {
      if (step === 'the worker sends') {
        await gateway.drain();
        continue;
      }
      const [method, params, told] = step;
      const { status: http, reply } = await ask(gateway, method, params);
      const { resultsNumberAll: _onlyInJson, ...said } = reply;
      expect([method, said]).toEqual([method, told]);
      expect([200, 207]).toContain(http);
    }
  });
});

describe.each(Object.entries(DOORS).filter(([name]) => name !== 'REST'))('over %s', (_name, ask) => {
  test.each([
    ['a member is missing', 'confirmRefund', { sourceType: 'order', paymentId: 2 }, { confirmResult: false }],
    ['an id is no number', 'confirmRefund', { ...ORDER, paymentId: 'two' }, { confirmResult: false }],
    [
      'an amount has too many digits',
      'updateRefund',
      { ...ORDER, paymentId: '2', refundValue: 9.999, ...PLN },
      { updateResult: false },
    ],
    [
      'an amount is below zero',
      'updateRefund',
      { ...ORDER, paymentId: '2', refundValue: -1, ...PLN },
      { updateResult: false },
    ],
  ])('%s: code 3 in a reply', async (_what, method, params, members) => {
    expect(await ask(gateway, method, params)).toEqual({ status: 200, reply: refused(3, members) });
  });

  test('a wrong login is code 1 in a reply, whatever else is wrong', async () => {
    const stranger = { ...gateway, login: { ...gateway.login, password: 'wrong' } };
    const { status: http, reply } = await ask(stranger, 'confirmRefund', {});
    expect([http, reply]).toEqual([200, refused(1, { confirmResult: false })]);
  });
});

/** A message as a client without a WSDL writes it. */
async function post(method: string, request: string, headers: Record<string, string> = {}): Promise<string> {
  const [gate, name] = method.split('/');
  const namespace = gate === 'payments' ? 'ApiPayments' : 'ApiRefunds';
  const part = `<${name}Request>${request}</${name}Request>`;
  const answer = await fetch(`${gateway.address}/api/?gate=${method}/0/soap`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml', ...headers },
    body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><a:${name} xmlns:a="${namespace}">${part}</a:${name}></e:Body></e:Envelope>`,
  });
  return answer.text();
}

/** An amount that the simulated provider declines. */
const DECLINED = '9.01';
const CONFIRM = '<params><sourceType>order</sourceType><sourceId>10032</sourceId><paymentId>9</paymentId></params>';

const RETURN = '<params><sourceType>return</sourceType><sourceId>1</sourceId></params>';

describe('over SOAP a caller is known', () => {
  test('by a bearer token beside an empty login', async () => {
    const { user, password } = gateway.login;
    const { token } = await gateway.services.credentials.issueToken(user, password);
    const empty = '<authenticate><authenticateKey></authenticateKey><userLogin></userLogin></authenticate>';
    const text = await post('refunds/confirmRefund', empty + CONFIRM, { Authorization: `Bearer ${token}` });
    expect(text).toContain('<faultCode xsi:type="xsd:int">4008</faultCode>');
  });

  test('by the names that older gates have for a login', async () => {
    const { authenticateKey, userLogin } = loginOf(gateway);
    const login = `<authenticate><system_login>${userLogin}</system_login><system_key>${authenticateKey}</system_key></authenticate>`;
    expect(await post('refunds/confirmRefund', login + CONFIRM)).toContain('<faultCode xsi:type="xsd:int">4008<');
  });

  test('by an API key, whose rights count: what it may not do is code 1', async () => {
    const { key } = await gateway.services.credentials.addKey({ shop: SHOP, name: 'reader', scopes: ['refunds:read'] });
    const text = await post('refunds/addAutomaticRefund', RETURN, { Authorization: `Bearer ${key}` });
    expect(text).toContain('<faultCode xsi:type="xsd:int">1</faultCode>');
    expect(text).toContain('Access denied. Scope: oms');
  });

  test('or not at all, which is code 1', async () => {
    expect(await post('refunds/confirmRefund', CONFIRM)).toContain('<faultCode xsi:type="xsd:int">1</faultCode>');
  });
});

test('a gateway that is too busy says so in the words of each protocol', async () => {
  const busy = (): Promise<never> => Promise.reject(new Refusal('gateway_busy', 'too many wait'));
  const numbered = jest.spyOn(gateway.services.refundReader, 'numbered').mockImplementation(busy);
  const Authorization = `Bearer ${gateway.key}`;
  expect(await post('refunds/confirmRefund', CONFIRM, { Authorization })).toContain('SOAP-ENV:Server');
  expect((await DOORS['the JSON gate']?.(gateway, 'confirmRefund', { ...ORDER, paymentId: 2 }))?.status).toBe(429);
  numbered.mockRestore();
});

describe('payments/get tells', () => {
  const get = (paymentNumber: string, sourceType = 'order') => {
    const { authenticateKey, userLogin } = loginOf(gateway);
    const login = `<authenticate><authenticateKey>${authenticateKey}</authenticateKey><userLogin>${userLogin}</userLogin></authenticate>`;
    const params = `<params><paymentNumber>${paymentNumber}</paymentNumber><sourceType>${sourceType}</sourceType></params>`;
    return post('payments/get', login + params);
  };
  const shown = (text: string) =>
    [...text.matchAll(/<(\w+) xsi:type="[^"]*">([^<]*)<\//g)].map(([, name, value]) => `${name} ${value}`).join(', ');
  const FOUND = 'faultCode 0, faultString , orderNumber 10032';

  test('of a payment that it is booked, and on which day in the shop', async () => {
    expect(shown(await get('10032-1'))).toBe(
      `${FOUND}, ordinalNumber 1, value 100, currency PLN, accountingDate 2026-11-20, status pending, externalPaymentId ext-1`,
    );
  });

  test('of a refund whether it waits, is booked or is off', async () => {
    const refundOf = (state: string) =>
      expect.stringContaining(
        `${FOUND}, ordinalNumber 2, value 5.5, currency PLN, ${state}, paymentFormId 2, externalPaymentId , user`,
      ) as string;
    const wish = {
      sourceType: 'order',
      sourceId: 10032,
      amount: '5.50',
      currency: 'PLN',
      destination: 'cash',
    } as const;
    const { id: refundId } = await gateway.services.refunds.addManual(gateway.caller, wish);
    expect(shown(await get('10032-2'))).toEqual(refundOf('accountingDate , status processed'));
    await gateway.services.refunds.confirm(gateway.caller, { refundId });
    expect(shown(await get('10032-2'))).toEqual(refundOf('accountingDate 2026-11-21, status pending'));
    const { id: second } = await gateway.services.refunds.addManual(gateway.caller, wish);
    await gateway.services.refunds.cancel(gateway.caller, { refundId: second });
    expect(shown(await get('10032-3'))).toContain('accountingDate , status cancelled');
  });

  test('of a refund that its provider declined that it is off', async () => {
    const { caller, services } = gateway;
    const wish = { orderId: 10032, paymentId: 1, amount: DECLINED, currency: 'PLN' };
    const { id: refundId } = await services.refunds.addAutomaticForOrder(caller, wish);
    await services.refunds.confirm(caller, { refundId });
    await gateway.drain();
    const text = shown(await get('10032-2'));
    expect(text).toContain('accountingDate , status cancelled');
    expect(text).toContain('eventCode refund.decline, date 2026-11-21 11:30:00, level error');
  });

  test.each([
    [2, '10032-9', 'order'],
    [2, '7-1', 'order'],
    [2, '10032-99999999999999999999', 'order'],
    [2, '1-1', 'return'],
    [3, '1', 'order'],
    [3, 'first', 'order'],
    [3, '10032-1', 'gift'],
    [3, '0-1', 'order'],
  ])('code %i of %s, %s', async (code, paymentNumber, sourceType) => {
    const text = await get(paymentNumber, sourceType);
    expect(shown(text)).toMatch(new RegExp(`^faultCode ${code}, faultString `));
    expect(text).not.toContain('<result');
  });
});
