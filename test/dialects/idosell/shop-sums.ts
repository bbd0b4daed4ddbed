/** What must hold of the answers of the refunds gate, whatever was asked before: no more goes back than came in. */
import { SOURCES } from './call-sequences';
import type { Call } from './call-sequences';
import type { Params } from './wire-doors';

export interface Fault {
  readonly faultCode: number;
  readonly faultString: string;
}

interface Told extends Call {
  readonly told: Readonly<Record<string, unknown>>;
}

interface Status {
  readonly refundValue: number;
  readonly refundStatus: string;
}

interface Named {
  readonly sourceType: string;
  readonly sourceId: number;
  readonly paymentId: number | string;
}

const HELD = new Set(['Pending', 'Processing', 'Completed']);

/** Asked in the end: the status of every refund that was added, the whole list, and what is left of both orders. */
export function questionsAbout(told: readonly Told[]): Call[] {
  const statuses = addedIn(told).map((params): Call => ({ method: 'getRefundStatus', params: { ...params } }));
  const orders = [1, 2].map((sourceId) => ({ sourceType: 'order', sourceId }));
  return [
    ...statuses,
    { method: 'retrieveRefundsList', params: { sourceType: 'all' } },
    ...orders.map((params): Call => ({ method: 'getPossibleAutoRefunds', params })),
  ];
}

function addedIn(told: readonly Told[]): Named[] {
  return told.flatMap(({ method, params, told: { result } }) => {
    const paymentId = (result as { readonly refundId?: number } | undefined)?.refundId;
    if (paymentId === undefined) return [];
    const sourceType = method === 'addAutomaticRefundForOrder' ? 'order' : String(params['sourceType']);
    return [{ sourceType, sourceId: Number(params['sourceId']), paymentId }];
  });
}

/** Sentences about what does not add up; none when all is well. The answers to the questions stand last. */
export function problemsIn(told: readonly Told[]): string[] {
  const added = addedIn(told);
  const asked = told.slice(-(added.length + 3));
  const refunds = added.map((named, index) => ({ ...named, ...(asked[index]?.told['result'] as Status) }));
  const [list, ...left] = asked.slice(added.length).map(({ told: { results } }) => results as readonly Params[]);
  return [
    ...(new Set(added.map(nameOf)).size === added.length ? [] : ['two refunds of one source have the same number']),
    ...tooMuchOf(refunds),
    ...otherThan('the list', (list ?? []).map(nameOf), refunds.filter(isPending).map(nameOf)),
    ...leftOfTheSecond(refunds, left[1] ?? []),
  ];
}

type Refund = Named & Status;

const isPending = ({ refundStatus }: Refund): boolean => refundStatus === 'Pending';

function nameOf(refund: object): string {
  const { sourceType, sourceId, paymentId } = refund as Named;
  return `${sourceType} ${sourceId}-${paymentId}`;
}

function heldBy(refunds: readonly Refund[]): number {
  const held = refunds.filter(({ refundStatus }) => HELD.has(refundStatus));
  return held.reduce((sum, { refundValue }) => sum + Math.round(refundValue * 100), 0);
}

/** Of a return no more than it is worth; of an order, its returns counted in, no more than was paid. */
function tooMuchOf(refunds: readonly Refund[]): string[] {
  return SOURCES.flatMap(({ sourceType, sourceId, worth }) => {
    const ofIt = refunds.filter((refund) => refund.sourceType === sourceType && refund.sourceId === sourceId);
    const below =
      sourceType === 'order' ? refunds.filter((one) => one.sourceType !== 'order' && one.sourceId === sourceId) : [];
    const held = heldBy([...ofIt, ...below]);
    return held > worth ? [`${held} is given back for ${sourceType} ${sourceId}, which is worth ${worth}`] : [];
  });
}

function otherThan(what: string, told: readonly string[], meant: readonly string[]): string[] {
  const [is, should] = [told, meant].map((names) => [...names].sort().join(', '));
  return is === should ? [] : [`${what} holds ${is}, and should hold ${should}`];
}

/** The second order has one payment, which all that goes back comes off. */
function leftOfTheSecond(refunds: readonly Refund[], told: readonly Params[]): string[] {
  const left = 3000 - heldBy(refunds.filter(({ sourceId }) => sourceId === 2));
  const said = told.map(({ value }) => Math.round(Number(value) * 100));
  return otherThan('what is left of order 2', said.map(String), left === 0 ? [] : [String(left)]);
}
