/**
 * The WSDL and the OpenAPI document must say the same. Both are turned into plain descriptions of what is taken and given,
 * and compared: a new operation, field or limit of the one that lacks its twin in the other is a difference.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { anchored, INT_MAX, INT_MIN } from '../../src/soap/contract';
import type { Contract, Operation, SimpleType, Type } from '../../src/soap/contract';
import { readContract } from '../../src/soap/wsdl-reader';

const WSDL_PATH = 'wsdl/refund-gateway.wsdl';
const OPENAPI_PATH = 'generated/openapi.json';
/** A module of another kind than jest loads, so it runs beside it. */
const VALIDATOR = path.join(require.resolve('@seriousme/openapi-schema-validator'), '../bin/validate-api-cli.js');

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly [Schema];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

interface Parameter {
  readonly $ref?: string;
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

interface RestOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content & { readonly required: boolean };
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
  readonly security: readonly object[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RestOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

/** What is written in both languages, and in no other words than these. */
type Description = { readonly [name: string]: unknown };

const openApi = JSON.parse(readFileSync(OPENAPI_PATH, 'utf8')) as OpenApi;
const restOperations = Object.entries(openApi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

let contract: Contract;
beforeAll(async () => {
  contract = await readContract(readFileSync(WSDL_PATH, 'utf8'));
});

/** The names are read without the codec, because tests are named before anything is awaited. */
const wsdlNames = [...readFileSync(WSDL_PATH, 'utf8').matchAll(/<wsdl:message name="(\w+)Request">/g)].map(
  ([, name]) => name,
);
const everyName = [...new Set([...wsdlNames, ...restOperations.map(({ operation }) => operation.operationId)])];

function soapOperation(name: string | undefined): Operation {
  const operation = contract.operations.get(name ?? '');
  if (!operation) throw new Error(`the WSDL has no operation ${name}`);
  return operation;
}

function restOperation(name: string | undefined) {
  const found = restOperations.find(({ operation }) => operation.operationId === name);
  if (!found) throw new Error(`the OpenAPI document has no operation ${name}`);
  return found;
}

function ofWsdl(type: Type): Description {
  if (type.kind === 'simple') return ofSimple(type);
  if (type.kind === 'list') return { list: ofWsdl(type.of), maxItems: type.maxItems };
  return fields(type.fields.map(({ name, required, type: of }) => [name, required, ofWsdl(of)]));
}

function ofSimple(type: SimpleType): Description {
  const { base, enumeration, pattern, minLength, maxLength, totalDigits, minInclusive, maxInclusive } = type;
  if (base === 'boolean') return { is: 'boolean' };
  if (enumeration) return { is: 'string', enumeration: [...enumeration] };
  if (base === 'int' || base === 'long') {
    const [least, most] = base === 'int' ? [INT_MIN, INT_MAX] : [undefined, undefined];
    return { is: 'integer', least: minInclusive ?? least, most: maxInclusive ?? most };
  }
  // JSON has no decimals that stay exact: amounts are text, so the pattern must say what the digits of the schema say.
  if (totalDigits !== undefined && pattern === undefined) throw new Error(`${type.name} needs a pattern`);
  return { is: 'string', time: base === 'dateTime', pattern: pattern && anchored(pattern), minLength, maxLength };
}

function ofOpenApi(schema: Schema): Description {
  if (schema.$ref) return ofOpenApi(named(schema.$ref));
  if (schema.allOf) return ofOpenApi(schema.allOf[0]);
  if (schema.type === 'array' && schema.items) return { list: ofOpenApi(schema.items), maxItems: schema.maxItems };
  if (schema.type === 'object') {
    const { properties = {}, required = [] } = schema;
    return fields(Object.entries(properties).map(([name, of]) => [name, required.includes(name), ofOpenApi(of)]));
  }
  if (schema.type === 'boolean') return { is: 'boolean' };
  if (schema.type === 'integer') return { is: 'integer', least: schema.minimum, most: schema.maximum };
  if (schema.enum) return { is: 'string', enumeration: schema.enum };
  const { pattern, minLength, maxLength } = schema;
  return { is: schema.type, time: schema.format === 'date-time', pattern, minLength, maxLength };
}

function named(reference: string): Schema {
  const schema = openApi.components.schemas[reference.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`${reference} is not there`);
  return schema;
}

function fields(rows: readonly (readonly [name: string, required: boolean, of: Description])[]): Description {
  return Object.fromEntries(rows.map(([name, required, of]) => [required ? name : `${name}?`, of]));
}

function ownParameters({ parameters }: RestOperation): readonly Parameter[] {
  return parameters.filter(({ $ref }) => $ref === undefined);
}

/** Path, query and body together are what SOAP has in one element. */
function requestOf(operation: RestOperation): Description {
  const body = operation.requestBody?.content['application/json']?.schema;
  return {
    ...fields(ownParameters(operation).map(({ name, required, schema }) => [name, required, ofOpenApi(schema)])),
    ...(body && ofOpenApi(body)),
  };
}

describe.each(everyName)('%s', (name) => {
  test('has the method and the path that its documentation says', () => {
    const { method, path, operation } = restOperation(name);
    const { documentation } = soapOperation(name);
    expect(documentation).toMatch(/^[A-Z]+ \S+\. ./);
    expect(documentation.startsWith(`${method} ${path}. ${operation.summary}`)).toBe(true);
  });

  test('takes the same', () => {
    const { operation } = restOperation(name);
    expect(requestOf(operation)).toEqual(ofWsdl(soapOperation(name).request));
  });

  test('needs a body exactly when a member of it is required', () => {
    const { method, operation } = restOperation(name);
    const inPath = new Set(ownParameters(operation).map((parameter) => parameter.name));
    const rest = soapOperation(name).request.fields.filter((field) => !inPath.has(field.name));
    expect(operation.requestBody?.required ?? false).toBe(method !== 'GET' && rest.some(({ required }) => required));
  });

  test('answers the same', () => {
    const ok = restOperation(name).operation.responses['200']?.content['application/json'];
    expect(ok && ofOpenApi(ok.schema)).toEqual(ofWsdl(soapOperation(name).response.type));
  });

  test('takes an idempotency key through both doors or through none', () => {
    const references = restOperation(name).operation.parameters.flatMap(({ $ref }) => $ref ?? []);
    const inSoap = soapOperation(name).headers.includes('IdempotencyKey');
    expect(references).toEqual(inSoap ? ['#/components/parameters/IdempotencyKey'] : []);
  });

  test('is open to callers with a key alone, and tells its problems', () => {
    const { security, responses } = restOperation(name).operation;
    expect(security).toEqual([{ bearer: [] }, { apiKey: [] }]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '503', 'default']));
  });

  test('has examples that keep to its limits', () => {
    const { operation } = restOperation(name);
    for (const { schema, example } of ownParameters(operation)) {
      if (example !== undefined) expect(faults(schema, example)).toEqual([]);
    }
    const body = operation.requestBody?.content['application/json'];
    if (body?.example !== undefined) expect(faults(body.schema, body.example)).toEqual([]);
    const ok = operation.responses['200']?.content['application/json'];
    expect(ok && faults(ok.schema, ok.example)).toEqual([]);
  });
});

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'openapi', components: openApi.components });

