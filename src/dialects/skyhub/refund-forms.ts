/** Forms of refunds in the platform's words. Its id alone names none: the key is (id, group) (contract, section 5; choice SKY-15). */
import { VOUCHER_INSTEAD, type OfferedForm, type RefundForm } from '../../domain/refund-form';
import { amountOf } from './amounts';
import type { RefundFormBody } from './shapes';

const GROUPS = { original: 'ORIGINAL_PAYMENT', voucher: 'VOUCHER' } as const satisfies Record<
  RefundForm['kind'],
  string
>;

const CARD_ID = 'CREDIT_CARD';
/** The documents spell the card in two ways, here and in the instances; both are reproduced. */
const NAMES: Readonly<Record<string, string>> = { card: 'Cartão de crédito', [VOUCHER_INSTEAD.method]: 'Vale' };

export function formBody({ limit, ...form }: OfferedForm, currency: string): RefundFormBody {
  return {
    id: formId(form),
    name: NAMES[form.method] ?? form.method,
    limit: amountOf(limit, currency),
    group: GROUPS[form.kind],
  };
}

function formId({ method }: Pick<RefundForm, 'method'>): string {
  return method === 'card' ? CARD_ID : method.toUpperCase();
}
