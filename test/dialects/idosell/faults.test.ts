/** Every code of the refunds gate, provoked through each of its doors: the same code and text, where that door's clients look. */
import { SHOP, startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { COLUMNS, failedReply, MARKS } from './contract-columns';
import { usual } from './fault-worlds';
import type { Step } from './fault-worlds';
import { drafted, FAULT_ROWS, FIRST } from './fault-rows';
import type { FaultRow } from './fault-rows';
import { ORDER_OF_CHECKS } from './order-of-checks';
import { WIRE_DOOR_NAMES, WIRE_DOORS } from './wire-doors';
import type { WireDoorName } from './wire-doors';

/** Marks of the contract's table that no row provokes, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'addManualRefund 4008': 'a manual refund names no payment, and needs none',
  'addAutomaticRefund 4010': 'needs a database that is lost at a COMMIT: lost-outcome.test.ts',
  'addAutomaticRefundForOrder 4010': 'the same',
  'addManualRefund 4010': 'the same',
};

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());

async function prepare(given: readonly Step[]): Promise<void> {
  await gateway.clear();
  for (const step of given) await step(gateway);
}

function expected(door: WireDoorName, { method, code, format }: Pick<FaultRow, 'method' | 'code' | 'format'>): object {
  if (door === 'REST' && format !== undefined) {
    return { status: 422, reply: { errors: { code: 422, message: `Invalid data format: ${format}` } } };
  }
  const reply = failedReply(method, code, code === 1 ? 'Authorization error' : undefined);
  return { status: door === 'REST' ? 207 : 200, reply };
}

describe.each(COLUMNS)('%s answers', (method) => {
  const ofMethod = FAULT_ROWS.filter((row) => row.method === method);

  test.each(ofMethod.map((row) => [`${row.code}: ${row.because}`, row] as const))('%s', async (_name, row) => {
    await prepare(row.given);
    const before = await gateway.rows();
    for (const door of WIRE_DOOR_NAMES) {
      expect([door, await WIRE_DOORS[door](gateway, method, row.params)]).toEqual([door, expected(door, row)]);
    }
    expect(await gateway.rows()).toEqual(before);
  });

  test('a wrong login before all else', async () => {
    const stranger = { ...gateway, key: `${gateway.key}x`, login: { ...gateway.login, password: 'guessed' } };
    for (const door of WIRE_DOOR_NAMES) {
      const told = await WIRE_DOORS[door](stranger, method, {});
      const unknown = { status: 401, reply: { errors: { code: 401, message: 'Authorization error' } } };
      expect([door, told]).toEqual([door, door === 'REST' ? unknown : expected(door, { method, code: 1 })]);
    }
  });
});

describe('of two things that are wrong, the one that is looked at first is told', () => {
  test.each(ORDER_OF_CHECKS.map((row) => [`${row.method}: ${row.because}`, row] as const))('%s', async (_name, row) => {
    await prepare(row.given);
    for (const door of WIRE_DOOR_NAMES) {
      expect([door, await WIRE_DOORS[door](gateway, row.method, row.params)]).toEqual([door, expected(door, row)]);
    }
  });
});

test('every mark of the contract is provoked, but for what says why not, and no method has a code outside of its column', () => {
  const provoked = new Set([...FAULT_ROWS, ...ORDER_OF_CHECKS].map(({ method, code }) => `${method} ${code}`));
  expect(MARKS.filter((mark) => !provoked.has(mark)).sort()).toEqual(Object.keys(ELSEWHERE).sort());
  expect([...provoked].filter((mark) => !MARKS.includes(mark))).toEqual([]);
});

test('a key that may only read is refused in the words of each door', async () => {
  await prepare([usual, drafted]);
  const { key } = await gateway.services.credentials.addKey({ shop: SHOP, name: 'reader', scopes: ['refunds:read'] });
  const denied = { errors: { code: 403, message: 'Access denied. Scope: oms, level: rw' } };
  expect(await WIRE_DOORS.REST({ ...gateway, key }, 'confirmRefund', FIRST)).toEqual({ status: 403, reply: denied });

  const gate = `${gateway.address}/api/?gate=refunds/confirmRefund/0/json`;
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const answer = await fetch(gate, { method: 'POST', headers, body: JSON.stringify({ params: FIRST }) });
  const errors = { faultCode: 1, faultString: 'Access denied. Scope: oms' };
  expect(await answer.json()).toEqual({ errors, result: { confirmResult: false, ...errors } });
});
