/** Every row of the table of a return's states, by every action and by every side (contract, section 4.4; choices LAETS-13 and LAETS-14). */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { faultIn } from './client';
import { marketOrder, openMarket, type Market } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
let market: Market;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  market = await openMarket(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, marketOrder());
});

const as: Market['as'] = (...given) => market.as(...given);
const open: Market['open'] = (...given) => market.open(...given);
const act: Market['act'] = (...given) => market.act(...given);

/** The way to each status. */
const WAYS = {
  open: [],
  accepted: ['accept'],
  package_received: ['accept', 'received'],
  closed_by_seller: ['accept', 'received', 'seller_close'],
  closed_by_buyer: ['accept', 'buyer close'],
  cancelled: ['cancel'],
} as const;
type Status = keyof typeof WAYS;

async function bring(status: Status): Promise<void> {
  await open();
  for (const step of WAYS[status]) {
    expect(await (step === 'buyer close' ? act(1, 'close', 'buyer') : act(1, step))).toMatchObject({ status: 200 });
  }
}

/** What each action leads to, for the seller and for the buyer: a status, 71001 where nobody may, 403 where only the seller may. */
const TABLE: Record<string, Record<Status, readonly [seller: Status | 71001, buyer: Status | 71001 | 403]>> = {
  accept: {
    open: ['accepted', 403],
    accepted: ['accepted', 403],
    package_received: [71001, 403],
    closed_by_seller: [71001, 403],
    closed_by_buyer: [71001, 403],
    cancelled: [71001, 403],
  },
  received: {
    open: [71001, 403],
    accepted: ['package_received', 403],
    package_received: [71001, 403],
    closed_by_seller: [71001, 403],
    closed_by_buyer: [71001, 403],
    cancelled: [71001, 403],
  },
  close: {
    open: [71001, 71001],
    accepted: ['closed_by_seller', 'closed_by_buyer'],
    package_received: ['closed_by_seller', 'closed_by_buyer'],
    closed_by_seller: [71001, 71001],
    closed_by_buyer: [71001, 71001],
    cancelled: [71001, 71001],
  },
  seller_close: {
    open: [71001, 403],
    accepted: ['closed_by_seller', 403],
    package_received: ['closed_by_seller', 403],
    closed_by_seller: [71001, 403],
    closed_by_buyer: [71001, 403],
    cancelled: [71001, 403],
  },
  cancel: {
    open: ['cancelled', 'cancelled'],
    accepted: ['cancelled', 403],
    package_received: [71001, 71001],
    closed_by_seller: [71001, 71001],
    closed_by_buyer: [71001, 71001],
    cancelled: [71001, 71001],
  },
  reopen: {
    open: [71001, 71001],
    accepted: [71001, 71001],
    package_received: [71001, 71001],
    closed_by_seller: ['accepted', 403],
    closed_by_buyer: ['accepted', 'accepted'],
    // Nobody had accepted it: the buyer's waits once more.
    cancelled: ['accepted', 'open'],
  },
};

describe.each(Object.entries(TABLE))('%s', (action, row) => {
  test.each(
    Object.entries(row).flatMap(([from, [seller, buyer]]) => [
      [from, 'seller', seller] as const,
      [from, 'buyer', buyer] as const,
    ]),
  )('of one that is %s, by the %s: %s', async (from, who, outcome) => {
    await bring(from as Status);
    const told = await act(1, action, who);
    if (typeof outcome === 'string')
      expect(told).toMatchObject({ status: 200, body: { id: 1, status: outcome, meta: {} } });
    else if (outcome === 403)
      expect(faultIn(told)).toEqual({ status: 403, text: expect.stringContaining('scope') as string });
    else expect(faultIn(told)).toMatchObject({ status: 400, code: 71001 });
    const now = await as('seller', '/v1/return/1/');
    expect(now.body?.['status']).toBe(typeof outcome === 'string' ? outcome : from);
  });
});
