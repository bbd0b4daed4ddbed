/**
 * Finishes the document that tsoa makes of the controllers. What is the same for every operation stands here once: the
 * texts of the WSDL, the problems, the idempotency key, the examples.
 */
import type { Contract, Field, Operation } from '../src/soap/contract';
import { anchored } from '../src/soap/contract';
import { EXAMPLES } from './openapi-examples';
import { PROBLEM_RESPONSES, problemNames } from './openapi-problems';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

interface Parameter {
  readonly in: string;
  readonly name: string;
}

interface OpenApiOperation {
  readonly operationId: keyof typeof EXAMPLES;
  readonly tags: string[];
  readonly security: Json[];
  readonly parameters?: (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Record<string, { example?: Json }> };
  readonly responses: Record<string, Json>;
}

export interface OpenApi {
  readonly info: JsonObject;
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: { readonly schemas: Record<string, JsonObject>; readonly securitySchemes: JsonObject };
}

const JSON_TYPE = 'application/json';

export function finishOpenApi(raw: OpenApi, contract: Contract): Json {
  const { title, version, description } = raw.info;
  const paths = Object.entries(raw.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [method, finish(operation, contract)]);
    return [path, Object.fromEntries(operations) as JsonObject];
  });
  const document = {
    ...raw,
    info: { title, version, description, license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' } },
    paths: Object.fromEntries(paths) as JsonObject,
    components: {
      securitySchemes: raw.components.securitySchemes,
      schemas: schemasOf(raw, contract),
      parameters: { IdempotencyKey: idempotencyKey(contract) },
      responses: PROBLEM_RESPONSES,
    },
  };
  return withoutRefSiblings(document as unknown as Json);
}

function finish(operation: OpenApiOperation, contract: Contract): JsonObject {
  const { operationId, parameters = [], requestBody, responses, tags, security } = operation;
  const promised = contract.operations.get(operationId);
  if (!promised) throw new Error(`the WSDL has no operation ${operationId}`);
  const { request, response } = EXAMPLES[operationId];
  const [summary, ...rest] = sentencesOf(promised);
  const asJson = {
    operationId,
    summary,
    ...(rest.length > 0 && { description: [summary, ...rest].join(' ') }),
    tags,
    security,
    parameters: parametersOf(parameters, request as unknown as JsonObject, promised),
    ...(requestBody && { requestBody: withExample(requestBody, bodyOf(request as unknown as JsonObject, parameters)) }),
    responses: responsesOf(responses, response as unknown as Json, promised),
  };
  return asJson as unknown as JsonObject;
}

/** The documentation of an operation begins with its REST twin, which the path says already. */
function sentencesOf({ documentation }: Operation): string[] {
  const text = documentation.replace(/^[A-Z]+ \/\S*\. /, '');
  return text.split(/(?<=\.) (?=[A-Z])/);
}

function parametersOf(
  parameters: NonNullable<OpenApiOperation['parameters']>,
  request: JsonObject,
  { headers }: Operation,
): JsonObject[] {
  const shown = parameters.map((parameter) => {
    const example = 'name' in parameter ? request[parameter.name] : undefined;
    return { ...parameter, ...(example !== undefined && { example }) };
  });
  const key = headers.includes('IdempotencyKey') ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  return [...shown, ...key] as unknown as JsonObject[];
}

function bodyOf(request: JsonObject, parameters: NonNullable<OpenApiOperation['parameters']>): JsonObject {
  const elsewhere = new Set(parameters.map((parameter) => ('name' in parameter ? parameter.name : '')));
  return Object.fromEntries(Object.entries(request).filter(([name]) => !elsewhere.has(name)));
}

function withExample(body: NonNullable<OpenApiOperation['requestBody']>, example: JsonObject): JsonObject {
  if (Object.keys(example).length === 0) return body as unknown as JsonObject;
  const content = { ...body.content, [JSON_TYPE]: { ...body.content[JSON_TYPE], example } };
  return { ...body, content } as unknown as JsonObject;
}

function responsesOf(responses: Record<string, Json>, example: Json, operation: Operation): JsonObject {
  const ok = responses['200'] as unknown as { content: Record<string, JsonObject> };
  const content = { [JSON_TYPE]: { ...ok.content[JSON_TYPE], example } };
  const problems = problemNames(operation).map(([status, name]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return { '200': { description: 'Done', content }, ...Object.fromEntries(problems) } as JsonObject;
}

function idempotencyKey(contract: Contract): JsonObject {
  const block = contract.elements.get('IdempotencyKey') as Field;
  if (block.type.kind !== 'simple' || block.type.pattern === undefined)
    throw new Error('IdempotencyKey has no pattern');
  return {
    in: 'header',
    name: 'Idempotency-Key',
    required: false,
    description:
      'A text of your own for this wish. Repeats of the same request under the same key have one effect and one answer, ' +
      'through REST and SOAP alike; another request under the same key is refused.',
    schema: { type: 'string', pattern: anchored(block.type.pattern), description: block.type.documentation ?? '' },
    example: '5b0a6a6e-7d0c-4f0c-9d8e-refund-501',
  };
}

/** tsoa knows no times but Date, and a Date would read a time without zone as local. */
function schemasOf({ components }: OpenApi, contract: Contract): JsonObject {
  const schemas = Object.entries(components.schemas).map(([name, schema]) => {
    const type = contract.types.get(name);
    const isTime = type?.kind === 'simple' && type.base === 'dateTime';
    return [name, isTime ? { ...schema, format: 'date-time' } : schema] as const;
  });
  return Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** OpenAPI 3.0 ignores whatever stands beside a $ref; inside an allOf it may have company. */
function withoutRefSiblings(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutRefSiblings);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...beside } = value;
  if (typeof $ref === 'string' && Object.keys(beside).length > 0) return { allOf: [{ $ref }], ...beside };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutRefSiblings(inner)]));
}
