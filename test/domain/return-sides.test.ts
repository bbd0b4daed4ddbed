import type { Caller, Scope } from '../../src/domain/access';
import {
  closing,
  isAcceptedAtOnce,
  standingOf,
  type Return,
  type ReturnEvent,
  type ReturnStanding,
} from '../../src/domain/return';
import { requireSide, scopeFor, sideOf } from '../../src/domain/return-sides';
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
const EVENTS: readonly ReturnEvent[] = ['accept', 'reject', 'receive', 'close', 'closeAnyway', 'cancel', 'reopen'];

/** What somebody may ask for a buyer, once more and by hand. */
const BUYER_MAY: readonly string[] = [
  ...Object.keys(STANDINGS).flatMap((standing) => [`close ${standing}`, `closeAnyway ${standing}`]),
  'cancel open',
  'reopen closed_by_buyer',
  'reopen cancelled',
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
  expect(isAcceptedAtOnce({ acceptsReturns }, { kind, compensation })).toBe(accepted);
});
