/** What the older gates of this platform can be asked for. Each method has a WSDL of its own. */
import type { MethodName } from './faults';

export type GateMethod = RefundsMethod | PaymentsMethod;

interface RefundsMethod {
  readonly gate: 'refunds';
  readonly name: MethodName;
  /** Whether it is served as JSON too (choice IDO-17). */
  readonly hasJson: true;
}

interface PaymentsMethod {
  readonly gate: 'payments';
  readonly name: 'get';
  readonly hasJson: false;
}

const refunds = (name: MethodName): GateMethod => ({ gate: 'refunds', name, hasJson: true });

export const GATE_METHODS: readonly GateMethod[] = [
  refunds('addAutomaticRefund'),
  refunds('addAutomaticRefundForOrder'),
  refunds('addManualRefund'),
  refunds('getPossibleAutoRefunds'),
  refunds('getRefundStatus'),
  refunds('updateRefund'),
  refunds('confirmRefund'),
  refunds('cancelRefund'),
  refunds('retrieveRefundsList'),
  // Of the neighbouring gates only this method is here, for reading (choice IDO-25).
  { gate: 'payments', name: 'get', hasJson: false },
];

export function wsdlFileOf({ gate, name }: GateMethod): string {
  return `wsdl/idosell/${gate}.${name}.wsdl`;
}
