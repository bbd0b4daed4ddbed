/** Who asks for a step of a return, the shop or somebody for its buyer, and what of it the buyer's side may. */
import { requireScope, type Principal, type Scope } from './access';
import { Refusal } from './refusal';
import { standingOf, wasAccepted, type Return, type ReturnEvent, type ReturnSide, type ReturnStanding } from './return';

/** Steps that a buyer may ask for, and of which returns; all others are the seller's alone. */
const BUYER_MAY: Partial<Record<ReturnEvent, ReadonlySet<ReturnStanding> | 'always'>> = {
  close: 'always',
  closeAnyway: 'always',
  // What the seller has accepted, rejected or closed is his to take back, and what he never accepted is his to accept.
  cancel: new Set(['open']),
  reopen: new Set(['closed_by_buyer']),
  askAgain: new Set(['cancelled']),
};

/** Of a credential that may do both, the shop's side counts. */
export function sideOf(caller: Principal): ReturnSide {
  return caller.scopes.has('returns:write') ? 'seller' : 'buyer';
}

/** How a return is taken up again: by a buyer only as far as the seller had come with it. */
export function reopeningBy(caller: Principal, returned: Return): 'reopen' | 'askAgain' {
  const isUndecided = returned.state === 'cancelled' && !wasAccepted(returned);
  return sideOf(caller) === 'buyer' && isUndecided ? 'askAgain' : 'reopen';
}

/** What a credential must be allowed to ask for the step at all. */
export function scopeFor(event: ReturnEvent): Scope {
  return BUYER_MAY[event] === undefined ? 'returns:write' : 'returns:ask';
}

/** Refuses the buyer's side a step that is the seller's, of a return as it stands. */
export function requireSide(caller: Principal, event: ReturnEvent, returned: Return): void {
  requireScope(caller, scopeFor(event));
  if (sideOf(caller) === 'seller') return;
  // What was promised for the goods is paid with them, and that is asking for money.
  if (event === 'reopen' && returned.payback) requireScope(caller, 'refunds:create');
  const may = BUYER_MAY[event];
  if (may === 'always' || may?.has(standingOf(returned))) return;
  throw new Refusal('scope_missing', `this credential lacks the scope returns:write, which this step needs now`);
}
