/**
 * What real clients of this platform put on the wire, request after request against one shop, and every byte that they get back.
 * A client is a folder of samples/idosell-clients, a request a folder in it; another of either needs no code. A replay shows less
 * than the client itself would: whether it understands the answer is for the tests that run one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GATE_METHODS } from '../../../src/dialects/idosell/gate-methods';
import { readProjectFile } from '../../../src/project-files';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { exchange } from './raw-exchange';
import { loginOf } from './three-doors';

const SAMPLES = path.join(__dirname, '..', '..', 'samples', 'idosell-clients');
const foldersOf = (...where: string[]): string[] => readdirSync(path.join(SAMPLES, ...where)).sort();
const CLIENTS = foldersOf();

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

/** An order 4711 of 100 PLN on a card; and of another order, complaint 7 of 25 PLN and return 15 of 30 PLN. */
async function openShop(): Promise<void> {
  await gateway.clear();
  const { services, caller } = gateway;
  const card = { provider: 'simulated', method: 'card', capturedAt: Date.parse('2026-11-19T09:00:00Z') };
  const kettle = { lineId: 1, sku: 'K', name: 'Kettle', quantity: 2, price: '50.00' };
  await services.orders.put(caller, {
    ...{ orderId: 4711, currency: 'PLN', lines: [kettle] },
    payments: [{ ...card, paymentId: 1, amount: '100.00', reference: 'card-4711' }],
  });
  const cup = { lineId: 1, sku: 'C', name: 'Cup', quantity: 20, price: '5.00' };
  await services.orders.put(caller, {
    ...{ orderId: 4712, currency: 'PLN', lines: [cup] },
    payments: [{ ...card, paymentId: 1, amount: '100.00', reference: 'card-4712' }],
  });
  for (let id = 1; id <= 15; id++) {
    const quantity = { 7: 5, 15: 6 }[id] ?? 1;
    const kind = id === 7 ? 'claim' : 'return';
    const { id: returnId } = await services.returns.open(caller, {
      orderId: 4712,
      kind,
      lines: [{ lineId: 1, quantity }],
    });
    if (quantity > 1) await services.returns.accept(caller, { returnId });
    else await services.returns.reject(caller, { returnId, reason: 'none came' });
  }
}

/** The credentials of this gateway, and where it listens, in place of the words for them. */
async function filled(text: string): Promise<string> {
  const { address, key, login, services } = gateway;
  const { authenticateKey, userLogin } = loginOf(gateway);
  const { token } = await services.credentials.issueToken(login.user, login.password);
  const words: Readonly<Record<string, string>> = {
    host: new URL(address).host,
    ...{ key, token, user: userLogin, 'day-key': authenticateKey },
  };
  return text.replace(/\{\{(.+?)\}\}/g, (_all, word: string) => {
    if (word.startsWith('wsdl/')) return readProjectFile(word).replace('localhost:3000', words['host'] ?? '');
    return words[word] ?? `an unknown word: ${word}`;
  });
}

describe.each(CLIENTS)('%s', (client) => {
  const requests = foldersOf(client);
  beforeAll(openShop);

  test.each(requests)('%s', async (name) => {
    const sample = (file: string): string => readFileSync(path.join(SAMPLES, client, name, file), 'utf8');
    const answer = await exchange(gateway.address, await filled(sample('request.http')));
    expect(answer).toBe(await filled(sample('response.http')));
  });
});

test('every method that gives money back is asked for over REST and over SOAP', () => {
  const asked = CLIENTS.flatMap((client) =>
    foldersOf(client).map((name) => {
      const [line = ''] = readFileSync(path.join(SAMPLES, client, name, 'request.http'), 'utf8').split('\n', 1);
      return `${name.replace(/^\d+\.|__.*$/g, '')} ${line.includes('/soap ') ? 'SOAP' : line.includes('/admin/') ? 'REST' : ''}`;
    }),
  );
  // What clients ask of the gates beside it has samples of its own.
  for (const { gate, name } of GATE_METHODS.filter((method) => method.gate === 'refunds')) {
    expect(asked).toContain(`${gate}.${name} SOAP`);
    expect(asked).toContain(`${gate}.${name} REST`);
  }
});
