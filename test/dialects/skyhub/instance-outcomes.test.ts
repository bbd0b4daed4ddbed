/** What becomes of the refunds of an instance at the provider, and of the instance with them (contract, section 4; choice SKY-7). */
import type { InstanceList } from '../../../src/dialects/skyhub/shapes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder, SAC } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(() => gateway.clear());

type Paid = readonly (readonly [method: 'card' | 'pix', amount: string])[];

/** Opens an instance for all that was paid, in the forms in which it was paid. */
async function open(paid: Paid): Promise<void> {
  const price = (paid.reduce((sum, [, amount]) => sum + Number(amount.replace('.', '')), 0) / 100).toFixed(2);
  const lines = [{ lineId: 1, sku: '70000064', name: 'Cafeteira', quantity: 1, price }];
  const payments = paid.map(([method, amount], index) => ({
    ...{ paymentId: index + 1, provider: 'simulated', method, amount, reference: `pay_${index + 1}` },
  }));
  await gateway.services.orders.put(gateway.caller, channelOrder({ shipping: '0.00', lines, payments }));
  const { status } = await ask(gateway, 'POST', `${SAC}/instances`, {
    instance: {
      items: [{ id: '298765432198761-1', quantity: 1 }],
      action: { id: 'RETURN' },
      cause: { id: 'ARP', reason: { id: '183' } },
      refunds: [...new Set(paid.map(([method]) => method))].map((method) => ({
        id: method === 'card' ? 'CREDIT_CARD' : 'PIX',
        group: 'ORIGINAL_PAYMENT',
      })),
    },
  });
  expect(status).toBe(201);
}

async function sendAll(): Promise<void> {
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  const { items: refunds } = await gateway.services.refundReader.drafts(gateway.caller, { page: 1, limit: 100 });
  for (const { id: refundId } of refunds) await gateway.services.refunds.confirm(gateway.caller, { refundId });
  await gateway.drain();
}

async function standing(): Promise<string> {
  const { body } = await ask<InstanceList>(gateway, 'GET', `${SAC}/instances`);
  const [{ status, refunds = [] } = { status: 'none' }] = body.instances;
  return [status, ...refunds.map((one) => `${one.id} ${one.status} ${one.value}`)].join(', ');
}

// What the simulated provider does is chosen by the last digits of an amount.
test.each<[string, Paid, string]>([
  [
    'both are paid',
    [
      ['card', '60.00'],
      ['pix', '5.00'],
    ],
    'FINISHED, CREDIT_CARD APPROVED 60, PIX APPROVED 5',
  ],
  [
    'one is declined',
    [
      ['card', '59.01'],
      ['pix', '5.00'],
    ],
    'FINISHED, CREDIT_CARD CANCELLED 59.01, PIX APPROVED 5',
  ],
  [
    'both are declined',
    [
      ['card', '59.01'],
      ['pix', '9.01'],
    ],
    'CANCELLED, CREDIT_CARD CANCELLED 59.01, PIX CANCELLED 9.01',
  ],
  [
    'one is in work',
    [
      ['card', '59.02'],
      ['pix', '5.00'],
    ],
    'IN_PROGRESS, CREDIT_CARD PENDING 59.02, PIX APPROVED 5',
  ],
  [
    'one was lost sight of',
    [
      ['card', '59.04'],
      ['pix', '9.01'],
    ],
    'IN_PROGRESS, CREDIT_CARD PENDING 59.04, PIX CANCELLED 9.01',
  ],
  [
    'of one form a part is paid',
    [
      ['card', '59.01'],
      ['card', '30.00'],
    ],
    'FINISHED, CREDIT_CARD APPROVED 30',
  ],
])('%s', async (_what, paid, told) => {
  await open(paid);
  await sendAll();
  expect(await standing()).toBe(told);
});

test.each([
  ['is paid', '59.02', 'IN_PROGRESS, CREDIT_CARD PENDING 59.02', 'FINISHED, CREDIT_CARD APPROVED 59.02'],
  ['is declined', '59.03', 'IN_PROGRESS, CREDIT_CARD PENDING 59.03', 'CANCELLED, CREDIT_CARD CANCELLED 59.03'],
  ['is taken back', '59.06', 'FINISHED, CREDIT_CARD APPROVED 59.06', 'CANCELLED, CREDIT_CARD CANCELLED 59.06'],
])(
  'a refund that %s later is told of so, and changes when the instance was changed',
  async (_what, amount, first, then) => {
    await open([['card', amount]]);
    await sendAll();
    expect(await standing()).toBe(first);
    for (let hours = 0; hours < 48 && (await standing()) === first; hours++) {
      gateway.clock.pass(3_600_000);
      await gateway.drain();
    }
    expect(await standing()).toBe(then);
    const { body } = await ask<InstanceList>(gateway, 'GET', `${SAC}/instances`);
    const { updated_at: changed, start_task_date: begun } = body.instances[0] ?? {};
    expect(Date.parse(changed ?? '')).toBeGreaterThan(Date.parse(begun ?? ''));
  },
);

test('refunds that the merchant withdrew, every one, cancel the instance', async () => {
  await open([
    ['card', '60.00'],
    ['pix', '5.00'],
  ]);
  await gateway.services.returns.accept(gateway.caller, { returnId: 1 });
  for (const refundId of [1, 2]) await gateway.services.refunds.cancel(gateway.caller, { refundId });
  expect(await standing()).toBe('CANCELLED, CREDIT_CARD CANCELLED 60, PIX CANCELLED 5');
});

test('an instance whose only refund was declined can still be withdrawn, and only once', async () => {
  await open([['card', '59.01']]);
  await sendAll();
  expect(await standing()).toBe('CANCELLED, CREDIT_CARD CANCELLED 59.01');
  const withdraw = () => ask(gateway, 'PUT', `${SAC}/instances`, { instance: { id: '1', status: 'CANCELLED' } });
  expect([(await withdraw()).status, (await withdraw()).status]).toEqual([200, 422]);
});
