/** What the routes of our own API call: stricter about what is given than tsoa's own. */
import { ValidateError } from '@tsoa/runtime';
import type { FieldErrors, TsoaRoute } from '@tsoa/runtime';
import { Refusal } from '../domain/refusal';
import { OperationTemplateService, type GivenArguments } from './operation-template';
import { StrictValidation } from './strict-validation';

const MAX_PATH_CHARACTERS = 200;

export class StrictTemplateService extends OperationTemplateService {
  constructor(...[models, config]: ConstructorParameters<typeof OperationTemplateService>) {
    super(models, config);
    this.validationService = new StrictValidation(models, config);
  }

  override getValidatedArgs(given: GivenArguments): unknown[] {
    const parameters = Object.values(given.args);
    refuseUnknownQuery(parameters, given.request.url, given.request.query);
    refuseUnknownBody(parameters, given.request.body);
    try {
      return super.getValidatedArgs(given);
    } catch (error) {
      throw error instanceof ValidateError ? refusalOf(error.fields, parameters) : error;
    }
  }
}

/** A misspelt filter that is passed over lists everything: nobody notices until money went to the wrong people. */
function refuseUnknownQuery(parameters: readonly TsoaRoute.ParameterSchema[], url: string, query: object): void {
  if (!url.includes('?') || parameters.some(({ in: where }) => where === 'queries')) return;
  const known = new Set(parameters.filter(({ in: where }) => where === 'query').map(({ name }) => name));
  const unknown = Object.keys(query).find((name) => !known.has(name));
  if (unknown !== undefined) throw complaint(unknown, 'is not known here');
}

/** An operation without members of its own takes no others either; SOAP refuses them too. */
function refuseUnknownBody(parameters: readonly TsoaRoute.ParameterSchema[], body: unknown): void {
  if (body === undefined || parameters.some(({ in: where }) => where === 'body')) return;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('request_invalid', 'the body must be an object without members, or left out');
  }
  const [unknown] = Object.keys(body);
  if (unknown !== undefined) throw complaint(unknown, 'is not known here');
}

/** tsoa goes through the fields in the order of the contract; the first complaint is the one that is told. */
function refusalOf(fields: FieldErrors, parameters: readonly TsoaRoute.ParameterSchema[]): Refusal {
  const [[path, { message }] = ['', { message: 'is not valid' }]] = Object.entries(fields);
  const whole = parameters.find(({ in: where, name }) => where === 'body' && name === path);
  if (whole) return new Refusal('request_invalid', `the body ${message}`);
  const words = message.endsWith('is an excess property and therefore is not allowed') ? 'is not known here' : message;
  return complaint(plainPath(path, parameters), words);
}

function complaint(path: string, words: string): Refusal {
  const short = path.slice(0, MAX_PATH_CHARACTERS);
  return new Refusal('request_invalid', `${short} ${words}`, short);
}

/** `body.lines` and `lines.$2.quantity` become what SOAP says too: `lines` and `lines[2].quantity`. */
function plainPath(path: string, parameters: readonly TsoaRoute.ParameterSchema[]): string {
  const whole = parameters.find(({ in: where, name }) => isWhole(where) && path.startsWith(`${name}.`));
  return path.slice(whole ? whole.name.length + 1 : 0).replace(/\.\$(\d+)/g, '[$1]');
}

function isWhole(where: string): boolean {
  return where === 'body' || where === 'queries';
}
