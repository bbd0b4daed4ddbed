/** Calls as a busy shop makes them, at random: mostly of what is there, sometimes of what is not, or not so. */
import fc from 'fast-check';
import type { GatewayUnderTest } from '../../gateway-under-test';
import type { Column } from './contract-columns';
import type { Params } from './wire-doors';

/** A call of a method, or a while in which the worker sends what is confirmed. */
export type Move = Call | 'the worker sends';

export interface Call {
  readonly method: Column;
  readonly params: Params;
}

/** Two orders, of 100 and of 30 PLN; return 1 of the first is worth 40 PLN, complaint 2 of the second 10 PLN. */
export async function openSmallShop({ services, caller }: GatewayUnderTest): Promise<void> {
  const card = { paymentId: 1, provider: 'simulated', method: 'card' };
  const transfer = { paymentId: 2, provider: 'simulated', method: 'transfer', amount: '40.00', refundable: false };
  const jacket = { lineId: 1, sku: 'J', name: 'Jacket', quantity: 2, price: '40.00' };
  const boots = { lineId: 2, sku: 'B', name: 'Boots', quantity: 1, price: '20.00' };
  const mugs = { lineId: 1, sku: 'M', name: 'Mug', quantity: 3, price: '10.00' };
  const payments = [{ ...card, amount: '60.00', reference: 'ext-1' }, transfer];
  await services.orders.put(caller, { orderId: 1, currency: 'PLN', lines: [jacket, boots], payments });
  const second = [{ ...card, amount: '30.00', reference: 'ext-2' }];
  await services.orders.put(caller, { orderId: 2, currency: 'PLN', lines: [mugs], payments: second });
  await services.returns.open(caller, { orderId: 1, lines: [{ lineId: 1, quantity: 1 }] });
  await services.returns.accept(caller, { returnId: 1 });
  await services.returns.open(caller, { orderId: 2, kind: 'claim', lines: [{ lineId: 1, quantity: 1 }] });
  await services.returns.accept(caller, { returnId: 2 });
}

interface Source {
  readonly sourceType: string;
  readonly sourceId: number;
}

/** With what can be given back for each, at most, in grosze. A return or complaint has the number of its order. */
export const SOURCES: readonly (Source & { readonly worth: number })[] = [
  { sourceType: 'order', sourceId: 1, worth: 10_000 },
  { sourceType: 'order', sourceId: 2, worth: 3000 },
  { sourceType: 'return', sourceId: 1, worth: 4000 },
  { sourceType: 'rma', sourceId: 2, worth: 1000 },
];

const known = fc.constantFrom(...SOURCES.map(({ sourceType, sourceId }) => ({ sourceType, sourceId })));
const wrong = fc.constantFrom(
  { sourceType: 'gift', sourceId: 1 },
  { sourceType: 'rma', sourceId: 1 },
  { sourceType: 'order', sourceId: 0 },
  { sourceType: 'return', sourceId: 99 },
  { sourceType: 'order', sourceId: 'one' },
  { sourceType: 'order' },
);
const source: fc.Arbitrary<Params> = fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: wrong });

/** 9.01 is declined by the simulated provider; two are no amounts at all. */
const refundValue = fc.constantFrom<unknown>(5.5, 10, 20, 9.01, 30, 0, 40.01, 100, '7.25', 1.005, -1);
const refundCurrency = fc.oneof(
  { weight: 15, arbitrary: fc.constant('PLN') },
  { weight: 1, arbitrary: fc.constantFrom('EUR', 'XQX') },
);
const money = fc.record({ refundValue, refundCurrency });

/** Payments are 1 and 2, refunds go on from there. */
const paymentId = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom<unknown>(1, 2, 3, 4) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>('2', '3', '1-3', '2-2') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(0, 77, 'third', '99999999999999999999') },
);
const numbered = fc.tuple(source, paymentId).map(([from, number]) => ({ ...from, paymentId: number }));
const details = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ refundDetails: { paymentFormId: 2, account: '61 1090', clientAccount: '' } }) },
  { weight: 1, arbitrary: fc.constant({ refundDetails: { paymentFormId: 99 } }) },
);
const page = fc.constantFrom<Params>({}, { resultsPage: 0 }, { resultsPage: 2, resultsLimit: 1 }, { resultsLimit: 0 });

const call = (weight: number, method: Column, params: fc.Arbitrary<Params>) => ({
  weight,
  arbitrary: params.map((given): Move => ({ method, params: given })),
});
const merged = (...parts: fc.Arbitrary<Params>[]): fc.Arbitrary<Params> =>
  fc.tuple(...parts).map((given) => Object.assign({}, ...given) as Params);

const move: fc.Arbitrary<Move> = fc.oneof(
  call(2, 'addAutomaticRefund', source),
  call(
    5,
    'addAutomaticRefundForOrder',
    merged(fc.record({ sourceId: fc.constantFrom(1, 1, 2, 9), paymentId: fc.constantFrom(1, 1, 1, 2, 7) }), money),
  ),
  call(3, 'addManualRefund', merged(source, money, details)),
  call(3, 'updateRefund', merged(numbered, money)),
  call(4, 'confirmRefund', numbered),
  call(2, 'cancelRefund', numbered),
  call(1, 'getRefundStatus', numbered),
  call(1, 'getPossibleAutoRefunds', source),
  call(1, 'retrieveRefundsList', merged(fc.constantFrom<Params>({ sourceType: 'all' }, { sourceType: 'rma' }), page)),
  { weight: 2, arbitrary: fc.constant<Move>('the worker sends') },
);

const LONGEST = 16;

/** Short ones find little: a refund takes an add, a confirm and a while to be paid out. */
export const moves = fc.array(move, { minLength: 8, maxLength: LONGEST, size: 'max' });