function faults(schema: Schema, example: unknown): unknown[] {
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object;
  const validate = ajv.compile(absolute);
  validate(example);
  return validate.errors ?? [];
}

test('the idempotency key has one form', () => {
  const block = contract.elements.get('IdempotencyKey');
  const header = openApi.components.parameters['IdempotencyKey'];
  expect(header && ofOpenApi(header.schema)).toEqual(block && ofWsdl(block.type));
});

test('a problem tells all that a fault tells', () => {
  const fault = contract.elements.get('RefundGatewayFault')?.type;
  if (fault?.kind !== 'complex') throw new Error('the WSDL has no fault');
  const { properties = {}, required = [] } = named('Problem');
  for (const field of fault.fields) {
    const name = field.name === 'message' ? 'detail' : field.name;
    expect([name, name in properties, required.includes(name)]).toEqual([name, true, field.required]);
  }
});

test('each problem of the document is one that the gateway writes', () => {
  for (const [name, { content }] of Object.entries(openApi.components.responses)) {
    const problem = content['application/problem+json'];
    expect([name, Object.keys(content)]).toEqual([name, ['application/problem+json']]);
    if (problem?.example !== undefined) expect(faults(problem.schema, problem.example)).toEqual([]);
  }
});

test('no object of the document has a hole for members that nobody declared', () => {
  const open = Object.entries(openApi.components.schemas).filter(
    ([, { type, additionalProperties }]) => type === 'object' && additionalProperties !== false,
  );
  expect(open).toEqual([]);
});

test('the document is OpenAPI', () => {
  const told = execFileSync(process.execPath, [VALIDATOR, OPENAPI_PATH], { encoding: 'utf8' });
  expect(told).toMatch(/"valid": true/);
});
