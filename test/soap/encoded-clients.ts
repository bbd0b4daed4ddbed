/** One call as seven kinds of clients write it: written by us, after what such clients were seen to send. */

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
const XSD = 'http://www.w3.org/2001/XMLSchema';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export const MEANT = {
  login: { key: '00ff', user: 'admin' },
  params: { kind: 'box', parcel: 7, weight: '20.12', boxes: [{ label: 'A', height: '1.50' }, { label: 'B' }] },
};

const PHP = `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP}" xmlns:ns1="ApiParcels" xmlns:xsd="${XSD}" xmlns:xsi="${XSI}" xmlns:SOAP-ENC="${ENCODING}" SOAP-ENV:encodingStyle="${ENCODING}"><SOAP-ENV:Body><ns1:weigh><weighRequest xsi:type="ns1:weighRequestType"><login xsi:type="ns1:loginType"><key xsi:type="xsd:string">00ff</key><user xsi:type="xsd:string">admin</user></login><params xsi:type="ns1:weighParamsType"><kind xsi:type="ns1:kindType">box</kind><parcel xsi:type="xsd:int">7</parcel><weight xsi:type="xsd:float">20.12</weight><boxes SOAP-ENC:arrayType="ns1:boxType[2]" xsi:type="ns1:boxesType"><item xsi:type="ns1:boxType"><label xsi:type="xsd:string">A</label><height xsi:type="xsd:float">1.50</height></item><item xsi:type="ns1:boxType"><label xsi:type="xsd:string">B</label></item></boxes></params></weighRequest></ns1:weigh></SOAP-ENV:Body></SOAP-ENV:Envelope>
`;

const SUDS = `<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP}" xmlns:xsi="${XSI}" xmlns:ns0="ApiParcels" xmlns:ns1="${XSD}" xmlns:ns2="${ENCODING}" xmlns:ns3="${SOAP}" SOAP-ENV:encodingStyle="${ENCODING}"><SOAP-ENV:Header/><ns3:Body><ns0:weigh><weighRequest xsi:type="ns0:weighRequestType"><login xsi:type="ns0:loginType"><key xsi:type="ns1:string">00ff</key><user xsi:type="ns1:string">admin</user></login><params xsi:type="ns0:weighParamsType"><kind xsi:type="ns0:kindType">box</kind><parcel xsi:type="ns1:int">7</parcel><weight xsi:type="ns1:float">20.12</weight><boxes xsi:type="ns0:boxesType" ns2:arrayType="ns0:boxType[2]"><item xsi:type="ns0:boxType"><label xsi:type="ns1:string">A</label><height xsi:type="ns1:float">1.50</height></item><item xsi:type="ns0:boxType"><label xsi:type="ns1:string">B</label></item></boxes></params></weighRequest></ns0:weigh></ns3:Body></SOAP-ENV:Envelope>`;

const ZEEP = `<?xml version='1.0' encoding='utf-8'?>
<soap-env:Envelope xmlns:soap-env="${SOAP}"><soap-env:Body><ns0:weigh xmlns:ns0="ApiParcels"><weighRequest><login><key>00ff</key><user>admin</user></login><params><kind>box</kind><parcel>7</parcel><weight>20.12</weight><boxes><item><label>A</label><height>1.50</height></item><item><label>B</label></item></boxes></params></weighRequest></ns0:weigh></soap-env:Body></soap-env:Envelope>`;

const NODE_SOAP = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}" xmlns:xsi="${XSI}"  xmlns:ns="ApiParcels"><soap:Body><ns:weigh><weighRequest><login><user>admin</user><key>00ff</key></login><params><boxes><label>A</label><height>1.50</height></boxes><boxes><label>B</label></boxes><weight>20.12</weight><parcel>7</parcel><kind>box</kind></params></weighRequest></ns:weigh></soap:Body></soap:Envelope>`;

