/** The neighbours of the refunds gate that are here, each for reading alone (contract, section 6; choice IDO-26). */
import type { Caller } from '../../domain/access';
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import { doorFaultOf } from './faults';
import type { Neighbour, NeighbourName } from './neighbour';
import { getOrders } from './orders';
import { Params } from './params';
import { getForms, getPayment } from './payments';
import { FAILED, NOTHING_FOUND, type Reply } from './reply';
import { getReturns, getReturnStatuses, getRmas } from './returns';

const NEIGHBOURS: Readonly<Record<NeighbourName, Neighbour>> = {
  'payments/get': getPayment,
  'payments/getForms': getForms,
  'orders/get': getOrders,
  'returns/get': getReturns,
  'returns/getStatuses': getReturnStatuses,
  'rma/get': getRmas,
  'rma/getStatuses': getReturnStatuses,
};

export function isNeighbour(name: string): name is NeighbourName {
  return name in NEIGHBOURS;
}

/** Asks a neighbour. What is not there is an empty result; a login, the format and the state of the gateway are for the door. */
export async function askNeighbour(
  name: NeighbourName,
  services: Services,
  caller: Caller,
  given: unknown,
): Promise<Reply> {
  try {
    return await NEIGHBOURS[name]({ services, caller, params: Params.of(given ?? {}) });
  } catch (error) {
    if (!(error instanceof Refusal) || doorFaultOf(error) !== undefined) throw error;
    return { body: {}, fault: error.kind === 'missing' ? NOTHING_FOUND : FAILED };
  }
}
