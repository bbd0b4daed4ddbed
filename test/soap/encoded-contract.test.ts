import { readEncodedContract } from '../../src/soap/encoded-wsdl-reader';
import { parcelsWsdl, TYPES } from './encoded-server';

test('the contract has one operation with its action, and a named part each way', async () => {
  const contract = await readEncodedContract(parcelsWsdl());
  expect(contract).toMatchObject({ namespace: 'ApiParcels', operation: 'weigh', soapAction: '#weigh' });
  expect(contract.request).toMatchObject({ name: 'weighRequest', type: { kind: 'struct', name: 'weighRequestType' } });
  expect(contract.response).toMatchObject({
    name: 'weighResponse',
    type: { kind: 'struct', name: 'weighResponseType' },
  });
});

test('structs, enumerations, arrays and the four plain types are known, and what is optional', async () => {
  const { request } = await readEncodedContract(parcelsWsdl());
  const params = request.type.members.find(({ name }) => name === 'params')?.type;
  const members = params?.kind === 'struct' ? params.members : [];
  expect(members.map(({ name, type, required }) => [name, type.kind, type.name, required])).toEqual([
    ['kind', 'scalar', 'kindType', true],
    ['parcel', 'scalar', 'int', true],
    ['weight', 'scalar', 'float', false],
    ['fragile', 'scalar', 'boolean', false],
    ['note', 'scalar', 'string', false],
    ['box', 'struct', 'boxType', false],
    ['boxes', 'array', 'boxesType', false],
    ['numbers', 'array', 'numbersType', false],
  ]);
  expect(members[0]?.type).toMatchObject({ base: 'string', builtIn: false, enumeration: ['box', 'bag'] });
  expect(members[6]?.type).toMatchObject({ of: { kind: 'struct', name: 'boxType' } });
});

test('a sequence is read as a struct, like xsd:all', async () => {
  const wsdl = parcelsWsdl().replaceAll('xsd:all>', 'xsd:sequence>');
  expect(await readEncodedContract(wsdl)).toEqual(await readEncodedContract(parcelsWsdl()));
});

const EXTRA = (content: string) => `<xsd:complexType name="extraType">${content}</xsd:complexType>`;
const ALL = (...attributes: string[]) =>
  EXTRA(`<xsd:all>${attributes.map((text) => `<xsd:element ${text}/>`).join('')}</xsd:all>`);
const ARRAY_OF = (type: string) =>
  EXTRA(
    `<xsd:complexContent><xsd:restriction base="soapenc:Array"><xsd:attribute ref="soapenc:arrayType" wsdl:arrayType="${type}"/></xsd:restriction></xsd:complexContent>`,
  );

describe('the gateway does not start with a schema that holds', () => {
  test.each([
    ['xsd:choice', EXTRA('<xsd:choice/>')],
    ['xsd:element', '<xsd:element name="a" type="xsd:string"/>'],
    ['xsd:double', ALL('name="a" type="xsd:double"')],
    ['nillable', ALL('name="a" type="xsd:int" nillable="true"')],
    ['default', ALL('name="a" type="xsd:int" default="1"')],
    ['must occur once', ALL('name="a" type="xsd:int" maxOccurs="unbounded"')],
    ['a member twice', ALL('name="a" type="xsd:int"', 'name="a" type="xsd:int"')],
    ['contains itself', ALL('name="a" type="ns:extraType"')],
    ['missingType', ALL('name="a" type="ns:missingType"')],
    ['__proto__', ALL('name="__proto__" type="xsd:int"')],
    ['declared twice', TYPES[1] ?? ''],
    ['array of arrays', ARRAY_OF('ns:boxesType[]')],
    ['arrayType="TYPE[]"', ARRAY_OF('ns:boxType[3]')],
    [
      'xsd:pattern',
      '<xsd:simpleType name="a"><xsd:restriction base="xsd:string"><xsd:pattern value="a"/></xsd:restriction></xsd:simpleType>',
    ],
    [
      'restrict xsd:string',
      '<xsd:simpleType name="a"><xsd:restriction base="xsd:int"><xsd:enumeration value="1"/></xsd:restriction></xsd:simpleType>',
    ],
    ['list its values', '<xsd:simpleType name="a"><xsd:restriction base="xsd:string"/></xsd:simpleType>'],
  ])('%s', async (word, construct) => {
    await expect(readEncodedContract(parcelsWsdl([...TYPES, construct]))).rejects.toThrow(word);
  });
});

describe('the gateway does not start with a WSDL', () => {
  const wsdl = parcelsWsdl();
  test.each([
    [
      'that imports another',
      wsdl.replace('<wsdl:types>', '<wsdl:import namespace="a" location="b"/>$&'),
      'cannot be used',
    ],
    [
      'whose schema has another namespace',
      wsdl.replace('definitions name="ApiParcels" targetNamespace="ApiParcels"', 'definitions targetNamespace="Other"'),
      'same targetNamespace',
    ],
    ['that is empty', '', 'The WSDL cannot be used'],
    ['whose elements are qualified', wsdl.replace('<xsd:schema', '$& elementFormDefault="qualified"'), 'unqualified'],
    ['of style document', wsdl.replace('style="rpc"', 'style="document"'), 'style must be rpc'],
    ['with literal values', wsdl.replace('use="encoded"', 'use="literal"'), 'SOAP-encoded'],
    ['whose answer alone is literal', wsdl.replace(/(use=")encoded(?!.*use=)/s, '$1literal'), 'SOAP-encoded'],
    ['of another encoding', wsdl.replace(/encodingStyle="[^"]*"/, 'encodingStyle="urn:other"'), 'SOAP-encoded'],
    [
      'that answers in another namespace',
      wsdl.replace('encoded" namespace="ApiParcels', 'encoded" namespace="Other'),
      'targetNamespace',
    ],
    [
      'whose binding binds something else',
      wsdl.replace(
        'rpc" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="weigh"',
        'rpc" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="measure"',
      ),
      'cannot be used',
    ],
    [
      'without one of its messages',
      wsdl.replace('<wsdl:message name="weighResponse">', '<wsdl:message name="other">'),
      'cannot be used',
    ],
    [
      'whose part is no struct',
      wsdl.replace('type="ns:weighRequestType"/>', 'type="xsd:string"/>'),
      'must have a name and be a struct',
    ],
    [
      'with two parts',
      wsdl.replace('<wsdl:part name="weighRequest"', '<wsdl:part name="more" type="ns:boxType"/>$&'),
      'exactly one part',
    ],
  ])('%s', async (_name, text, complaint) => {
    await expect(readEncodedContract(text)).rejects.toThrow(complaint);
  });
});
