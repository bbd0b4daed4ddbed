/** Addresses of the older gates: which method is meant, and in which form. REST has other addresses, under /api/admin. */
import { GATE_METHODS } from './gate-methods';
import type { GateMethod } from './gate-methods';

/** `soap` and `json` are called, `wsdl` is read. */
export type GateForm = 'soap' | 'wsdl' | 'json';

export interface GateAddress {
  readonly method: GateMethod;
  readonly form: GateForm;
}

const ROOT = '/api/';
/** A gate, a method, any version (choice IDO-17), and the form. */
const GATE = /^([a-z]{1,40})\/([A-Za-z]{1,60})\/\d{1,9}\/(soap|soap\/wsdl|json)$/;
/** Said outside of the query, only addresses that look like a gate's are ours: there is more below /api. */
const PATH_FORM = /^(?:refunds|payments|orders|returns|rma)\//;

/**
 * Both ways to say it are known: `/api/?gate=refunds/confirmRefund/0/soap` and `/api/refunds/confirmRefund/0/soap`. Other items
 * of the query, such as lang, change nothing. Undefined for an address that is none of a gate, 'unknown' for one of a gate that
 * is not here.
 */
export function gateAddressOf(url = ''): GateAddress | 'unknown' | undefined {
  if (!url.startsWith(ROOT)) return undefined;
  const named = gateNamedBy(url);
  if (named === undefined) return undefined;
  const [, gate, name, form] = GATE.exec(named) ?? [];
  const method = GATE_METHODS.find((known) => known.gate === gate && known.name === name);
  if (!method) return 'unknown';
  if (form === 'json') return method.hasJson ? { method, form } : 'unknown';
  return { method, form: form === 'soap' ? 'soap' : 'wsdl' };
}

function gateNamedBy(url: string): string | undefined {
  const end = url.indexOf('?');
  const path = (end < 0 ? url : url.slice(0, end)).slice(ROOT.length);
  if (path !== '') return PATH_FORM.test(path) ? path : undefined;
  return new URLSearchParams(end < 0 ? '' : url.slice(end + 1)).get('gate') ?? undefined;
}
