/**
 * Stripe's own description as a judge of both sides: of what our connector asks, and of what the simulator answers. A
 * simulator alone would repeat our own mistakes. Where the description comes from, and its licence, stand in the file.
 */
import Ajv, { type ValidateFunction } from 'ajv';
import { readProjectFile } from '../../src/project-files';

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Json }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const FORM = 'application/x-www-form-urlencoded';

export class StripeDescription {
  private readonly paths: Paths;
  private readonly components: Json;
  private readonly compiled = new Map<string, ValidateFunction>();
  // Forms and queries are text: "100" is a whole number there, and nowhere else.
  private readonly ofText = new Ajv({ strict: false, validateFormats: false, coerceTypes: true, allErrors: true });
  private readonly ofJson = new Ajv({ strict: false, validateFormats: false, allErrors: true });

  constructor() {
    const document = withNulls(JSON.parse(readProjectFile('test/fakes/stripe-refunds.openapi.json'))) as Json;
    this.paths = document['paths'] as Paths;
    this.components = document['components'] as Json;
  }

  /** What is wrong with a request; `fields` are those of its form, or of its query. */
  request(method: string, path: string, fields: URLSearchParams): string[] {
    const found = this.operation(method, path);
    if (!found) return [`${method} ${path} is not described`];
    const { name, operation } = found;
    const schema = method === 'POST' ? operation.requestBody?.content[FORM]?.schema : querySchema(operation);
    return this.judge(this.ofText, `request of ${name}`, schema, nested(fields));
  }

  /** What is wrong with an answer. */
  reply(method: string, path: string, status: number, body: unknown): string[] {
    const found = this.operation(method, path);
    if (!found) return [`${method} ${path} is not described`];
    const { name, operation } = found;
    const which = operation.responses[String(status)] ? String(status) : 'default';
    const schema = operation.responses[which]?.content['application/json']?.schema;
    return this.judge(this.ofJson, `reply ${which} of ${name}`, schema, body);
  }

  private operation(method: string, path: string): { name: string; operation: Operation } | undefined {
    const name = path.replace(/^\/v1\/refunds\/\w+$/, '/v1/refunds/{refund}');
    const operation = this.paths[name]?.[method.toLowerCase()];
    return operation && { name: `${method} ${name}`, operation };
  }

  private judge(ajv: Ajv, name: string, schema: Json | undefined, value: unknown): string[] {
    if (!schema) throw new Error(`there is no schema for the ${name}`);
    const validate = this.compiled.get(name) ?? ajv.compile({ ...schema, components: this.components });
    this.compiled.set(name, validate);
    if (validate(structuredClone(value))) return [];
    return (validate.errors ?? []).map((error) => `${name}: ${error.instancePath} ${error.message}`);
  }
}

function querySchema({ parameters = [] }: Operation): Json {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const properties = Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema]));
  return { type: 'object', properties, additionalProperties: false };
}

/** `metadata[a]=b` is {metadata: {a: 'b'}}. */
function nested(fields: URLSearchParams): Json {
  const value: Record<string, unknown> = {};
  for (const [name, text] of fields) {
    const [, outer, inner] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
    if (outer === undefined || inner === undefined) value[name] = text;
    else value[outer] = { ...(value[outer] as Json | undefined), [inner]: text };
  }
  return value;
}

/** OpenAPI 3.0 says `nullable` beside the rest, where JSON Schema names null as one more type. */
function withNulls(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNulls);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Json;
  const walked = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, withNulls(value)]));
  return nullable === true ? { anyOf: [walked, { type: 'null' }] } : walked;
}
