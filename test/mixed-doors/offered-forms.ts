/** In which forms the order can be given back, worked out once more by the rules of docs/skyhub.md. */
import { sumOf, type Truth } from './truth';

export interface OfferedTruth {
  readonly kind: string;
  readonly method: string;
  readonly limit: number;
}

/** What can still be given back in each form: promises of returns that nobody has decided about are taken off. */
export function offeredForms(truth: Truth): OfferedTruth[] {
  const promised = truth.returns.flatMap((one) => (one.state === 'open' ? one.promised : []));
  const left = truth.captured - truth.committed - sumOf(promised);
  const methods = [...new Set(truth.payments.map(({ method }) => method))];
  const original = methods.map((method): OfferedTruth => {
    const paid = truth.payments.filter((payment) => payment.method === method);
    const automatic = paid.filter(({ isAutomatic }) => isAutomatic);
    const by = automatic.length > 0 ? automatic : paid;
    const room = by.reduce((sum, { captured, committed }) => sum + captured - committed, 0);
    const spoken = sumOf(promised.filter((form) => form.kind === 'original' && form.method === method));
    return { kind: 'original', method, limit: Math.min(left, room - spoken) };
  });
  return [...original, { kind: 'voucher', method: 'voucher', limit: left }].filter(({ limit }) => limit > 0);
}
