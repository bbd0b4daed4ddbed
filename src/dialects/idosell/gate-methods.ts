/** What the older gates of this platform can be asked for. Each method has a WSDL of its own. */

export interface GateMethod {
  readonly gate: 'refunds' | 'payments';
  readonly name: string;
  /** Whether it is served as JSON too (IDO-17). */
  readonly hasJson: boolean;
}

const refunds = (name: string): GateMethod => ({ gate: 'refunds', name, hasJson: true });

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
  // Of the neighbouring gates only this method is here, for reading (IDO-25).
  { gate: 'payments', name: 'get', hasJson: false },
];

export function wsdlFileOf({ gate, name }: GateMethod): string {
  return `wsdl/idosell/${gate}.${name}.wsdl`;
}
