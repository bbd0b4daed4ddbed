/**
 * The messages of the contract, a folder each: what is sent, and every key of the answer in its order. They are answered by a
 * shop where nothing was given back before, or by what a folder says beside: another order (shop.json), settings, earlier requests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PutOrder } from '../../../src/services/wishes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop } from './shop';

jest.setTimeout(60_000);

const FOLDER = path.join(__dirname, '..', '..', 'samples', 'sapo');

/** One for each choice of settings that a sample makes. */
const gateways = new Map<string, GatewayUnderTest>();
afterAll(() => Promise.all([...gateways.values()].map((gateway) => gateway.stop())));

async function gatewayWith(environment: Readonly<Record<string, string>>): Promise<GatewayUnderTest> {
  const name = JSON.stringify(environment);
  const gateway = gateways.get(name) ?? (await startGateway({ doors: [], environment }));
  gateways.set(name, gateway);
  await gateway.clear();
  return gateway;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

interface Sample extends Asked {
  /** Of the deployment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What was asked before, in this order. */
  readonly before?: readonly Asked[];
}

const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, name, file), 'utf8'));

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const { settings = {}, before = [], ...request } = read(name, 'request.json') as Sample;
  const gateway = await gatewayWith(settings);
  const shop = existsSync(path.join(FOLDER, name, 'shop.json')) ? read(name, 'shop.json') : undefined;
  if (shop) await gateway.services.orders.put(gateway.caller, shop as PutOrder);
  else await openShop(gateway);
  for (const earlier of before) await ask(gateway, earlier.path, earlier);
  const answer = await ask(gateway, request.path, request);
  const { status, body } = read(name, 'response.json') as { status: number; body: unknown };
  expect([answer.status, answer.body]).toEqual([status, body]);
  expect(answer.text).toBe(JSON.stringify(body));
});

/** As they were recorded from the platform (contract, section 4.2). */
const RECORDED = {
  refund:
    'id, order_id, return_id, created_on, processed_at, restock, user_id, note, transactions, refund_line_items, order_adjustments, total_refunded',
  transaction:
    'id, parent_id, order_id, checkout_token, refund_id, location_id, source_name, client_id, user_id, device_id, gateway, amount, currency, kind, status, authorization, error_code, message, cause_type, payment_info, payment_details, receipt, created_on, processed_at, test',
  adjustment: 'id, order_id, refund_id, kind, reason, amount, tax_amount',
  refundLine:
    'id, line_item_id, quantity, location_id, subtotal, total_tax, restock_type, total_cart_discount_amount, line_item',
  lineItem:
    'id, price, total_discount, discount_code, fulfillment_status, fulfillable_quantity, quantity, current_quantity, grams, product_id, variant_id, inventory_item_id, product_exists, variant_inventory_management, requires_shipping, name, title, variant_title, sku, vendor, gift_card, properties, discount_allocations, tax_lines, taxable, non_fulfillable_quantity, refundable_quantity, restockable, discounted_unit_price, discounted_total, original_total, fulfillment_service, merchant_editable, unit, catalog_id, note, vat_pit_category_code, deleted',
};

test('every object has the recorded keys, in the recorded order', () => {
  const { body } = read('createRefund__lines_and_money', 'response.json') as {
    body: { refund: Record<string, Record<string, object>[]> };
  };
  const [line] = body.refund['refund_line_items'] ?? [];
  const keys = (object: object | undefined): string => Object.keys(object ?? {}).join(', ');
  expect({
    refund: keys(body.refund),
    transaction: keys(body.refund['transactions']?.[0]),
    adjustment: keys(body.refund['order_adjustments']?.[0]),
    refundLine: keys(line),
    lineItem: keys(line?.['line_item']),
  }).toEqual(RECORDED);
});
