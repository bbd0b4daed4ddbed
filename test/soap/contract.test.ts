import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readContract } from '../../src/soap/wsdl-reader';
import { contractTypes } from '../../tools/generate-contract';
import { WSDL } from './soap-server';

test('the contract names every operation with its action, its header blocks and the one child of its answer', async () => {
  const { namespace, operations, elements } = await readContract(WSDL);
  expect(namespace).toBe('urn:refund-gateway:v1');
  expect(operations.size).toBe(42);
  expect([...elements.keys()]).toEqual(['IdempotencyKey', 'RefundGatewayFault']);
  const operation = operations.get('addManualRefund');
  expect(operation).toMatchObject({ soapAction: 'urn:refund-gateway:v1/addManualRefund', headers: ['IdempotencyKey'] });
  expect(operation?.documentation).toMatch(/^POST \/refunds\/manual\. Adds/);
  expect(operation?.response).toMatchObject({
    name: 'refund',
    required: true,
    type: { kind: 'complex', name: 'Refund' },
  });
  expect(operations.get('getRefund')?.headers).toEqual([]);
});

test('limits and documentation of the schema survive the reading, and a wrapper of one repeated child is a list', async () => {
  const { types } = await readContract(WSDL);
  expect(types.get('Id')).toMatchObject({ base: 'long', minInclusive: 1, maxInclusive: Number.MAX_SAFE_INTEGER });
  expect(types.get('Amount')).toMatchObject({ base: 'decimal', totalDigits: 15, fractionDigits: 3 });
  expect(types.get('Name')).toMatchObject({
    minLength: 1,
    maxLength: 255,
    documentation: 'text of 1 to 255 characters',
  });
  expect(types.get('Compensation')).toMatchObject({ enumeration: ['refund', 'exchange'] });
  expect(types.get('OrderLineInputList')).toMatchObject({ kind: 'list', item: 'line', maxItems: 500 });
  expect(types.get('TransactionList')).not.toHaveProperty('maxItems');
});

const SEQUENCE = '<xsd:complexType name="Extra"><xsd:sequence>';
const END = '</xsd:sequence></xsd:complexType>';

describe('the gateway does not start with a schema that holds', () => {
  test.each([
    ['xsd:choice', `<xsd:complexType name="Extra"><xsd:choice/></xsd:complexType>`],
    ['xsd:any', `${SEQUENCE}<xsd:any/>${END}`],
    ['xsd:group', `<xsd:group name="Extra"/>`],
    ['xsd:attribute', `<xsd:complexType name="Extra"><xsd:sequence/><xsd:attribute name="a"/></xsd:complexType>`],
    ['xsd:complexContent', `<xsd:complexType name="Extra"><xsd:complexContent/></xsd:complexType>`],
    ['xsd:union', `<xsd:simpleType name="Extra"><xsd:union/></xsd:simpleType>`],
    ['xsd:list', `<xsd:simpleType name="Extra"><xsd:list/></xsd:simpleType>`],
    ['nillable', `${SEQUENCE}<xsd:element name="a" type="xsd:string" nillable="true"/>${END}`],
    [
      'repeated',
      `${SEQUENCE}<xsd:element name="a" type="xsd:string"/><xsd:element name="b" type="xsd:int" maxOccurs="2"/>${END}`,
    ],
    ['xsd:float', `${SEQUENCE}<xsd:element name="a" type="xsd:float"/>${END}`],
    [
      'whiteSpace',
      `<xsd:simpleType name="Extra"><xsd:restriction base="xsd:string"><xsd:whiteSpace value="collapse"/></xsd:restriction></xsd:simpleType>`,
    ],
    [
      'contains itself',
      `${SEQUENCE}<xsd:element name="a" type="tns:Extra"/><xsd:element name="b" type="xsd:int"/>${END}`,
    ],
    [
      'pattern',
      `<xsd:simpleType name="Extra"><xsd:restriction base="xsd:string"><xsd:pattern value="\\i\\c*"/></xsd:restriction></xsd:simpleType>`,
    ],
    ['Missing', `${SEQUENCE}<xsd:element name="a" type="tns:Missing"/>${END}`],
  ])('%s', async (word, construct) => {
    await expect(readContract(WSDL.replace('</xsd:schema>', `${construct}</xsd:schema>`))).rejects.toThrow(word);
  });

  test('an import', async () => {
    const imported = WSDL.replace('elementFormDefault="qualified">', '$&<xsd:import namespace="urn:other"/>');
    await expect(readContract(imported)).rejects.toThrow(/import/);
  });
});

describe('the gateway does not start with a WSDL', () => {
  test.each([
    ['that is not XML', WSDL.slice(0, 5000)],
    ['that is empty', ''],
    ['whose operation has no element', WSDL.replace('<xsd:element name="getOrder">', '<xsd:element name="getOrdr">')],
    ['that is not literal', WSDL.replaceAll('use="literal"', 'use="encoded"')],
  ])('%s', async (_name, text) => {
    await expect(readContract(text)).rejects.toThrow(/^The WSDL cannot be used: /);
  });
});

test('the generated types are those of the WSDL', async () => {
  const generated = readFileSync(path.join(__dirname, '..', '..', 'generated', 'contract.ts'), 'utf8');
  expect(await contractTypes(WSDL)).toBe(generated);
});

test('the generated types carry limits for tsoa and leave path parameters out of bodies', async () => {
  const types = await contractTypes(WSDL);
  expect(types).toContain('@pattern ^(?:[A-Z]{3})$ must be an ISO 4217 code, such as PLN');
  expect(types).toContain('@isLong must be a whole number from 1 to 9007199254740991');
  expect(types).toContain("export type Compensation = 'refund' | 'exchange';");
  expect(types).toContain('@maxItems 500 must have at most 500 entries');
  expect(types).toMatch(/interface CancelRefundBody \{\n {2}reason\?: Note;\n\}/);
  expect(types).toMatch(/interface ListOrdersQuery \{/);
  expect(types).not.toContain('GetOrderBody');
});
