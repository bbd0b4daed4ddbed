/** Both older gates over our services: who calls is looked at first, and every refusal that a code exists for is a reply. */
import { Refusal } from '../../domain/refusal';
import type { Services } from '../../services/services';
import { callerOf } from './credentials';
import { doorFaultOf, FAULT_TEXT } from './faults';
import type { DoorFault } from './faults';
import type { Gate, GateCall } from './gate';
import type { GateMethod } from './gate-methods';
import { callMethod, refusedWith } from './methods';
import { getPayment } from './payments';
import type { Fault, Reply } from './reply';

/** Codes that every gate of this platform has (contract, section 3; choice IDO-11). */
const LOGIN_FAILED: Fault = { faultCode: 1, faultString: 'Authorization error' };
const ACCESS_DENIED: Fault = { faultCode: 1, faultString: 'Access denied. Scope: oms' };
const FAILED: Fault = { faultCode: 3, faultString: FAULT_TEXT[3] };

/** What the neighbours of the refunds gate say of what is not there; the gate itself never does (choice IDO-21). */
const NOTHING_FOUND: Fault = { faultCode: 2, faultString: 'Empty result' };

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
      if (method.gate === 'payments') return await getPayment(this.services, caller, params);
      return await callMethod(method.name, this.services, caller, params);
    } catch (error) {
      const fault = error instanceof Refusal ? faultFor(method, error) : undefined;
      if (!fault) throw error;
      return replyWith(fault, method);
    }
  }

  replyUnreadable(method: GateMethod): Reply {
    return replyWith(FAILED, method);
  }
}

function faultFor({ gate }: GateMethod, refusal: Refusal): Fault | undefined {
  const kind = doorFaultOf(refusal);
  if (kind !== undefined || gate === 'refunds') return kind && FAULTS[kind];
  return refusal.kind === 'missing' ? NOTHING_FOUND : FAILED;
}

function replyWith(fault: Fault, { gate, name }: GateMethod): Reply {
  return gate === 'payments' ? { body: {}, fault } : refusedWith(fault, name);
}
