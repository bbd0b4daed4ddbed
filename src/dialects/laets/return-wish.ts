/** What a caller wants of returns, read from the body of a request (contract, sections 4.1 and 4.3). */
import type { Compensation, Return } from '../../domain/return';
import type { AmendReturn, ChangeReturn, ExpectedReturn, OpenItemReturns } from '../../services/wishes';
import type { Members } from './members';
import type { FieldType } from './resource';
import { RETURN, TYPE } from './return-resource';
import { NOT_RECEIVED } from './return-texts';

/** Path b: one item, and its order is found through it (choices LAETS-8 and LAETS-9). */
export function readNewReturn(body: Members): OpenItemReturns {
  const item = body.related('order_item', 'order_item');
  if (item === undefined) throw body.wrong('order_item', 'is required');
  const merchant = body.related('merchant', 'merchant');
  const customer = body.related('user', 'user');
  const note = body.text('comment');
  const reference = body.text('external_id', LONGEST_NUMBER);
  return {
    ...{ lineIds: [item], compensation: typeIn(body) ?? 'refund', reasonCode: body.whole('reason') ?? NOT_RECEIVED },
    ...(merchant === undefined ? {} : { shopNumber: merchant }),
    ...(customer === undefined ? {} : { customer }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(reference === undefined || reference === '' ? {} : { reference }),
    ...(body.flag('starred') === true ? { said: JSON.stringify({ starred: true }) } : {}),
  };
}

/** As long as at our other doors. */
const LONGEST_NUMBER = 64;

/** Path a: one return for each item of the merchant order. */
export function readNewReturns(orderId: number, body: Members): OpenItemReturns {
  const lineIds = body.relatedList('order_items', 'order_item');
  if (lineIds === undefined || lineIds.length === 0) throw body.wrong('order_items', 'must name at least one item');
  return { orderId, lineIds, compensation: typeIn(body) ?? 'refund', reasonCode: NOT_RECEIVED };
}

/** What an action is said to be about (choice LAETS-11). */
export function readAction(returnId: number, body: Members): ChangeReturn {
  const compensation = typeIn(body);
  const expected = { ...itemsIn(body), ...(compensation === undefined ? {} : { compensation }) };
  return { returnId, expected };
}

/** The one action that may change what the goods are compensated by. */
export function readAcceptance(
  returnId: number,
  body: Members,
): ChangeReturn & { readonly compensation?: Compensation; readonly orAccepted: true } {
  const compensation = typeIn(body);
  const wish = { returnId, expected: itemsIn(body), orAccepted: true } as const;
  return compensation === undefined ? wish : { ...wish, compensation };
}

function itemsIn(body: Members): ExpectedReturn {
  const lineIds = body.relatedList('order_items', 'order_item') ?? [];
  return lineIds.length === 0 ? {} : { lineIds };
}

/**
 * PUT: comment, external_id and starred (choice LAETS-3). Clients send the whole object back; what of it cannot be changed must be as
 * it is.
 * @param shown the return as it is told
 */
export function readChange(returned: Return, body: Members, shown: Readonly<Record<string, unknown>>): AmendReturn {
  for (const [name, { type, editable = false }] of Object.entries(RETURN.fields)) {
    if (editable || PASSED_OVER.has(type) || name.endsWith('_localized') || name === 'resource_uri') continue;
    if (body.has(name) && !isAsShown(body, name, type, shown[name])) {
      throw body.wrong(name, 'cannot be changed by PUT');
    }
  }
  const starred = body.flag('starred');
  const note = textOrNull(body, 'comment');
  const reference = textOrNull(body, 'external_id', LONGEST_NUMBER);
  return {
    returnId: returned.id,
    ...(note === undefined ? {} : { note }),
    ...(reference === undefined ? {} : { reference }),
    ...(starred === undefined ? {} : { said: { starred } }),
  };
}

/** Clients write times in forms of their own, and `from_list` says only where the object was read. */
const PASSED_OVER: ReadonlySet<FieldType> = new Set(['datetime', 'boolean']);

/** What a return is related to has the name of its resource, and may be sent as its URI, as the object or as the number. */
function isAsShown(body: Members, name: string, type: FieldType, shown: unknown): boolean {
  if (type === 'related') return body.related(name, name) === (shown as { readonly id: number } | null)?.id;
  const given = body.raw(name);
  return typeof given !== 'object' && String(given) === String(shown);
}

/** Null, or no letters, takes a text away; what was not sent stays. */
function textOrNull(body: Members, name: string, longest?: number): string | null | undefined {
  if (!body.names(name)) return undefined;
  return body.text(name, longest) || null;
}

function typeIn(body: Members): Compensation | undefined {
  const given = body.whole('return_type');
  if (given === undefined) return undefined;
  const found = (Object.keys(TYPE) as Compensation[]).find((compensation) => TYPE[compensation] === given);
  if (!found) throw body.wrong('return_type', 'must be 1 (exchange) or 2 (refund)');
  return found;
}
