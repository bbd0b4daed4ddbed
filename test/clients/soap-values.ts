/**
 * The values of the contract as a SOAP stack wants them, and back: a list is an array to us and a wrapper with repeated
 * children on the wire. Goes by what the soap package says about the served WSDL, and so knows nothing of our codec.
 */

/** As `client.describe()` has it: "Amount|xsd:decimal|..." for a simple type, an object for a structure or a list. */
export type Shape = string | Structure;

export interface Structure {
  readonly [name: string]: Shape;
}

/** The repeated child of a list's wrapper. */
export interface Item {
  readonly name: string;
  readonly shape: Shape;
}

const NOT_A_FIELD = new Set(['targetNSAlias', 'targetNamespace']);

/** The fields of a structure by their names. */
export function partsOf(shape: Structure): ReadonlyMap<string, Shape> {
  return new Map(Object.entries(shape).filter(([name]) => !NOT_A_FIELD.has(name)));
}

/** The one repeated child of a wrapper; undefined for a structure. */
export function itemOf(shape: Structure): Item | undefined {
  const [only, ...others] = partsOf(shape);
  if (!only || others.length > 0 || !only[0].endsWith('[]')) return undefined;
  return { name: only[0].slice(0, -2), shape: only[1] };
}

/** A value of the contract as a SOAP client takes it, in the order of the schema. What the contract does not know comes last. */
export function wrap(value: unknown, shape: Shape | undefined): unknown {
  if (typeof value !== 'object' || value === null || shape === undefined || typeof shape === 'string') return value;
  const item = itemOf(shape);
  if (item) return Array.isArray(value) ? { [item.name]: value.map((one) => wrap(one, item.shape)) } : value;
  const given = new Map(Object.entries(value).filter(([, part]) => part !== undefined));
  const names = new Set([...Object.keys(shape).filter((name) => given.has(name)), ...given.keys()]);
  return Object.fromEntries([...names].map((name) => [name, wrap(given.get(name), shape[name])]));
}

/**
 * What a SOAP client read, as a value of the contract: null is an element that was there and empty, undefined one that was
 * not. Refuses a decimal that went through a float on its way.
 */
function unwrap(value: unknown, shape: Shape | undefined): unknown {
  if (shape === undefined) return value;
  if (typeof shape === 'string') return unwrapSimple(value, shape);
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const item = itemOf(shape);
  if (item) {
    const items = given[item.name] ?? [];
    return (Array.isArray(items) ? items : [items]).map((one) => unwrap(one, item.shape));
  }
  const present = Object.entries(given).filter(([, part]) => part !== undefined);
  return Object.fromEntries(present.map(([name, part]) => [name, unwrap(part, shape[name])]));
}

function unwrapSimple(value: unknown, shape: string): unknown {
  const base = shape.split('|').find((part) => part.startsWith('xsd:'));
  if (value === null && base === 'xsd:string') return '';
  if (base === 'xsd:long' || base === 'xsd:int') return Number(value);
  if (base === 'xsd:boolean') return value === true || value === 'true';
  if (typeof value !== 'string') throw new Error(`a client read ${base} as ${typeof value}: ${String(value)}`);
  return value;
}

/** The shapes of one operation: its wrapper's children, and the one child of the answer. */
export interface OperationShape {
  readonly input: Shape;
  readonly output: Structure;
}

/** The one child of the answer's wrapper. */
export function answerOf({ output }: OperationShape): Item {
  const [[name, shape] = ['', ''] as const] = partsOf(output);
  return { name, shape };
}

/** The answer inside its wrapper. */
export function answerIn(result: unknown, operation: OperationShape): unknown {
  const { name, shape } = answerOf(operation);
  return unwrap((result as Record<string, unknown>)[name], shape);
}
