/** Forms of refunds in the platform's words. Its id alone names none: the key is (id, group) (contract, section 5; choice SKY-15). */
import { VOUCHER_INSTEAD, type OfferedForm, type RefundForm } from '../../domain/refund-form';
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

/** The deployment's own id of the method; in capitals where it has none. */
export function formId({ method }: Pick<RefundForm, 'method'>, ids: Ids): string {
  return method === 'card' ? CARD_ID : (ids.get(method) ?? method.toUpperCase());
}

/** The same form in an instance. */
export function instanceName({ method }: Pick<RefundForm, 'method'>): string {
  return method === 'card' ? 'Cartão de Crédito' : (NAMES.get(method) ?? method);
}

/** The form of this (id, group); refuses what can be none. Whether the order offers it is not decided here. */
export function formNamed(id: string, group: string, ids: Ids): RefundForm {
  const [named] = [...ids].find(([, own]) => own === id) ?? [];
  const method = id === CARD_ID ? 'card' : (named ?? id.toLowerCase());
  const form = (['original', 'voucher'] as const)
    .map((kind) => ({ kind, method }))
    .find(({ kind }) => GROUPS[kind] === group);
  if (form && formId(form, ids) === id) return form;
  throw new Refusal('destination_unknown', `there is no refund form ${id} in ${group}`, 'instance.refunds');
}
