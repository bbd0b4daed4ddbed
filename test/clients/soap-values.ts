/**
 * The values of the contract as a SOAP stack wants them, and back: a list is an array to us and a wrapper with repeated
 * children on the wire. Goes by what the soap package says about the served WSDL, and so knows nothing of our codec.
 */

/** As `client.describe()` has it: "Amount|xsd:decimal|..." for a simple type, an object for a structure or a list. */
type Shape = string | { readonly [name: string]: Shape };

const NOT_A_FIELD = new Set(['targetNSAlias', 'targetNamespace']);

/** The one repeated child of a wrapper; undefined for a structure. */
function itemOf(shape: Exclude<Shape, string>): { readonly name: string; readonly shape: Shape } | undefined {
  const [only, ...others] = Object.entries(shape).filter(([name]) => !NOT_A_FIELD.has(name));
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
export function unwrap(value: unknown, shape: Shape | undefined): unknown {
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

/** The same answer with its lists of none, for a stack that shows those as absent. No answer of ours leaves a list out. */
export function withEmptyLists(value: unknown, shape: Shape | undefined): unknown {
  if (shape === undefined || typeof shape === 'string' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withEmptyLists(one, itemOf(shape)?.shape));
  const fields = Object.entries(shape).flatMap(([name, part]) => {
    const given = (value as Record<string, unknown>)[name];
    if (given !== undefined) return [[name, withEmptyLists(given, part)] as const];
    return typeof part !== 'string' && itemOf(part) ? [[name, []] as const] : [];
  });
  return Object.fromEntries(fields);
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
