/** The nine methods of the gate: each reads its own members, asks the services, and says the answer in the platform's words. */
import type { Caller } from '../../domain/access';
import { isAutomatic, refundableOf } from '../../domain/order';
import { refundState, type Refund } from '../../domain/refund';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import type { PossibleRefunds } from '../../services/views';
import { faultOf, type MethodName } from './faults';
import { Params, ordinalIn, requireId, sourceTypeOf, sourceTypesOf, wordFor } from './params';
import type { PaymentNumber } from './params';
import { destinationOf } from './payment-forms';
import { REFUND_STATUS } from './refund-status';
import { amountOf, failed, failedWith, succeeded, type Fault, type Reply } from './reply';
import { shopTime } from './shop-time';

interface Asked {
  readonly services: Services;
  readonly caller: Caller;
  readonly params: Params;
}

interface Method {
  /** The one object of the answer, or a list of them. */
  readonly shape: 'result' | 'results';
  /** What a refused call says of its wish. */
  readonly refused?: object;
  carryOut(asked: Asked): Promise<Readonly<Record<string, unknown>>>;
}

const FIRST_PAGE = 1;
const MOST_PER_PAGE = 100;

const METHODS: Readonly<Record<MethodName, Method>> = {
  addAutomaticRefund: {
    shape: 'result',
    async carryOut({ services, caller, params }) {
      const source = readSource(params);
      return added(await services.refunds.addAutomatic(caller, source()));
    },
  },
  addAutomaticRefundForOrder: {
    shape: 'result',
    async carryOut({ services, caller, params }) {
      const sourceId = params.whole('sourceId');
      const money = params.amount('refundValue', 'refundCurrency');
      const number = params.paymentNumber('paymentId');
      const orderId = requireId(sourceId);
      const paymentOrdinal = ordinalIn(orderId, number);
      const wish = { orderId, paymentOrdinal, ...money, draft: true, unfulfilledOnly: true } as const;
      return added(await services.refunds.addAutomaticForOrder(caller, wish));
    },
  },
  addManualRefund: {
    shape: 'result',
    async carryOut({ services, caller, params }) {
      const source = readSource(params);
      const money = params.amount('refundValue', 'refundCurrency');
      const details = params.inside('refundDetails');
      const destination = destinationOf(details.wholeIfGiven('paymentFormId'), details.wholeIfGiven('paymentSystem'));
      const clientAccount = details.account('clientAccount');
      const account = details.account('account') ?? clientAccount;
      const accounts = { ...(account === undefined ? {} : { account }), ...(clientAccount ? { clientAccount } : {}) };
      const paid = { ...accounts, ...(destination === undefined ? {} : { destination }) };
      return added(await services.refunds.addManual(caller, { ...source(), ...money, ...paid, draft: true }));
    },
  },
  getPossibleAutoRefunds: {
    shape: 'results',
    async carryOut({ services, caller, params }) {
      const source = readSource(params);
      const strict = { unfulfilledOnly: true, refundableOnly: true } as const;
      return { results: possibleShapes(await services.refundReader.possible(caller, { ...source(), ...strict })) };
    },
  },
  getRefundStatus: {
    shape: 'result',
    async carryOut({ services, caller, params }) {
      const find = readNumbered(params);
      const refund = await find(services, caller);
      const { timezone } = await services.shops.of(caller);
      return { result: succeeded(statusShape(refund, timezone)) };
    },
  },
  updateRefund: {
    shape: 'result',
    refused: { updateResult: false },
    async carryOut({ services, caller, params }) {
      const find = readNumbered(params);
      const money = params.amount('refundValue', 'refundCurrency');
      const { id: refundId } = await find(services, caller);
      await services.refunds.update(caller, { refundId, ...money, draft: true });
      return { result: succeeded({ updateResult: true }) };
    },
  },
  confirmRefund: {
    shape: 'result',
    refused: { confirmResult: false },
    async carryOut({ services, caller, params }) {
      const find = readNumbered(params);
      const { id: refundId } = await find(services, caller);
      await services.refunds.confirm(caller, { refundId, unfulfilledOnly: true });
      return { result: succeeded({ confirmResult: true }) };
    },
  },
  cancelRefund: {
    shape: 'result',
    refused: { resultStatus: false },
    async carryOut({ services, caller, params }) {
      const find = readNumbered(params);
      const { id: refundId } = await find(services, caller);
      await services.refunds.cancel(caller, { refundId, unconfirmedOnly: true });
      return { result: succeeded({ resultStatus: true }) };
    },
  },
  retrieveRefundsList: {
    shape: 'results',
    async carryOut({ services, caller, params }) {
      const word = params.text('sourceType');
      const page = Math.max(FIRST_PAGE, params.wholeWithin('resultsPage', 0, Number.MAX_SAFE_INTEGER) ?? FIRST_PAGE);
      const limit = params.wholeWithin('resultsLimit', 1, MOST_PER_PAGE) ?? MOST_PER_PAGE;
      const sourceType = sourceTypesOf(word);
      const wish = { page, limit, ...(sourceType === undefined ? {} : { sourceType }) };
      const { items, total } = await services.refundReader.drafts(caller, wish);
      return { results: items.map(listedShape), resultsNumberAll: total };
    },
  },
};

