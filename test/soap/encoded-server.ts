/** A real server with the real encoded handler, on a small contract of our own that has each construct once. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../../src/domain/refusal';
import { createEncodedHandler } from '../../src/soap/encoded-endpoint';
import { readEncodedContract } from '../../src/soap/encoded-wsdl-reader';
import type { AnswerEntry, SoapCall } from '../../src/soap/endpoint';
import { sendTo } from './soap-server';
import type { Reply } from './soap-server';

const PARCELS = 'ApiParcels';
export const PATH = '/gate?of=parcels/weigh';

const ELEMENT = (name: string, type: string, least = 0) =>
  `<xsd:element minOccurs="${least}" maxOccurs="1" name="${name}" type="${type}"/>`;
const STRUCT = (name: string, ...members: string[]) =>
  `<xsd:complexType name="${name}"><xsd:all>${members.join('')}</xsd:all></xsd:complexType>`;
const ARRAY = (name: string, of: string) =>
  `<xsd:complexType name="${name}"><xsd:complexContent><xsd:restriction base="soapenc:Array">` +
  `<xsd:attribute ref="soapenc:arrayType" wsdl:arrayType="${of}[]"/></xsd:restriction></xsd:complexContent></xsd:complexType>`;
const BODY = `<soap:body use="encoded" namespace="${PARCELS}" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>`;

export const TYPES = [
  STRUCT('weighRequestType', ELEMENT('login', 'ns:loginType', 1), ELEMENT('params', 'ns:weighParamsType', 1)),
  STRUCT('loginType', ELEMENT('key', 'xsd:string', 1), ELEMENT('user', 'xsd:string', 1)),
  `<xsd:simpleType name="kindType"><xsd:restriction base="xsd:string"><xsd:enumeration value="box"/><xsd:enumeration value="bag"/></xsd:restriction></xsd:simpleType>`,
  STRUCT('boxType', ELEMENT('label', 'xsd:string', 1), ELEMENT('height', 'xsd:float')),
  ARRAY('boxesType', 'ns:boxType'),
  ARRAY('numbersType', 'xsd:int'),
  STRUCT(
    'weighParamsType',
    ELEMENT('kind', 'ns:kindType', 1),
    ELEMENT('parcel', 'xsd:int', 1),
    ELEMENT('weight', 'xsd:float'),
    ELEMENT('fragile', 'xsd:boolean'),
    ELEMENT('note', 'xsd:string'),
    ELEMENT('box', 'ns:boxType'),
    ELEMENT('boxes', 'ns:boxesType'),
    ELEMENT('numbers', 'ns:numbersType'),
  ),
  STRUCT('errorsType', ELEMENT('faultCode', 'xsd:int', 1), ELEMENT('faultString', 'xsd:string', 1)),
  STRUCT('weighResponseType', ELEMENT('errors', 'ns:errorsType', 1), ELEMENT('result', 'ns:weighParamsType')),
];

export function parcelsWsdl(types: readonly string[] = TYPES): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="ApiParcels" targetNamespace="${PARCELS}" xmlns:ns="${PARCELS}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<wsdl:types><xsd:schema targetNamespace="${PARCELS}">${types.join('\n')}</xsd:schema></wsdl:types>
<wsdl:message name="weighRequest"><wsdl:part name="weighRequest" type="ns:weighRequestType"/></wsdl:message>
<wsdl:message name="weighResponse"><wsdl:part name="weighResponse" type="ns:weighResponseType"/></wsdl:message>
<wsdl:portType name="P"><wsdl:operation name="weigh"><wsdl:input message="ns:weighRequest"/><wsdl:output message="ns:weighResponse"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="B" type="ns:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="weigh"><soap:operation soapAction="#weigh"/><wsdl:input>${BODY}</wsdl:input><wsdl:output>${BODY}</wsdl:output></wsdl:operation></wsdl:binding>
<wsdl:service name="S"><wsdl:port name="P" binding="ns:B"><soap:address location="http://localhost:3000${PATH}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
}

export interface ParcelsServer {
  readonly calls: SoapCall[];
  readonly bugs: unknown[];
  readonly entries: AnswerEntry[];
  /** What is called next gives, once, instead of no errors. */
  next: (() => unknown) | undefined;
  post(body: string | Buffer, headers?: http.OutgoingHttpHeaders): Promise<Reply>;
  get(target: string, headers?: http.OutgoingHttpHeaders, method?: string): Promise<Reply>;
  close(): Promise<void>;
}

export async function startParcels(): Promise<ParcelsServer> {
  const handler = createEncodedHandler({
    contract: await readEncodedContract(parcelsWsdl()),
    wsdlText: parcelsWsdl(),
    showsWsdl: ({ url }) => url?.endsWith('/wsdl') === true,
    foreignActions: new Set(['#measure']),
    replyInvalid: ({ field }) => ({ errors: { faultCode: 3, faultString: `bad ${field}` } }),
    faultFor: (refusal) => (refusal ? { code: 'Client', text: 'Malformed' } : { code: 'Server', text: 'Broken' }),
    call: async (call) => {
      running.calls.push(call);
      const { next } = running;
      running.next = undefined;
      return next ? next() : { errors: { faultCode: 0, faultString: '' } };
    },
    onAnswer: (entry) => void running.entries.push(entry),
    onBug: (error) => void running.bugs.push(error),
  });
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: ParcelsServer = {
    calls: [],
    bugs: [],
    entries: [],
    next: undefined,
    post: (body, headers = {}) => sendTo(port, 'POST', PATH, { 'content-type': 'text/xml', ...headers }, body),
    get: (target, headers = {}, method = 'GET') => sendTo(port, method, target, headers, ''),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}

export function refuse(): never {
  throw new Refusal('gateway_busy', 'too many requests wait');
}

/** An envelope around the content of Body, with the prefixes that PHP declares. */
export function encoded(body: string, header = ''): string {
  const prefixes =
    `xmlns:ns1="${PARCELS}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/"';
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" ${prefixes}>${header}<e:Body>${body}</e:Body></e:Envelope>`;
}

/** A whole message with these parameters. */
export function weigh(params: string): string {
  return encoded(`<ns1:weigh><weighRequest><params>${params}</params></weighRequest></ns1:weigh>`);
}
