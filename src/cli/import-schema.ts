/** What an import file may hold: judged by samples/import.schema.json alone, which is also what people read. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { parseInstant } from '../domain/instant';
import { readProjectFile } from '../project-files';

/** A place in the document, such as `orders[3].lines[0].quantity`, and what is wrong there, without its name. */
interface Complaint {
  readonly path: string;
  readonly message: string;
}

/** Finds everything that is wrong with a document; at one place one thing. */
export function complaintsAbout(document: unknown): Complaint[] {
  const validate = compiled();
  validate(document);
  const complaints = new Map<string, Complaint>();
  for (const error of validate.errors ?? []) {
    const complaint = complaintOf(error);
    if (!complaints.has(complaint.path)) complaints.set(complaint.path, complaint);
  }
  return [...complaints.values()];
}

function compiled(): ValidateFunction {
  // All errors, because every bad row is to be named; verbose, because the schema says in words what is right.
  const ajv = new Ajv2020({ allErrors: true, verbose: true });
  ajv.addFormat('date-time', { type: 'string', validate: isOnCalendar });
  return ajv.compile(JSON.parse(readProjectFile('samples/import.schema.json')) as object);
}

function isOnCalendar(text: string): boolean {
  try {
    parseInstant(text, '');
    return true;
  } catch {
    return false;
  }
}

function complaintOf({ keyword, instancePath, params, parentSchema }: ErrorObject): Complaint {
  const path = pathOf(instancePath.split('/').slice(1));
  if (keyword === 'required') {
    return { path: member(path, String(params['missingProperty'])), message: 'is required' };
  }
  if (keyword === 'additionalProperties') {
    return { path: member(path, String(params['additionalProperty'])), message: 'is not known here' };
  }
  return { path, message: `must be ${String(parentSchema?.['description'] ?? 'something else')}` };
}

/** Steps of a JSON pointer as a path: `orders`, `3`, `lines` is `orders[3].lines`. */
function pathOf(steps: readonly string[]): string {
  return steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : member(path, step)), '');
}

function member(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
