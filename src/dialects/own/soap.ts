/** The SOAP door of our own API. The codec has read and checked the message against the WSDL; here it becomes a call. */
import type { OperationTypes } from '../../../generated/contract';
import type { Services } from '../../services/services';
import type { SoapCall } from '../../soap/endpoint';
import { callerOf } from './caller';
import type { Credentials } from './caller';
import { callOperation } from './operations';
import type { OperationName } from './operations';

/** The detail of every fault, as the WSDL declares it. */
export const FAULT_ELEMENT = 'RefundGatewayFault';

/** The `call` of the SOAP endpoint. Operations and inputs are those of the WSDL from which our types were made. */
export function soapCalls(services: Services): (call: SoapCall) => Promise<unknown> {
  return async (call) => {
    const caller = await callerOf(services, credentialsOf(call));
    const name = call.operation as OperationName;
    return callOperation(name, services, caller, call.input as OperationTypes[OperationName]['request']);
  };
}

function credentialsOf({ requestId, http, headers, usernameToken }: SoapCall): Credentials {
  return {
    requestId,
    authorization: http.authorization,
    apiKey: http.apiKey,
    usernameToken,
    idempotencyKey: http.idempotencyKey,
    idempotencyKeyBlock: headers['IdempotencyKey'] as string | undefined,
  };
}
