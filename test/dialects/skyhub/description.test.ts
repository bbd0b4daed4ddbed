/** The description of this door is true of every sample: what is described is answered, member for member, and nothing else is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';

const SAMPLES = path.join(__dirname, '../../samples/skyhub');

type Json = Readonly<Record<string, unknown>>;
interface Body {
  readonly content: { readonly 'application/json': { readonly schema: Json } };
}
interface Operation {
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Json;
}
interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

// Members that nobody knows are passed over in a request, and are a mistake in an answer.
const text = readFileSync('generated/skyhub/openapi.json', 'utf8');
const { paths, components } = JSON.parse(
  text.replaceAll(/"additionalProperties": ?true/g, '"additionalProperties": false'),
) as Description;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(path.join(SAMPLES, folder, file), 'utf8')) as T;

function operationOf({ method, path: target }: Request): Operation | undefined {
  const [address = ''] = target.split('?');
  const named = Object.entries(paths).find(([template]) =>
    new RegExp(`^${template.replace('{code}', '[^/]+')}$`).test(address),
  );
  return named?.[1][method.toLowerCase()];
}

function problems(body: Body | undefined, value: unknown): unknown {
  if (!body) return 'is not described';
  const validate = ajv.compile({ ...body.content['application/json'].schema, components });
  return validate(value) ? [] : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const folders = readdirSync(SAMPLES).map((folder) => {
  const request = read<Request>(folder, 'request.json');
  return { folder, request, operation: operationOf(request) };
});

test.each(folders)('$folder', ({ folder, request, operation }) => {
  expect(operation === undefined).toBe(folder.endsWith('__not_served'));
  if (!operation) return;
  const { status, body } = read<{ status: number; body: unknown }>(folder, 'response.json');
  expect(problems(operation.responses[status], body)).toEqual([]);
  if (status < 300 && request.body) expect(problems(operation.requestBody, request.body)).toEqual([]);
});

test('every operation of the description has a sample that succeeds', () => {
  const shown = folders.filter(({ folder }) => read<{ status: number }>(folder, 'response.json').status < 300);
  const all = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(all.filter((operation) => !shown.some((one) => one.operation === operation))).toEqual([]);
});
