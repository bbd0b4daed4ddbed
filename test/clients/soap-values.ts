/**
 * The values of the contract as a SOAP stack wants them, and back: a list is an array to us and a wrapper with repeated
 * children on the wire. Goes by what the soap package says about the served WSDL, and so knows nothing of our codec.
 */

/** As `client.describe()` has it: "Amount|xsd:decimal|..." for a simple type, an object for a structure or a list. */
export type Shape = string | { readonly [name: string]: Shape };

const NOT_A_FIELD = new Set(['targetNSAlias', 'targetNamespace']);

/** The one repeated child of a wrapper; undefined for a structure. */
function itemOf(shape: Exclude<Shape, string>): { readonly name: string; readonly shape: Shape } | undefined {
  const [only, ...others] = Object.entries(shape).filter(([name]) => !NOT_A_FIELD.has(name));
  if (!only || others.length > 0 || !only[0].endsWith('[]')) return undefined;
  return { name: only[0].slice(0, -2), shape: only[1] };
}

/** A value of the contract as a SOAP client takes it. What the contract does not know is left as it is. */
export function wrap(value: unknown, shape: Shape | undefined): unknown {
  if (typeof value !== 'object' || value === null || shape === undefined || typeof shape === 'string') return value;
  const item = itemOf(shape);
  if (item) return Array.isArray(value) ? { [item.name]: value.map((one) => wrap(one, item.shape)) } : value;
  const fields = Object.entries(value).map(([name, part]) => [name, wrap(part, shape[name])] as const);
  return Object.fromEntries(fields.filter(([, part]) => part !== undefined));
}

/** What a SOAP client read, as a value of the contract. Refuses a decimal that went through a float on its way. */
export function unwrap(value: unknown, shape: Shape | undefined): unknown {
  if (shape === undefined) return value;
  if (typeof shape === 'string') return unwrapSimple(value, shape);
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const item = itemOf(shape);
  if (item) {
    const items = given[item.name] ?? [];
    return (Array.isArray(items) ? items : [items]).map((one) => unwrap(one, item.shape));
  }
  const present = Object.entries(given).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(present.map(([name, part]) => [name, unwrap(part, shape[name])]));
}

function unwrapSimple(value: unknown, shape: string): unknown {
  const base = shape.split('|').find((part) => part.startsWith('xsd:'));
  if (base === 'xsd:long' || base === 'xsd:int') return Number(value);
  if (base === 'xsd:boolean') return value === true || value === 'true';
  if (typeof value !== 'string') throw new Error(`a client read ${base} as ${typeof value}: ${String(value)}`);
  return value;
}

/** The shapes of one operation: its wrapper's children, and the one child of the answer. */
export interface OperationShape {
  readonly input: Shape;
  readonly output: Readonly<Record<string, Shape>>;
}

/** The answer inside its wrapper. */
export function answerIn(result: unknown, { output }: OperationShape): unknown {
  const [[name, shape] = ['', undefined]] = Object.entries(output).filter(([key]) => !NOT_A_FIELD.has(key));
  return unwrap((result as Record<string, unknown>)[name], shape);
}
