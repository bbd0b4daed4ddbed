import { ALL_SCOPES, requireScope, SCOPES, type Caller, type Scope } from '../../src/domain/access';
import { Refusal, REFUSALS, type RefusalCode } from '../../src/domain/refusal';
import { refusedBy } from './refused';

/** The list of the documentation, once more and by hand: keys that were given out name these. */
const NAMED: readonly Scope[] = [
  ...(['orders:read', 'orders:write', 'returns:read', 'returns:write', 'refunds:read'] as const),
  ...(['refunds:create', 'refunds:update', 'refunds:confirm', 'refunds:cancel', 'refunds:resolve'] as const),
];

test('a credential can be given these scopes and no others', () => {
  expect([...SCOPES].sort()).toEqual([...NAMED].sort());
});

test('what a buyer may can be given apart, and is a part of what the shop may', () => {
  expect([...ALL_SCOPES].sort()).toEqual([...NAMED, 'returns:ask'].sort());
  const having = (scope: Scope): Caller => ({
    ...{ shop: 'a', credential: 'key:1', name: 'erp', requestId: 'r1' },
    scopes: new Set([scope]),
  });
  for (const scope of ['returns:ask', 'returns:write'] as const) {
    expect(() => requireScope(having(scope), 'returns:ask')).not.toThrow();
    expect(() => requireScope(having(scope), 'returns:read')).not.toThrow();
  }
  for (const scope of NAMED.filter((one) => one !== 'returns:write')) {
    expect(refusedBy(() => requireScope(having(scope), 'returns:ask'))).toEqual({ code: 'scope_missing' });
  }
  expect(refusedBy(() => requireScope(having('returns:ask'), 'returns:write'))).toEqual({ code: 'scope_missing' });
});

test.each(NAMED)('a credential without %s, and without what it is a part of, is refused what needs it', (scope) => {
  const caller = (scopes: readonly Scope[]): Caller => ({
    ...{ shop: 'a', credential: 'key:1', name: 'erp', requestId: 'r1' },
    scopes: new Set(scopes),
  });
  expect(() => requireScope(caller([scope]), scope)).not.toThrow();
  const others = NAMED.filter((one) => one !== scope && !(scope === 'returns:read' && one === 'returns:write'));
  expect(refusedBy(() => requireScope(caller(others), scope))).toEqual({ code: 'scope_missing' });
});

test('only what may succeed when it is repeated unchanged says so', () => {
  const retryable = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => new Refusal(code, 'no').retryable);
  expect(retryable.sort()).toEqual(['gateway_busy', 'request_timeout']);
});

test('a refusal is told from a bug by its name', () => {
  expect(String(new Refusal('gateway_busy', 'come back later'))).toBe('Refusal: come back later');
});
