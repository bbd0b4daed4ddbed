/**
 * How a manual refund is paid out, by the platform's numbers (choice IDO-12). The vendor's shops make up these numbers
 * themselves; ours are fixed, and listed in docs/idosell.md.
 */
import type { Destination } from '../../domain/refund';

/** 0 stands for the usual form. */
const USUAL: Destination = 'bank_transfer';

export const PAYMENT_FORMS: ReadonlyMap<number, Destination> = new Map([
  [1, 'bank_transfer'],
  [2, 'cash'],
  [3, 'customer_balance'],
  [4, 'voucher'],
]);

/** The platform's number for a way in which a manual refund is paid out. */
export function formOf(destination: Destination): number | undefined {
  return [...PAYMENT_FORMS].find(([, one]) => one === destination)?.[0];
}

export const PAYMENT_FORM_NAME = {
  bank_transfer: 'bank transfer',
  cash: 'cash',
  customer_balance: 'customer balance',
  voucher: 'voucher',
} as const satisfies Record<Destination, string>;

/** Payment systems are numbered up to here by the vendor's clients (27 is one that is seen); we move no money through any. */
const LAST_PAYMENT_SYSTEM = 999;

/** Undefined for a form or a system that is none of ours (code 4011). */
export function destinationOf(form = 0, system = 0): Destination | undefined {
  if (system < 0 || system > LAST_PAYMENT_SYSTEM) return undefined;
  return form === 0 ? USUAL : PAYMENT_FORMS.get(form);
}
