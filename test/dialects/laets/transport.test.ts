/** What laets' clients meet before any of their requests is understood: addresses, methods, headers, languages. */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask } from './client';
import { BRICK, marketOrder, ORDER } from './shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

test.each(['/v1/user/me/', '/v1/user/me', '/v1//user/me/', '//v1/user//me//', '/v1/user/me/?return_data=1'])(
  '%s is one address',
  async (path) => {
    expect(await ask(gateway, path)).toMatchObject({ status: 200, body: { username: 'erp' } });
  },
);

test.each(['/v1/', '/v1', '/v1/nothing/', '/v1/user/', '/v1/User/me/', '/v1/user/%E0%A4%A/', '/v1/user/me/more/'])(
  'at %s there is nothing, and no body says so',
  async (path) => {
    const { status, text, headers } = await ask(gateway, path);
    expect([status, text]).toEqual([404, '']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  },
);

test('addresses that only begin alike are none of this door', async () => {
  const { status, headers } = await ask(gateway, '/v10/user/me/');
  expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is told which methods there are', async (method) => {
  const { status, text, headers } = await ask(gateway, '/v1/user/me/', { method });
  expect([status, text, headers.allow]).toEqual([405, '', 'GET, HEAD, OPTIONS']);
});

test('a page of another origin may ask, and is told beforehand what it may send', async () => {
  const { status, headers } = await ask(gateway, '/v1/user/me/', {
    method: 'OPTIONS',
    headers: { authorization: undefined },
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': expect.stringMatching(/^Authorization, Content-Type/) as string,
  });
});

test('every answer has the headers of the platform', async () => {
  for (const path of ['/v1/user/me/', '/v1/nothing/', '/v1/user/sso/']) {
    expect((await ask(gateway, path)).headers).toMatchObject({
      ...{ vary: expect.stringMatching(/^Accept, Accept-Language/) as string, 'content-language': 'en' },
      ...{
        'x-release-version': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
        'access-control-allow-origin': '*',
      },
    });
  }
});

test.each([
  [{ 'content-language': 'fr' }, 'fr'],
  [{ 'content-language': 'pl-PL', 'accept-language': 'de' }, 'pl'],
  [{ 'accept-language': 'nl, de;q=0.5, vi;q=0.7' }, 'vi'],
  [{ 'accept-language': 'pt-BR' }, 'pt'],
  [{ 'accept-language': 'de;q=0, en;q=0.1' }, 'en'],
  [{ 'content-language': 'nl', 'accept-language': 'de' }, 'de'],
  [{ 'accept-language': '*' }, 'en'],
])('a caller who sends %j is answered in %s', async (headers, language) => {
  expect((await ask(gateway, '/v1/user/me/', { headers })).headers['content-language']).toBe(language);
});

test('objects name themselves on the origin that the caller used', async () => {
  const { body } = await ask(gateway, '/v1/user/me/', { headers: { host: 'refunds.example:8080' } });
  expect(body).toMatchObject({ resource_uri: `http://refunds.example:8080/v1/user/${String(body?.['id'])}/` });
});

test('they name themselves on a host with an underscore too, as containers call each other', async () => {
  const { body } = await ask(gateway, '/v1/user/me/', { headers: { host: 'refund_gateway:3000' } });
  expect(body).toMatchObject({ resource_uri: `http://refund_gateway:3000/v1/user/${String(body?.['id'])}/` });
});

test('behind a proxy they name themselves as PUBLIC_URL says, whatever the caller used, and are known by that name', async () => {
  const behind = await startGateway({ doors: [], environment: { PUBLIC_URL: 'https://refunds.example/api/' } });
  try {
    const { body } = await ask(behind, '/v1/user/me/', { headers: { host: 'elsewhere.example' } });
    expect(body).toMatchObject({ resource_uri: `https://refunds.example/api/v1/user/${String(body?.['id'])}/` });
    await behind.services.orders.put(behind.caller, marketOrder());
    const [item] = (await ask(behind, `/v1/order_item/?id=${BRICK}`)).body?.['objects'] as { resource_uri: string }[];
    expect(item?.resource_uri).toBe(`https://refunds.example/api/v1/order_item/${BRICK}/`);
    const opened = await ask(behind, '/v1/return/', { body: { order_item: item?.resource_uri } });
    expect(opened).toMatchObject({ status: 201, body: { order_item: { id: BRICK } } });
    const order = encodeURIComponent(`https://refunds.example/api/v1/merchant_order/${ORDER}/`);
    const found = await ask(behind, `/v1/return/?merchant_order=${order}`);
    expect(found.body).toMatchObject({ meta: { total_count: 1 } });
  } finally {
    await behind.stop();
  }
});

test('the description and its page are open, and name their addresses with a slash at the end', async () => {
  const open = { headers: { authorization: undefined } };
  const { body } = await ask(gateway, '/laets/openapi.json', open);
  expect(Object.keys(body?.['paths'] as object)).toEqual(expect.arrayContaining(['/user/me/', '/user/sso/']));
  expect((body?.['servers'] as { url: string }[])[0]?.url).toMatch(/^http:\/\/.+\/v1$/);
  expect((await ask(gateway, '/laets/docs', open)).status).toBe(200);
});
