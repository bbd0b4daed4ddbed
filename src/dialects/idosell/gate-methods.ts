/** What the older gates of this platform can be asked for. Each method has a WSDL of its own. */
import type { MethodName } from './faults';
import type { NeighbourName } from './neighbour';

export type GateMethod = RefundsMethod | NeighbourMethod;

interface RefundsMethod {
  readonly gate: 'refunds';
  readonly name: MethodName;
  /** Whether it is served as JSON too (choice IDO-17). */
  readonly hasJson: true;
}

interface NeighbourMethod {
  readonly gate: 'payments' | 'orders' | 'returns' | 'rma';
  readonly name: 'get' | 'getStatuses';
  readonly hasJson: boolean;
  readonly asks: NeighbourName;
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
  // Of the neighbouring gates these are here, for reading (choice IDO-26). Clients are known that ask for orders in JSON.
  { gate: 'payments', name: 'get', hasJson: false, asks: 'payments/get' },
  { gate: 'orders', name: 'get', hasJson: true, asks: 'orders/get' },
  { gate: 'returns', name: 'get', hasJson: false, asks: 'returns/get' },
  { gate: 'returns', name: 'getStatuses', hasJson: false, asks: 'returns/getStatuses' },
  { gate: 'rma', name: 'get', hasJson: false, asks: 'rma/get' },
  { gate: 'rma', name: 'getStatuses', hasJson: false, asks: 'rma/getStatuses' },
];

export function wsdlFileOf({ gate, name }: GateMethod): string {
  return `wsdl/idosell/${gate}.${name}.wsdl`;
}
