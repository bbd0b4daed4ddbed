import { requireScope, SCOPES, type Caller } from '../../src/domain/access';
import { Refusal, REFUSALS, type RefusalCode } from '../../src/domain/refusal';
import { refusedBy } from './refused';

test.each(SCOPES)('a credential without %s is refused what needs it', (scope) => {
  const caller = (scopes: readonly (typeof SCOPES)[number][]): Caller => ({
    ...{ shop: 'a', credential: 'key:1', name: 'erp', requestId: 'r1' },
    scopes: new Set(scopes),
  });
  expect(() => requireScope(caller([scope]), scope)).not.toThrow();
  expect(refusedBy(() => requireScope(caller(SCOPES.filter((one) => one !== scope)), scope))).toEqual({
    code: 'scope_missing',
  });
});

test('only what may succeed when it is repeated unchanged says so', () => {
  const retryable = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => new Refusal(code, 'no').retryable);
  expect(retryable.sort()).toEqual(['gateway_busy', 'request_timeout']);
});
