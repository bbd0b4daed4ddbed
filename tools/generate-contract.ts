/**
 * Makes generated/contract.ts from the WSDL: types whose JSDoc tags tsoa turns into the limits of the OpenAPI document and
 * of its validators. REST and SOAP so have one contract, and neither can be changed without the other.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { anchored, expectationOf, INT_MAX, INT_MIN } from '../src/soap/contract';
import type { ComplexType, Contract, Field, Operation, SimpleType, Type } from '../src/soap/contract';
import { readContract } from '../src/soap/wsdl-reader';

const SOURCE = 'wsdl/refund-gateway.wsdl';
const TARGET = 'generated/contract.ts';
const HEADER = `// Made from ${SOURCE} by npm run generate. Do not edit.`;

/** The REST twin of an operation, as the first sentence of its documentation says. */
interface RestTwin {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

export async function contractTypes(wsdlText: string): Promise<string> {
  const contract = await readContract(wsdlText);
  const operations = [...contract.operations.values()];
  const parts = [
    HEADER,
    ...[...contract.types.values()].flatMap(namedType),
    ...[...contract.elements.values()].flatMap(globalElement),
    ...operations.flatMap(operationTypes),
    operationTable(contract),
    operationConstants(operations),
  ];
  return `${parts.join('\n\n')}\n`;
}

function namedType(type: Type): string[] {
  if (type.kind === 'simple') return [simpleAlias(type)];
  return type.kind === 'complex' ? [interfaceOf(type.name, type.fields)] : [];
}

function globalElement(element: Field): string[] {
  return element.type.kind === 'complex' ? [interfaceOf(element.name, element.type.fields)] : [];
}

function simpleAlias(type: SimpleType): string {
  const tags = [...exampleTag(type), ...limitTags(type)];
  return `${comment([type.documentation ?? '', ...tags], '')}export type ${type.name} = ${simpleTarget(type)};`;
}

function simpleTarget(type: SimpleType): string {
  if (type.enumeration) return type.enumeration.map(quoted).join(' | ');
  if (type.base === 'boolean') return 'boolean';
  return type.base === 'long' || type.base === 'int' ? 'number' : 'string';
}

/** Each limit carries the same sentence, because tsoa reports whichever limit it finds broken first. */
function limitTags(type: SimpleType): string[] {
  if (type.enumeration) return [];
  const message = `must be ${expectationOf(type)}`;
  if (type.base === 'long' || type.base === 'int') return integerTags(type, message);
  const tags: string[] = [];
  if (type.pattern !== undefined) tags.push(`@pattern ${safePattern(type)} ${message}`);
  if (type.minLength !== undefined) tags.push(`@minLength ${type.minLength} ${message}`);
  if (type.maxLength !== undefined) tags.push(`@maxLength ${type.maxLength} ${message}`);
  return tags;
}

function integerTags(type: SimpleType, message: string): string[] {
  const lowest = type.base === 'int' ? INT_MIN : -Number.MAX_SAFE_INTEGER;
  const highest = type.base === 'int' ? INT_MAX : Number.MAX_SAFE_INTEGER;
  return [
    `${type.base === 'int' ? '@isInt' : '@isLong'} ${message}`,
    `@minimum ${type.minInclusive ?? lowest} ${message}`,
    `@maximum ${type.maxInclusive ?? highest} ${message}`,
  ];
}

/** tsoa ends the pattern at the first blank, and TypeScript the comment at the first asterisk with a slash. */
function safePattern(type: SimpleType): string {
  const pattern = anchored(type.pattern ?? '');
  if (/\s|\*\//.test(pattern)) throw new Error(`${type.name}: the pattern ${pattern} does not fit into a JSDoc tag`);
  return pattern;
}

function exampleTag(type: SimpleType): string[] {
  const example = / such as (\S+)$/.exec(type.documentation ?? '')?.[1];
  return example && simpleTarget(type) === 'string' ? [`@example "${example}"`] : [];
}

function interfaceOf(name: string, fields: readonly Field[]): string {
  if (fields.length === 0) return `export type ${name} = Record<string, never>;`;
  return `export interface ${name} {\n${fields.map(property).join('\n')}\n}`;
}

function property(field: Field): string {
  const { type } = field;
  const limit = type.kind === 'list' && type.maxItems !== undefined ? type.maxItems : undefined;
  const tags = limit === undefined ? [] : [`@maxItems ${limit} must have at most ${limit} entries`];
  const mark = field.required ? '' : '?';
  return `${comment([field.documentation ?? '', ...tags], '  ')}  ${field.name}${mark}: ${reference(type)};`;
}

/** Types of xsd have no alias of their own; a list is an array of its items. */
function reference(type: Type): string {
  if (type.kind === 'list') return `${reference(type.of)}[]`;
  return type.kind === 'simple' && type.name === type.base ? simpleTarget(type) : type.name;
}

function comment(lines: readonly string[], indent: string): string {
  const written = lines.filter((line) => line !== '');
  if (written.length === 0) return '';
  if (written.length === 1) return `${indent}/** ${written[0]} */\n`;
  return `${indent}/**\n${written.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

/** REST takes what is not in the path from the body, or for GET from the query. */
function operationTypes(operation: Operation): string[] {
  const title = titleOf(operation);
  const { method, path } = twinOf(operation);
  const elsewhere = operation.request.fields.filter(({ name }) => !path.includes(`{${name}}`));
  const suffix = method === 'GET' ? 'Query' : 'Body';
  return [
    interfaceOf(`${title}Request`, operation.request.fields),
    ...(elsewhere.length > 0 ? [interfaceOf(`${title}${suffix}`, elsewhere)] : []),
    `export type ${title}Response = ${reference(operation.response.type)};`,
  ];
}

function operationTable(contract: Contract): string {
  const rows = [...contract.operations.values()].map(
    (operation) =>
      `  ${operation.name}: { request: ${titleOf(operation)}Request; response: ${titleOf(operation)}Response };`,
  );
  return `/** What each operation takes and gives. */\nexport interface OperationTypes {\n${rows.join('\n')}\n}`;
}

function operationConstants(operations: readonly Operation[]): string {
  const rows = operations.map((operation) => {
    const { method, path, summary } = twinOf(operation);
    const headers = `[${operation.headers.map(quoted).join(', ')}]`;
    return `  ${operation.name}: {\n    method: '${method}',\n    path: '${path}',\n    summary: ${quoted(summary)},\n    headers: ${headers},\n  },`;
  });
  return `/** The REST twin of each operation, and its header blocks. */\nexport const OPERATIONS = {\n${rows.join('\n')}\n} as const;`;
}

function twinOf(operation: Operation): RestTwin {
  const [, method, path, summary] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)\. (.+)$/.exec(operation.documentation) ?? [];
  if (!method || !path || !summary)
    throw new Error(`the documentation of ${operation.name} must begin with its REST twin`);
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const fields: ComplexType['fields'] = operation.request.fields;
  const missing = parameters.find((name) => !fields.some((field) => field.name === name && field.required));
  if (missing) throw new Error(`${operation.name} has no required field for {${missing}} of its path`);
  return { method, path, summary };
}

function titleOf({ name }: Operation): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

async function main(): Promise<void> {
  await writeFile(TARGET, await contractTypes(await readFile(SOURCE, 'utf8')));
}

if (require.main === module) void main();
