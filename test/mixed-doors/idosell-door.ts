/** IdoSell's refunds gate over REST, JSON and SOAP, and the orders and returns that its clients read beside it. */
import { WIRE_DOOR_NAMES, WIRE_DOORS, type Params } from '../dialects/idosell/wire-doors';
import { send } from '../dialects/idosell/neighbours';
import { major, type Members } from './told';
import type { Dice } from './dice';
import type { Answered, Draw, MixedDoor, Reached, Wish } from './door';
import { partsFor, type RefundTruth, type ReturnTruth, type Truth } from './truth';

const NONE = { faultCode: 0, faultString: '' };

function wish(dice: Dice, method: string, params: Params): Wish {
  const door = dice.one(WIRE_DOOR_NAMES) ?? 'REST';
  return {
    what: `IdoSell ${door} ${method} ${JSON.stringify(params)}`,
    async send(reached): Promise<Answered> {
      const { status, reply } = await WIRE_DOORS[door](withKey(reached), method, params);
      const { faultCode } = (reply['errors'] as typeof NONE | undefined) ?? NONE;
      return { isDone: status < 300 && status !== 207 && faultCode === 0, status, text: JSON.stringify(reply) };
    },
  };
}

const withKey = (reached: Reached) => ({ ...reached, bearer: reached.key });

/** A return or a complaint, in the platform's words; a cancellation is a return there. */
const wordOf = (sourceType: string): string => (sourceType === 'claim' ? 'rma' : sourceType);
const sourceOf = ({ id, kind }: ReturnTruth): Params => ({
  sourceType: kind === 'claim' ? 'rma' : 'return',
  sourceId: id,
});

const addForOrder: Draw = (dice, truth) => {
  const payment = dice.payment(truth);
  // On this platform an order is refunded by itself only until it is fulfilled.
  if (!payment || (truth.fulfilment !== 'open' && !dice.chance(10))) return undefined;
  const refundValue = major(dice.amount(payment.captured - payment.committed), truth);
  const params = { sourceId: truth.orderId, paymentId: payment.ordinal, refundValue, refundCurrency: truth.currency };
  return wish(dice, 'addAutomaticRefundForOrder', params);
};

const addForReturn: Draw = (dice, truth) => {
  const returned = dice.returned(truth, ['accepted', 'received', 'closed']);
  return returned && wish(dice, 'addAutomaticRefund', sourceOf(returned));
};

const addManual: Draw = (dice, truth) => {
  const returned = dice.chance(50) ? dice.returned(truth, ['accepted', 'received', 'closed']) : undefined;
  const left = returned ? returned.worth - returned.committed : truth.captured - truth.committed;
  return wish(dice, 'addManualRefund', {
    ...(returned ? sourceOf(returned) : { sourceType: 'order', sourceId: truth.orderId }),
    refundValue: major(dice.amount(left), truth),
    refundCurrency: truth.currency,
  });
};

const numbered = ({ sourceType, sourceId, ordinal }: RefundTruth): Params => ({
  ...{ sourceType: wordOf(sourceType), sourceId, paymentId: ordinal },
});

const update: Draw = (dice, truth) => {
  const refund = dice.refund(truth, ['requested']);
  if (!refund) return undefined;
  const refundValue = major(dice.amount(refund.amount + truth.captured - truth.committed), truth);
  return wish(dice, 'updateRefund', { ...numbered(refund), refundValue, refundCurrency: truth.currency });
};

const about =
  (method: string): Draw =>
  (dice, truth) => {
    const refund = dice.refund(truth, ['requested']);
    return refund && wish(dice, method, numbered(refund));
  };

/** Of a refund as such. */
const STATUS: Readonly<Record<string, string>> = {
  ...{ requested: 'Pending', approved: 'Processing', sending: 'Processing', pending: 'Processing' },
  ...{ unknown: 'Processing', settled: 'Completed', partial: 'Failed', declined: 'Failed', reversed: 'Failed' },
  cancelled: 'Canceled',
};
/** Of the payment that a refund is to this platform: `pending` is its word for booked. */
const PAYMENT_STATUS: Readonly<Record<string, string>> = {
  ...{
    Pending: 'processed',
    Processing: 'processed',
    Completed: 'pending',
    Failed: 'cancelled',
    Canceled: 'cancelled',
  },
};

function prepaid(truth: Truth, refund: RefundTruth): unknown[] {
  return [refund.ordinal, PAYMENT_STATUS[STATUS[refund.state] ?? ''], 'repayment', major(refund.amount, truth)];
}

