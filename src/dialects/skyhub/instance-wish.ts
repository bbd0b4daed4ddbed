/** Requests about instances, read member by member (contract, section 4; choices SKY-11 to SKY-13). */
import type { RefundForm } from '../../domain/refund-form';
import type { Order } from '../../domain/order';
import { Refusal } from '../../domain/refusal';
import type { OpenReturn } from '../../services/wishes';
import { itemId } from './order-shape';
import { listIn, memberAt, membersOf, optionalText, positiveIn, requiredText, wrong, type Members } from './params';
import { formNamed } from './refund-forms';
import type { SkyhubSettings } from './settings';

const ACTION_NAMES = { CANCEL: 'cancelamento', RETURN: 'devolução', EXCHANGE: 'troca' } as const;

type ActionId = keyof typeof ACTION_NAMES;

/** The only cause and reason that are known of the platform. */
const KNOWN_NAMES: ReadonlyMap<string, string> = new Map([
  ['ARP', 'Arrependimento'],
  ['183', 'Comprei errado'],
]);

const LONGEST_ID = 100;
const LONGEST_NAME = 255;
const LONGEST_NOTE = 1000;

interface Named {
  readonly id: string;
  readonly name?: string;
}

/** What is kept with the return only to be told again. */
export interface Said {
  readonly action: Named;
  readonly cause: Named & { readonly reason: Named };
  readonly note?: string;
}

/** What each action is to us. The customer has the goods that he returns or exchanges: an order that is not shipped makes no cancellation of it. */
const WISHES = {
  CANCEL: { kind: 'cancellation' },
  RETURN: { goodsBack: true },
  EXCHANGE: { goodsBack: true, compensation: 'exchange' },
} as const satisfies Record<ActionId, Partial<OpenReturn>>;

export function instanceIn(body: unknown): Members {
  return membersOf(membersOf(body, 'the body')['instance'], 'instance');
}

export function openingWish(instance: Members, order: Order, settings: SkyhubSettings): OpenReturn {
  const action = namedIn(instance, 'instance.action', actionName);
  const actionId = ACTION_IDS.find((one) => one === action.id);
  if (actionId === undefined) throw wrong('instance.action.id', `must be one of ${ACTION_IDS.join(', ')}`);
  const cause = namedIn(instance, 'instance.cause', knownName);
  const reason = namedIn(membersOf(instance['cause'], 'instance.cause'), 'instance.cause.reason', knownName);
  requireTaken(settings, cause.id, reason.id);
  const note = optionalText(instance, 'instance.additional_note', LONGEST_NOTE);
  const payback = formsIn(instance, order, settings);
  const said: Said = { action, cause: { ...cause, reason }, ...(note === undefined ? {} : { note }) };
  return {
    orderId: order.id,
    ...WISHES[actionId],
    reason: [cause, reason].map(({ id, name = id }) => name).join(': '),
    ...(note === undefined ? {} : { note }),
    ...(payback.length === 0 ? {} : { payback }),
    said: JSON.stringify(said),
    lines: linesIn(instance, order),
  };
}

const ACTION_IDS = Object.keys(ACTION_NAMES) as ActionId[];

/** The forms of the order that the client chose, by their (id, group); none where the member is absent. */
export function formsIn(instance: Members, order: Order, { forms: ids }: SkyhubSettings): RefundForm[] {
  if (memberAt(instance, 'instance.refunds') === undefined) return [];
  return listIn(instance, 'instance.refunds').map((given, index) => {
    const path = `instance.refunds[${index}]`;
    const form = membersOf(given, path);
    const id = requiredText(form, `${path}.id`, LONGEST_ID);
    return formNamed(id, requiredText(form, `${path}.group`, LONGEST_ID), order, ids);
  });
}

/** Refuses a cause, or a reason of it, that the deployment does not take; one without a list takes every one (choice SKY-12). */
function requireTaken({ causes }: SkyhubSettings, cause: string, reason: string): void {
  if (causes === undefined || causes.has(`${cause}/${reason}`)) return;
  const known = [...causes].some((pair) => pair.startsWith(`${cause}/`));
  if (known) throw wrong('instance.cause.reason.id', `is none of the reasons of ${cause} that are taken here`);
  throw wrong('instance.cause.id', 'is none of the causes that are taken here');
}

function linesIn(instance: Members, order: Order): OpenReturn['lines'] {
  const items = listIn(instance, 'instance.items');
  if (items.length === 0) throw wrong('instance.items', 'must name at least one item');
  const named = new Set<number>();
  return items.map((given, index) => {
    const path = `instance.items[${index}]`;
    const item = membersOf(given, path);
    const id = requiredText(item, `${path}.id`, LONGEST_ID + LONGEST_ID);
    const line = order.lines.find((one) => itemId(order, one) === id);
    if (!line) throw new Refusal('line_not_found', `the order has no item ${id}`, `${path}.id`);
    // The services would say so too, in the words of our own API.
    if (named.has(line.id)) throw wrong(`${path}.id`, 'names an item a second time');
    named.add(line.id);
    return { lineId: line.id, quantity: positiveIn(item, `${path}.quantity`) };
  });
}

function namedIn(members: Members, path: string, nameOf: (id: string) => string | undefined): Named {
  const given = membersOf(memberAt(members, path), path);
  const id = requiredText(given, `${path}.id`, LONGEST_ID);
  const shown = optionalText(given, `${path}.name`, LONGEST_NAME) ?? nameOf(id);
  return { id, ...(shown === undefined ? {} : { name: shown }) };
}

export function actionName(id: string): string | undefined {
  const action = ACTION_IDS.find((one) => one === id);
  return action && ACTION_NAMES[action];
}

function knownName(id: string): string | undefined {
  return KNOWN_NAMES.get(id);
}
