/** Forms of refunds in the platform's words. Its id alone names none: the key is (id, group) (contract, section 5; choice SKY-15). */
import type { Order } from '../../domain/order';
import { formsOf, VOUCHER_INSTEAD, type OfferedForm, type RefundForm } from '../../domain/refund-form';
import { Refusal } from '../../domain/refusal';
import { amountOf } from './amounts';
import type { SkyhubSettings } from './settings';
import type { RefundFormBody } from './shapes';

const GROUPS = { original: 'ORIGINAL_PAYMENT', voucher: 'VOUCHER' } as const satisfies Record<
  RefundForm['kind'],
  string
>;

const CARD_ID = 'CREDIT_CARD';

type Ids = SkyhubSettings['forms'];
/** The documents spell the card in two ways, here and in the instances; both are reproduced. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['card', 'Cartão de crédito'],
  [VOUCHER_INSTEAD.method, 'Vale'],
]);

export function formBody({ limit, ...form }: OfferedForm, currency: string, ids: Ids): RefundFormBody {
  return {
    id: formId(form, ids),
    name: NAMES.get(form.method) ?? form.method,
    limit: amountOf(limit, currency),
    group: GROUPS[form.kind],
  };
}

/** What tells a method apart whose capitals the deployment gave to another one; no other id has it. */
const SECOND = '__2';

/** The deployment's own id of the method; its capitals where it has none. No two methods have one id. */
export function formId({ method }: Pick<RefundForm, 'method'>, ids: Ids): string {
  if (method === 'card') return CARD_ID;
  const capitals = method.toUpperCase();
  return ids.get(method) ?? ([...ids.values()].includes(capitals) ? capitals + SECOND : capitals);
}

/** The same form in an instance. */
export function instanceName({ method }: Pick<RefundForm, 'method'>): string {
  return method === 'card' ? 'Cartão de Crédito' : (NAMES.get(method) ?? method);
}

/** The form of the order that has this (id, group); refuses what is none. What is left of it is not decided here. */
export function formNamed(id: string, group: string, order: Order, ids: Ids): RefundForm {
  const form = formsOf(order).find((one) => GROUPS[one.kind] === group && formId(one, ids) === id);
  if (form) return form;
  throw new Refusal('destination_unknown', `there is no refund form ${id} in ${group}`, 'instance.refunds');
}