function returnStatus({ state, committed, refunded }: ReturnTruth): number {
  const plain: Readonly<Record<string, number>> = { open: 1, rejected: 3, cancelled: 13 };
  return plain[state] ?? (committed === 0 ? 2 : committed === refunded ? 11 : 10);
}

/** Those of the return itself, then what of refunds of its order is for it. */
function ofReturn(truth: Truth, returned: ReturnTruth): RefundTruth[] {
  const parts = partsFor(truth, returned);
  const isOwn = ({ sourceType }: RefundTruth): boolean => sourceType !== 'order';
  return [...parts.filter(isOwn), ...parts.filter((part) => !isOwn(part))];
}

function expected(truth: Truth): unknown {
  return {
    order: [
      ...[...truth.payments]
        .sort((one, other) => one.ordinal - other.ordinal)
        .map(({ ordinal, captured }) => [ordinal, 'pending', 'payment', major(captured, truth)]),
      ...truth.refunds.filter(({ sourceType }) => sourceType === 'order').map((refund) => prepaid(truth, refund)),
    ],
    returns: truth.returns
      .filter(({ kind }) => kind !== 'claim')
      .map((one) => [one.id, returnStatus(one), ofReturn(truth, one).map((refund) => prepaid(truth, refund))]),
    claims: truth.returns.filter(({ kind }) => kind === 'claim').map((one) => [one.id, returnStatus(one)]),
    drafts: Object.fromEntries(
      WIRE_DOOR_NAMES.map((door) => [
        door,
        truth.refunds
          .filter(({ state }) => state === 'requested')
          .map((refund) => [
            wordOf(refund.sourceType),
            refund.sourceId,
            String(refund.ordinal),
            major(refund.amount, truth),
          ]),
      ]),
    ),
  };
}

async function told(reached: Reached, { orderId }: Truth): Promise<unknown> {
  const read = async (path: string): Promise<Members> => (await send(reached as never, path)).reply;
  const orders = await read(`orders/orders?ordersSerialNumbers=${orderId}`);
  const returns = await read(`returns/returns?order_sn=${orderId}&results_limit=100`);
  const claims = await read('rma/rma?resultsLimit=100');
  const [order] = (orders['Results'] ?? []) as readonly { readonly orderDetails: { readonly prepaids: Prepaid[] } }[];
  const drafts: [string, unknown][] = [];
  for (const door of WIRE_DOOR_NAMES) {
    const params = { sourceType: 'all', resultsLimit: 100 };
    const { reply } = await WIRE_DOORS[door](withKey(reached), 'retrieveRefundsList', params);
    drafts.push([door, ((reply['results'] ?? []) as Draft[]).map(draftWords)]);
  }
  return {
    order: (order?.orderDetails.prepaids ?? []).map(prepaidWords),
    returns: ((returns['returns'] ?? []) as ReturnTold[]).map(({ id, status_numeric: status, prepaids }) => [
      ...[id, status, prepaids.map(prepaidWords)],
    ]),
    claims: ((claims['rmas'] ?? []) as RmaTold[]).map(({ rmaId, rmaStatus }) => [rmaId, rmaStatus]),
    drafts: Object.fromEntries(drafts),
  };
}

interface Prepaid {
  readonly prepaidId: number;
  readonly paymentStatus: string;
  readonly paymentType: string;
  readonly paymentValue: number;
}

interface Draft {
  readonly sourceType: string;
  readonly sourceId: number;
  readonly paymentId: number | string;
  readonly refundValue?: number;
}

interface ReturnTold {
  readonly id: number;
  readonly status_numeric: number;
  readonly prepaids: readonly Prepaid[];
}

interface RmaTold {
  readonly rmaId: number;
  readonly rmaStatus: number;
}

const prepaidWords = ({ prepaidId, paymentStatus, paymentType, paymentValue }: Prepaid): unknown[] => [
  ...[prepaidId, paymentStatus, paymentType, paymentValue],
];
const draftWords = ({ sourceType, sourceId, paymentId, refundValue }: Draft): unknown[] => [
  ...[sourceType, sourceId, paymentId, refundValue],
];

export const idosellDoor: MixedDoor = {
  name: 'IdoSell',
  draws: [
    addForOrder,
    addForOrder,
    addForReturn,
    addManual,
    update,
    ...Array(3).fill(about('confirmRefund')),
    about('cancelRefund'),
  ],
  expected,
  told,
};
