/** The SOAP door of this platform: a handler for each method, because each has a contract and an address of its own. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../../domain/refusal';
import type { EncodedContract, Member } from '../../soap/encoded-contract';
import { createEncodedHandler } from '../../soap/encoded-endpoint';
import type { EncodedFault } from '../../soap/encoded-writer';
import { readEncodedContract } from '../../soap/encoded-wsdl-reader';
import type { DoorOptions, SoapCall, SoapHandler } from '../../soap/endpoint';
import type { Gate } from './gate';
import { gateAddressOf } from './gate-address';
import { GATE_METHODS, wsdlFileOf } from './gate-methods';
import type { GateMethod } from './gate-methods';
import { withErrors } from './reply';

interface SoapGateOptions extends Omit<DoorOptions, 'call'> {
  readonly gate: Gate;
  /** @param name of a file that ships with the gateway */
  readonly readFile: (name: string) => string;
}

interface OpenMethod {
  readonly method: GateMethod;
  readonly contract: EncodedContract;
  readonly wsdlText: string;
}

/** Gives the handler of an address, where there is one: calls and WSDLs of the methods that we serve. */
export async function soapGates(options: SoapGateOptions): Promise<(url?: string) => SoapHandler | undefined> {
  const methods = await Promise.all(GATE_METHODS.map((method) => openMethod(method, options.readFile)));
  const actions = methods.map(({ contract }) => contract.soapAction);
  const handlers = new Map(methods.map((open) => [open.method, handlerOf(open, actions, options)]));
  return (url) => {
    const address = gateAddressOf(url);
    return typeof address !== 'object' || address.form === 'json' ? undefined : handlers.get(address.method);
  };
}

async function openMethod(method: GateMethod, readFile: (name: string) => string): Promise<OpenMethod> {
  const wsdlText = readFile(wsdlFileOf(method));
  return { method, contract: await readEncodedContract(wsdlText), wsdlText };
}

function handlerOf(
  { method, contract, wsdlText }: OpenMethod,
  actions: readonly string[],
  { gate, readFile: _readFile, ...door }: SoapGateOptions,
): SoapHandler {
  return createEncodedHandler({
    ...door,
    contract: withOlderLogin(contract),
    wsdlText,
    showsWsdl: asksForWsdl,
    foreignActions: new Set(actions.filter((action) => action !== contract.soapAction)),
    call: async (call) => withErrors(await gate.call({ method, ...partsOf(call) })),
    replyInvalid: () => withErrors(gate.replyUnreadable(method)),
    faultFor,
  });
}

function asksForWsdl({ url }: IncomingMessage): boolean {
  const address = gateAddressOf(url);
  return typeof address === 'object' && address.form === 'wsdl';
}

function partsOf({ input, http, requestId }: SoapCall) {
  const { authenticate, params } = input as { readonly authenticate?: unknown; readonly params?: unknown };
  return { authenticate, params, authorization: http.authorization, idempotencyKey: http.idempotencyKey, requestId };
}

const OLDER_LOGIN: readonly Member[] = ['system_login', 'system_key'].map((name) => ({
  name,
  type: { kind: 'scalar', name: 'string', builtIn: true, base: 'string' },
  required: false,
}));

/** Clients of older gates send the login under other names, of which the newer WSDLs do not tell. */
function withOlderLogin(contract: EncodedContract): EncodedContract {
  const { request } = contract;
  const members = request.type.members.map((member) =>
    member.name === 'authenticate' && member.type.kind === 'struct'
      ? { ...member, type: { ...member.type, members: [...member.type.members, ...OLDER_LOGIN] } }
      : member,
  );
  return { ...contract, request: { ...request, type: { ...request.type, members } } };
}

/** Choice IDO-11: only what is no message for a method of ours is a fault, and so is what we could not do. */
function faultFor(refusal?: Refusal): EncodedFault {
  if (!refusal || refusal.kind === 'busy' || refusal.kind === 'unknown') {
    return { code: 'Server', text: 'Internal server error' };
  }
  // SOAP itself has this code for it, and a client that sent such a header looks for it.
  const code = refusal.code === 'header_not_understood' ? 'MustUnderstand' : 'Client';
  return { code, text: 'Malformed request' };
}