const WCF_MONO = `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${SOAP}"><s:Body xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"><weigh xmlns="ApiParcels"><weighRequest><login><key>00ff</key><user>admin</user></login><params><kind>box</kind><parcel>7</parcel><weight>20.12</weight><boxes><boxType><label>A</label><height>1.50</height></boxType><boxType><label>B</label></boxType></boxes></params></weighRequest></weigh></s:Body></s:Envelope>`;

const DOT_NET = `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${SOAP}" xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"><s:Body s:encodingStyle="${ENCODING}"><q1:weigh xmlns:q1="ApiParcels"><weighRequest href="#id1"/></q1:weigh><q2:weighRequestType id="id1" xsi:type="q2:weighRequestType" xmlns:q2="ApiParcels"><login href="#id2"/><params href="#id3"/></q2:weighRequestType><q3:loginType id="id2" xsi:type="q3:loginType" xmlns:q3="ApiParcels"><key xsi:type="xsd:string">00ff</key><user xsi:type="xsd:string">admin</user></q3:loginType><q4:weighParamsType id="id3" xsi:type="q4:weighParamsType" xmlns:q4="ApiParcels"><kind xsi:type="q4:kindType">box</kind><parcel xsi:type="xsd:int">7</parcel><weight xsi:type="xsd:float">20.12</weight><boxes href="#id4"/></q4:weighParamsType><q5:Array id="id4" q5:arrayType="q6:boxType[2]" xmlns:q5="${ENCODING}" xmlns:q6="ApiParcels"><Item href="#id5"/><Item href="#id6"/></q5:Array><q7:boxType id="id5" xsi:type="q7:boxType" xmlns:q7="ApiParcels"><label xsi:type="xsd:string">A</label><height xsi:type="xsd:float">1.50</height></q7:boxType><q8:boxType id="id6" xsi:type="q8:boxType" xmlns:q8="ApiParcels"><label xsi:type="xsd:string">B</label></q8:boxType></s:Body></s:Envelope>`;

const AXIS = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns:xsd="${XSD}" xmlns:xsi="${XSI}"><soapenv:Body><ns1:weigh soapenv:encodingStyle="${ENCODING}" xmlns:ns1="ApiParcels"><weighRequest href="#id0"/></ns1:weigh><multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="${ENCODING}" xsi:type="ns2:weighRequestType" xmlns:soapenc="${ENCODING}" xmlns:ns2="ApiParcels"><login href="#id1"/><params xsi:type="ns2:weighParamsType"><kind href="#id2"/><parcel href="#id3"/><weight xsi:type="xsd:float">20.12</weight><fragile xsi:type="xsd:boolean" xsi:nil="true"/><note xsi:type="xsd:string" xsi:nil="true"/><boxes soapenc:arrayType="ns2:boxType[2]" xsi:type="soapenc:Array"><boxes href="#id4"/><boxes href="#id5"/></boxes></params></multiRef><multiRef id="id1" soapenc:root="0" xsi:type="ns3:loginType" xmlns:ns3="ApiParcels" xmlns:soapenc="${ENCODING}"><key xsi:type="xsd:string">00ff</key><user xsi:type="xsd:string">admin</user></multiRef><multiRef id="id2" xsi:type="ns4:kindType" xmlns:ns4="ApiParcels">box</multiRef><multiRef id="id3" xsi:type="xsd:int">7</multiRef><multiRef id="id4"><label xsi:type="xsd:string">A</label><height xsi:type="xsd:float">1.50</height></multiRef><multiRef id="id5"><label xsi:type="xsd:string">B</label><height xsi:nil="1"/></multiRef></soapenv:Body></soapenv:Envelope>`;

export const CLIENTS: readonly (readonly [name: string, message: string])[] = [
  ['PHP SoapClient, which types everything', PHP],
  ['suds, with two prefixes for one namespace and an empty Header', SUDS],
  ['zeep, without any type', ZEEP],
  ['node-soap, in the caller’s order and with an element for each entry', NODE_SOAP],
  ['WCF under Mono, in the default namespace', WCF_MONO],
  ['the serialiser of .NET, with values beside the operation', DOT_NET],
  ['Axis 1.4, with shared values and nil for null', AXIS],
];
