/** Both older gates over our services: who calls is looked at first, and every refusal that a code exists for is a reply. */
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import { callerOf } from './credentials';
import { doorFaultOf } from './faults';
import type { DoorFault } from './faults';
import type { Gate, GateCall } from './gate';
import type { GateMethod } from './gate-methods';
import { callMethod, refusedWith } from './methods';
import { askNeighbour } from './neighbours';
import { FAILED } from './reply';
import type { Fault, Reply } from './reply';

/** Codes that every gate of this platform has (contract, section 3; choice IDO-11). */
const LOGIN_FAILED: Fault = { faultCode: 1, faultString: 'Authorization error' };
const ACCESS_DENIED: Fault = { faultCode: 1, faultString: 'Access denied. Scope: oms' };

/** What is no fault of the whole call is not said in a reply: SOAP and HTTP have words of their own for it. */
const FAULTS: Readonly<Record<DoorFault, Fault | undefined>> = {
  login: LOGIN_FAILED,
  denied: ACCESS_DENIED,
  format: FAILED,
  busy: undefined,
  door: undefined,
};

export class ServiceGate implements Gate {
  constructor(private readonly services: Services) {}

  async call({ method, params, ...credentials }: GateCall): Promise<Reply> {
    try {
      const caller = await callerOf(this.services, credentials);
      if (method.gate !== 'refunds') return await askNeighbour(method.asks, this.services, caller, params);
      return await callMethod(method.name, this.services, caller, params);
    } catch (error) {
      const fault = error instanceof Refusal ? faultFor(error) : undefined;
      if (!fault) throw error;
      return replyWith(fault, method);
    }
  }

  replyUnreadable(method: GateMethod): Reply {
    return replyWith(FAILED, method);
  }
}

function faultFor(refusal: Refusal): Fault | undefined {
  const kind = doorFaultOf(refusal);
  return kind && FAULTS[kind];
}

function replyWith(fault: Fault, method: GateMethod): Reply {
  return method.gate === 'refunds' ? refusedWith(fault, method.name) : { body: {}, fault };
}
