/** The schema of returns is the table that lists are read by, and both tell of every member that a return has (choice LAETS-12). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RETURN } from '../../../src/dialects/laets/return-resource';
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { marketOrder, openMarket, type Market } from './shop';

let gateway: GatewayUnderTest;
let market: Market;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  market = await openMarket(gateway);
  await gateway.services.orders.put(gateway.caller, marketOrder());
});
afterAll(() => gateway.stop());

interface Schema {
  readonly fields: Readonly<Record<string, { type: string; nullable: boolean; editable: boolean }>>;
  readonly filtering: Readonly<Record<string, number>>;
  readonly ordering: readonly string[];
}

test('every member of a return is a field, of the type that it has', async () => {
  const { body: told } = await market.open();
  const { fields } = (await market.as('seller', '/v1/return/schema/')).body as unknown as Schema;
  const { meta: _, ...members } = told ?? {};
  expect(Object.keys(fields)).toEqual(Object.keys(members));
  const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
    integer: Number.isInteger,
    string: (value) => typeof value === 'string',
    boolean: (value) => typeof value === 'boolean',
    decimal: (value) => /^\d+\.\d\d$/.test(String(value)),
    datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/.test(String(value)),
    related: (value) => typeof value === 'object' && value !== null && 'resource_uri' in value,
  };
  for (const [name, { type, nullable }] of Object.entries(fields)) {
    const value = members[name];
    expect([name, value === null ? nullable : fits[type]?.(value)]).toEqual([name, true]);
  }
});

test('what can be changed is what PUT changes', () => {
  const editable = Object.entries(RETURN.fields).filter(([, field]) => field.editable);
  expect(editable.map(([name]) => name)).toEqual(['comment', 'external_id', 'starred']);
});

test('every filter and every ordering of the schema is answered', async () => {
  const { filtering, ordering } = (await market.as('seller', '/v1/return/schema/')).body as unknown as Schema;
  expect(Object.keys(filtering)).toEqual([
    ...['id', 'merchant', 'merchant_order', 'order_item', 'user', 'status', 'return_type', 'reason', 'external_id'],
    ...['created_on', 'last_updated', 'closed'],
  ]);
  for (const name of Object.keys(filtering)) {
    const value = /_on$|updated|closed/.test(name) ? '2026-01-01' : '1';
    expect([name, (await market.as('seller', `/v1/return/?${name}=${value}`)).status]).toEqual([name, 200]);
  }
  for (const name of [...ordering, ...ordering.map((one) => `-${one}`)]) {
    expect((await market.as('seller', `/v1/return/?order_by=${name}`)).status).toBe(200);
  }
});

test.each<readonly [string, string, string]>([
  ['return', 'Lists or makes objects of return.', 'Tells or changes one object of return.'],
  ['refund', 'Lists or makes objects of refund.', 'Tells one object of refund.'],
  ...['merchant', 'merchant_order', 'order', 'order_item', 'transaction', 'app_transaction'].map(
    (name) => [name, `Lists objects of ${name}.`, `Tells one object of ${name}.`] as const,
  ),
])('the schema of %s tells what its methods do, and no more', async (name, ofList, ofDetail) => {
  const { body } = await market.as('seller', `/v1/${name}/schema/`);
  const methods = body?.['methods'] as { doc_text: string }[];
  expect(methods.map(({ doc_text: text }) => text)).toEqual([ofList, ofDetail]);
});

test('the description of the API names the same filters', () => {
  const file = path.join(__dirname, '..', '..', '..', 'generated', 'laets', 'openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  const named = paths['/return/']?.get.parameters.map(({ name }) => name).sort();
  expect(named).toEqual([...Object.keys(RETURN.filters), 'limit', 'offset', 'order_by'].sort());
});