/** Carries a method out. A refusal that the method has a code for is a reply; all others are the door's to tell. */
export async function callMethod(name: MethodName, services: Services, caller: Caller, given: unknown): Promise<Reply> {
  const { shape, refused = {}, carryOut } = METHODS[name];
  try {
    return { body: await carryOut({ services, caller, params: Params.of(given) }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = faultOf(name, error);
    if (typeof code === 'string') throw error;
    return failed(code, shape, refused);
  }
}

/** The method's reply to a fault that is none of its own, such as a wrong login. */
export function refusedWith(fault: Fault, name: MethodName): Reply {
  const { shape, refused = {} } = METHODS[name];
  return failedWith(fault, shape, refused);
}

/** Format first; whether such a source can be is asked when all of the format was looked at (choice IDO-9). */
function readSource(params: Params): () => { sourceType: Refund['sourceType']; sourceId: number } {
  const word = params.text('sourceType');
  const id = params.whole('sourceId');
  return () => ({ sourceType: sourceTypeOf(word), sourceId: requireId(id) });
}

function readNumbered(params: Params): (services: Services, caller: Caller) => Promise<Refund> {
  const source = readSource(params);
  const number: PaymentNumber = params.paymentNumber('paymentId');
  return ({ refundReader }, caller) => {
    const { sourceType, sourceId } = source();
    return refundReader.numbered(caller, { sourceType, sourceId, ordinal: ordinalIn(sourceId, number) });
  };
}

/** The id of a refund is its ordinal, which later calls send as paymentId (choice IDO-6). */
function added({ ordinal }: Refund): Readonly<Record<string, unknown>> {
  return { result: succeeded({ refundId: ordinal }) };
}

/** What is left of each payment, no more than is left of the source; payments with nothing left are not told (choice IDO-2). */
function possibleShapes({ payments, refundable, currency }: PossibleRefunds): object[] {
  return payments.filter(isAutomatic).flatMap((payment) => {
    const left = Math.min(refundableOf(payment), refundable);
    if (left === 0) return [];
    const refundType = left === payment.captured ? 'full' : 'partial';
    const value = amountOf(left, currency);
    return [succeeded({ paymentId: payment.ordinal, value, refundType, refundCurrency: currency })];
  });
}

function statusShape(refund: Refund, timezone: string): object {
  const { amount, currency, createdAt, confirmedAt, transactions } = refund;
  return {
    refundDateAdd: shopTime(createdAt, timezone),
    refundValue: amountOf(amount, currency),
    refundStatus: REFUND_STATUS[refundState(transactions)],
    refundDateConfirm: confirmedAt === undefined ? '' : shopTime(confirmedAt, timezone),
    refundExternalId: transactions.find(({ reference }) => reference !== undefined)?.reference ?? '',
    refundCurrency: currency,
  };
}

function listedShape({ sourceType, sourceId, ordinal, amount, currency }: Refund): object {
  return succeeded({
    ...{ sourceType: wordFor(sourceType), sourceId, paymentId: String(ordinal) },
    ...{ refundValue: amountOf(amount, currency), refundCurrency: currency },
  });
}
