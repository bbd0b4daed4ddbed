import type { Caller, Scope } from '../../src/domain/access';
import {
  closing,
  isAcceptedAtOnce,
  standingOf,
  type Return,
  type ReturnEvent,
  type ReturnStanding,
} from '../../src/domain/return';
import { reopeningBy, requireSide, scopeFor, sideOf } from '../../src/domain/return-sides';
import { refusedBy } from './refused';

const caller = (...scopes: Scope[]): Caller => ({
  ...{ shop: 'a', credential: 'key:1', name: 'shop', requestId: 'r1', scopes: new Set(scopes) },
});
const BUYER = caller('returns:ask');
const SELLER = caller('returns:write');

/** The ways a return can stand, each as the domain keeps it. */
const STANDINGS: Readonly<Record<ReturnStanding, Partial<Return>>> = {
  open: { state: 'open' },
  accepted: { state: 'accepted' },
  received: { state: 'received' },
  closed_by_buyer: { state: 'closed', closedBy: 'buyer' },
  closed_by_seller: { state: 'closed', closedBy: 'seller' },
  rejected: { state: 'rejected' },
  cancelled: { state: 'cancelled' },
};
const EVENTS: readonly ReturnEvent[] = [
  ...(['accept', 'reject', 'receive', 'close', 'closeAnyway', 'cancel', 'reopen', 'askAgain'] as const),
];

/** What somebody may ask for a buyer, once more and by hand. */
const BUYER_MAY: readonly string[] = [
  ...Object.keys(STANDINGS).flatMap((standing) => [`close ${standing}`, `closeAnyway ${standing}`]),
  'cancel open',
  'reopen closed_by_buyer',
  'askAgain cancelled',
];

describe.each(Object.entries(STANDINGS))('of a return that is %s', (standing, members) => {
  const returned = members as Return;

  test('the standing is told', () => {
    expect(standingOf(returned)).toBe(standing);
  });

  test.each(EVENTS)('%s', (event) => {
    expect(() => requireSide(SELLER, event, returned)).not.toThrow();
    const asBuyer = (): void => requireSide(BUYER, event, returned);
    if (BUYER_MAY.includes(`${event} ${standing}`)) expect(asBuyer).not.toThrow();
    else expect(refusedBy(asBuyer)).toEqual({ code: 'scope_missing' });
    expect(refusedBy(() => requireSide(caller('returns:read'), event, returned))).toEqual({ code: 'scope_missing' });
  });
});

test('a return of which nobody said who closed it was closed by its seller', () => {
  expect(standingOf({ state: 'closed' })).toBe('closed_by_seller');
});

test('of a credential that may do both, the shop’s side counts', () => {
  expect([sideOf(BUYER), sideOf(SELLER), sideOf(caller('returns:ask', 'returns:write'))]).toEqual([
    'buyer',
    'seller',
    'seller',
  ]);
});

test('steps that are never a buyer’s need the shop’s scope', () => {
  expect(EVENTS.filter((event) => scopeFor(event) === 'returns:write')).toEqual(['accept', 'reject', 'receive']);
});

const lines = (...acceptedBefore: (number | undefined)[]): Pick<Return, 'lines'> =>
  ({ lines: acceptedBefore.map((before) => (before === undefined ? {} : { acceptedBefore: before })) }) as never;

test.each<[string, Partial<Return>, string, string]>([
  ['cancelled before anybody decided', { state: 'cancelled', ...lines(undefined, undefined) }, 'reopen', 'askAgain'],
  ['cancelled after it was accepted', { state: 'cancelled', ...lines(0, undefined) }, 'reopen', 'reopen'],
  ['rejected before anybody decided', { state: 'rejected', ...lines(undefined) }, 'reopen', 'reopen'],
  ['closed', { state: 'closed', ...lines(undefined) }, 'reopen', 'reopen'],
])('one that was %s is taken up again by the seller as %s, by a buyer as %s', (_what, returned, seller, buyer) => {
  expect(reopeningBy(SELLER, returned as Return)).toBe(seller);
  expect(reopeningBy(BUYER, returned as Return)).toBe(buyer);
});

test('a buyer takes up again what is paid back with it only where he may ask for money', () => {
  const returned = { state: 'closed', closedBy: 'buyer', payback: [] } as unknown as Return;
  expect(refusedBy(() => requireSide(BUYER, 'reopen', returned))).toEqual({ code: 'scope_missing' });
  expect(() => requireSide(caller('returns:ask', 'refunds:create'), 'reopen', returned)).not.toThrow();
  expect(() => requireSide(SELLER, 'reopen', returned)).not.toThrow();
});

test('only what is closed says who closed it, and when', () => {
  expect(closing('closed', 'buyer', 5)).toEqual({ closedAt: 5, closedBy: 'buyer' });
  expect(closing('accepted', 'buyer', 5)).toEqual({});
});

test.each([
  [true, 'return', 'exchange', true],
  [false, 'return', 'exchange', false],
  [true, 'return', 'refund', false],
  [true, 'claim', 'exchange', false],
  [true, 'cancellation', 'exchange', false],
] as const)('a shop that accepts: %s, a %s with %s: %s', (acceptsReturns, kind, compensation, accepted) => {
  const order = { fulfilment: 'fulfilled', captured: 5 } as const;
  expect(isAcceptedAtOnce({ acceptsReturns }, order, { kind, compensation })).toBe(accepted);
});

test.each([
  ['paid, and perhaps sent', { fulfilment: 'open', captured: 5 }, true],
  ['delivered', { fulfilment: 'open', captured: 0, deliveredAt: 1 }, true],
  ['never paid', { fulfilment: 'open', captured: 0 }, false],
  ['cancelled', { fulfilment: 'cancelled', captured: 5 }, false],
] as const)('an exchange of an order that was %s is accepted at once: %s', (_what, order, accepted) => {
  const exchange = { kind: 'return', compensation: 'exchange' } as const;
  expect(isAcceptedAtOnce({ acceptsReturns: true }, order, exchange)).toBe(accepted);
});
