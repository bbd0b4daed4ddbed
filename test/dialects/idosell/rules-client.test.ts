/** The JavaScript client of the platform, by its rules: one shop's day with each of the versions that it speaks. */
import { startGateway, SHOP } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { FaultStringError, RulesClient } from './rules-client';
import { openShop } from './three-doors';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

const ORDER = { sourceType: 'order', sourceId: 10032 };
const OK = { faultCode: 0, faultString: '' };
const LIST = '/refunds/retrieveRefundsList';

describe.each([3, 6, 8])('version %i', (version) => {
  let client: RulesClient;
  beforeEach(async () => {
    await gateway.clear();
    await openShop(gateway);
    client = new RulesClient(gateway.address, version, gateway.key);
  });

  const add = async (refundValue: number): Promise<unknown> => {
    const wish = { sourceId: 10032, refundValue, paymentId: 1, refundCurrency: 'PLN' };
    return (await client.send('POST', '/refunds/addAutomaticRefundForOrder', wish)).result?.['refundId'];
  };

  test('a refund is added, changed, confirmed and paid out; its id is the payment of later calls, as a number', async () => {
    const paymentId = await add(9.99);
    const numbered = { ...ORDER, paymentId };
    const change = { ...numbered, refundValue: 15, refundCurrency: 'PLN' };
    const changed = await client.send('PUT', '/refunds/updateRefund', change);
    expect(changed).toEqual({ result: { updateResult: true, ...OK } });
    const confirmed = await client.send('PUT', '/refunds/confirmRefund', numbered);
    expect(confirmed).toEqual({ result: { confirmResult: true, ...OK } });
    await gateway.drain();
    const { result } = await client.get('/refunds/getRefundStatus', numbered);
    expect(result).toMatchObject({ refundStatus: 'Completed', refundValue: 15, ...OK });
  });

  test('what is refused is thrown with its code', async () => {
    const refused = client.send('PUT', '/refunds/cancelRefund', { ...ORDER, paymentId: '10032-2' });
    await expect(refused).rejects.toThrow(FaultStringError);
    await expect(refused).rejects.toMatchObject({ cause: { faultCode: 3, faultString: 'API operation failed' } });
    await expect(add(100.01)).rejects.toMatchObject({ cause: { faultCode: 4003 } });
  });

  test('the list is read page by page to the last, and counted', async () => {
    const ids = [];
    for (const value of [1, 2, 3, 4, 5]) ids.push(String(await add(value)));
    for (const limit of [1, 2, 4, 5, 100]) {
      const read: unknown[] = [];
      for await (const page of client.pages(LIST, { sourceType: 'all' }, limit)) {
        read.push(...page.map(({ paymentId }) => paymentId));
      }
      expect([limit, read]).toEqual([limit, ids]);
    }
    expect(await client.count(LIST, { sourceType: 'all' })).toBe(5);
    expect(await client.count(LIST, { sourceType: 'rma' })).toBe(0);
  });

  test('page 0 is the first page', async () => {
    for (const value of [1, 2, 3]) await add(value);
    const page = (resultsPage: number) => client.get(LIST, { sourceType: 'all', resultsPage, resultsLimit: 2 });
    expect((await page(0)).results).toHaveLength(2);
    expect(await page(0)).toEqual(await page(1));
    expect(await page(2)).not.toEqual(await page(1));
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      '422: Invalid data format: sourceId',
      () => client.get('/refunds/getPossibleAutoRefunds', { sourceType: 'order' }),
    ],
    ['404: Not found', () => client.get('/refunds/getRefund', {})],
    ['401: Authorization error', () => new RulesClient(gateway.address, version, 'x').get(LIST, { sourceType: 'all' })],
  ])('an error of the door is "%s"', async (message, ask) => {
    await expect(ask()).rejects.toThrow(new Error(message));
  });

  test('which access a key lacks is told in words that the client understands', async () => {
    const keyWith = (scope: string) =>
      gateway.services.credentials.addKey({ shop: SHOP, name: 'narrow', scopes: [scope] });
    const wish = { ...ORDER, refundValue: 1, refundCurrency: 'PLN' };
    const { key: reader } = await keyWith('refunds:read');
    const adding = new RulesClient(gateway.address, version, reader).send('POST', '/refunds/addManualRefund', wish);
    await expect(adding).rejects.toThrow(new Error('403: no access to module OMS (rw)'));
    const { key: writer } = await keyWith('refunds:create');
    const reading = new RulesClient(gateway.address, version, writer).get(LIST, { sourceType: 'all' });
    await expect(reading).rejects.toThrow(new Error('403: no access to module OMS (r)'));
  });
});
