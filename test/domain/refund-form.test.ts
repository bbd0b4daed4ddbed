/** In which forms money can be given back, over every small order: never more than what is left, never more than was promised. */
import type { Order, Payment } from '../../src/domain/order';
import {
  fillForms,
  methodWord,
  offeredForms,
  requireOffered,
  type ChosenForm,
  type RefundForm,
} from '../../src/domain/refund-form';
import { Refusal } from '../../src/domain/refusal';

const SHOP = { offersVouchers: true };
const CARD: RefundForm = { kind: 'original', method: 'card' };
const CASH: RefundForm = { kind: 'original', method: 'cash' };
const VOUCHER: RefundForm = { kind: 'voucher', method: 'voucher' };
const WISHES = [[CARD], [CASH], [VOUCHER], [CARD, CASH], [CASH, CARD], [CARD, VOUCHER], [VOUCHER, CASH, CARD]];

/** 3 by card, of which some is refunded; 2 in cash; and of the whole order some is refunded by hand. */
function orderOf(onCard: number, byHand: number): Order {
  const card = { id: 1, ordinal: 1, provider: 'p', method: 'Card', reference: 'r', refundable: true, captured: 3 };
  const cash = { id: 2, ordinal: 2, provider: 'till', method: 'cash', refundable: false, captured: 2 };
  const payments: Payment[] = [
    { ...card, committed: onCard, refunded: 0 },
    { ...cash, committed: 0, refunded: 0 },
  ];
  const pot = { captured: 5, committed: onCard + byHand, refunded: 0 };
  const rest = {
    id: 1,
    currency: 'PLN',
    fulfilment: 'open',
    taxIncluded: true,
    shipping: 0,
    total: 5,
    updatedAt: 0,
  } as const;
  return { ...rest, ...pot, lastOrdinal: 2, lines: [], payments };
}

const sum = (forms: readonly ChosenForm[]): number => forms.reduce((total, { amount }) => total + amount, 0);

test('what is chosen is filled exactly, within each form and within what is left of the order, or refused', () => {
  let filled = 0;
  let refused = 0;
  for (const onCard of [0, 1, 3]) {
    for (const byHand of [0, 1, 2]) {
      for (const promised of [[], [{ ...CARD, amount: 1 }], [{ ...VOUCHER, amount: 1 }]]) {
        const order = orderOf(onCard, byHand);
        const left = 5 - onCard - byHand - sum(promised);
        if (left < 0) continue;
        const offered = offeredForms(SHOP, order, promised);
        for (const wished of WISHES) {
          for (const worth of [0, 1, 2, 3, 4, 5]) {
            const limits = offered.filter(({ kind, method }) =>
              wished.some((one) => one.kind === kind && one.method === method),
            );
            const most = Math.min(
              left,
              limits.reduce((total, { limit }) => total + limit, 0),
            );
            if (worth > most) {
              expect(() => fillForms(SHOP, order, promised, wished, worth)).toThrow(Refusal);
              refused += 1;
              continue;
            }
            const forms = fillForms(SHOP, order, promised, wished, worth);
            expect(sum(forms)).toBe(worth);
            for (const { amount, ...form } of forms) {
              expect(amount).toBeGreaterThanOrEqual(0);
              expect(amount).toBeLessThanOrEqual(
                offered.find(({ kind, method }) => kind === form.kind && method === form.method)?.limit ?? 0,
              );
            }
            filled += 1;
          }
        }
      }
    }
  }
  expect([filled > 300, refused > 300]).toEqual([true, true]);
});

test('each form is filled before the next is begun, in the order in which they are offered', () => {
  expect(fillForms(SHOP, orderOf(0, 0), [], [VOUCHER, CASH, CARD], 5)).toEqual([
    { ...CARD, amount: 3 },
    { ...CASH, amount: 2 },
    { ...VOUCHER, amount: 0 },
  ]);
});

test('a form that has nothing left to give stays chosen, after those that have', () => {
  expect(fillForms(SHOP, orderOf(3, 0), [], [CARD, CASH], 1)).toEqual([
    { ...CASH, amount: 1 },
    { ...CARD, amount: 0 },
  ]);
});

test('no form offers more than what is left of the order', () => {
  expect(offeredForms(SHOP, orderOf(1, 3), [])).toEqual([
    { ...CARD, limit: 1 },
    { ...CASH, limit: 1 },
    { ...VOUCHER, limit: 1 },
  ]);
  expect(offeredForms(SHOP, orderOf(0, 0), [{ ...CARD, amount: 3 }])).toEqual([
    { ...CASH, limit: 2 },
    { ...VOUCHER, limit: 2 },
  ]);
});

test('a shop that has no vouchers offers none instead of the money, and none is filled', () => {
  const none = { offersVouchers: false };
  expect(offeredForms(none, orderOf(0, 0), [])).toEqual([
    { ...CARD, limit: 3 },
    { ...CASH, limit: 2 },
  ]);
  expect(() => requireOffered(none, orderOf(0, 0), [], [CARD, VOUCHER])).toThrow(Refusal);
  expect(() => fillForms(none, orderOf(0, 0), [], [CARD, VOUCHER], 4)).toThrow(Refusal);
});

test.each([
  ['Credit Card', 'card'],
  ['gift-card', 'gift_card'],
  ['transfer', 'bank_transfer'],
  ['Cartão', 'cartão'],
  ['Straße', 'strasse'],
  ['STRASSE', 'strasse'],
  ['constructor', 'constructor'],
])('%s is the method %s', (method, word) => {
  expect(methodWord(method)).toBe(word);
});

test('methods that are one in capitals are one method, whatever letters they are of', () => {
  const mistaken: string[] = [];
  for (let code = 0; code <= 0x1ffff; code++) {
    const word = methodWord(String.fromCodePoint(code));
    if (methodWord(word.toUpperCase()) !== word) mistaken.push(word);
  }
  expect(mistaken).toEqual([]);
  expect(methodWord('ΝΟΜΟΣ')).toBe(methodWord('νομος'));
});
