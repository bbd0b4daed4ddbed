/** What the simulated provider's webhooks say: the body that README describes, read strictly. */
import type { ProviderNews } from '../services/ports';
import { isObject, objectOf } from './json-object';

const KIND_OF = {
  'refund.pending': 'pending',
  'refund.settled': 'settled',
  'refund.declined': 'declined',
  'refund.reversed': 'reversed',
} as const;

type ReadEvent = { readonly news: Omit<ProviderNews, 'shop'>[] } | { readonly problem: string };

/** The shop that the body names, if it names one. */
export function shopOf(rawBody: Buffer): string | undefined {
  const shop = objectOf(rawBody)?.['shop'];
  return typeof shop === 'string' ? shop : undefined;
}

/** News of the event; none when it is of a type that is about no refund. */
export function readEvent(rawBody: Buffer): ReadEvent {
  const event = objectOf(rawBody);
  if (!event) return { problem: 'the body must be a JSON object in UTF-8' };
  const { type, refund } = event;
  if (typeof type !== 'string') return { problem: 'type must be a text' };
  if (!isKnown(type)) return { news: [] };
  if (!isObject(refund)) return { problem: 'refund must be an object' };
  for (const [name, fits, right] of FIELDS) {
    if (!fits(refund[name])) return { problem: `refund.${name} must be ${right}` };
  }
  const {
    id: reference,
    payment: paymentReference,
    amount,
    currency,
    key: providerKey,
    message,
  } = refund as unknown as CheckedFields;
  const named = providerKey === undefined ? {} : { providerKey };
  const told = message === undefined ? {} : { message };
  return { news: [{ kind: KIND_OF[type], reference, paymentReference, amount, currency, ...named, ...told }] };
}

/** What FIELDS lets through. */
interface CheckedFields {
  readonly id: string;
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly key?: string;
  readonly message?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isName = (value: unknown): boolean => isText(value) && value.length > 0 && value.length <= 255;
const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

const FIELDS: readonly (readonly [keyof CheckedFields, (value: unknown) => boolean, string])[] = [
  ['id', isName, 'a text of 1 to 255 characters'],
  ['payment', isName, 'a text of 1 to 255 characters'],
  ['amount', isAmount, 'a whole number of minor units above 0'],
  ['currency', (value) => isText(value) && /^[A-Z]{3}$/.test(value), 'an ISO 4217 code'],
  ['key', (value) => value === undefined || isName(value), 'a text of 1 to 255 characters'],
  ['message', (value) => value === undefined || isText(value), 'a text'],
];

function isKnown(type: string): type is keyof typeof KIND_OF {
  return Object.hasOwn(KIND_OF, type);
}
