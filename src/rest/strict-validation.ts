/**
 * tsoa's checks with the verdicts and the words of the SOAP door: a length counts characters and not UTF-16 units, ["order"]
 * is not "order", and a complaint never repeats the value. The words of each type come with its limits from the contract.
 */
import { ValidationService } from '@tsoa/runtime';
import type { ArrayValidator, BooleanValidator, FieldErrors, StringValidator, TsoaRoute } from '@tsoa/runtime';

type ModelInput = Parameters<ValidationService['validateModel']>[0];

export class StrictValidation extends ValidationService {
  override ValidateParam(
    property: TsoaRoute.PropertySchema,
    value: unknown,
    name = '',
    errors: FieldErrors,
    inBody: boolean,
    parent = '',
  ): unknown {
    if (value === undefined && property.required) return complain(errors, parent + name, 'is required');
    return super.ValidateParam(property, value, name, errors, inBody, parent);
  }

  override validateString(
    name: string,
    value: unknown,
    errors: FieldErrors,
    limits: StringValidator = {},
    parent = '',
  ): string | undefined {
    if (typeof value === 'string' && keepsTo(limits, value)) return value;
    return complain(errors, parent + name, wordsOf(limits));
  }

  override validateEnum(
    name: string,
    value: unknown,
    errors: FieldErrors,
    members: (string | number | boolean | null)[] = [],
    parent = '',
  ): unknown {
    const member = members.find((one) => one === value);
    return member ?? complain(errors, parent + name, `must be one of ${members.join(', ')}`);
  }

  /** tsoa takes 'a' | 'b' for a union of types; to callers it is one list of words. */
  override validateUnion(
    name: string,
    value: unknown,
    errors: FieldErrors,
    inBody: boolean,
    property: TsoaRoute.PropertySchema,
    parent = '',
  ): unknown {
    const kinds = property.subSchemas ?? [];
    if (!kinds.every(({ dataType }) => dataType === 'enum')) {
      return super.validateUnion(name, value, errors, inBody, property, parent);
    }
    const members = kinds.flatMap(({ enums = [] }) => enums);
    return this.validateEnum(name, value, errors, members, parent);
  }

  override validateBool(
    name: string,
    value: unknown,
    errors: FieldErrors,
    inBody: boolean,
    _limits?: BooleanValidator,
    parent = '',
  ): boolean | undefined {
    if (typeof value === 'boolean') return value;
    if (!inBody && (value === 'true' || value === 'false')) return value === 'true';
    return complain(errors, parent + name, 'must be true or false');
  }

  override validateArray(
    name: string,
    value: unknown[],
    errors: FieldErrors,
    inBody: boolean,
    schema?: TsoaRoute.PropertySchema,
    limits?: ArrayValidator,
    parent = '',
  ): unknown[] | undefined {
    if (!Array.isArray(value)) return complain(errors, parent + name, 'must be a list');
    const most = limits?.maxItems;
    // Before the entries are looked at: a million of them cost time.
    if (most && value.length > most.value) {
      return complain(errors, parent + name, most.errorMsg ?? `must have at most ${most.value} entries`);
    }
    return super.validateArray(name, value, errors, inBody, schema, limits, parent);
  }

  override validateModel(input: ModelInput): unknown {
    const { name, value, fieldErrors, modelDefinition, parent = '' } = input;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (modelDefinition.dataType === 'refObject' && !isObject) {
      return complain(fieldErrors, parent + name, 'must be an object');
    }
    return super.validateModel(input);
  }
}

function complain(errors: FieldErrors, path: string, message: string): undefined {
  errors[path] = { message };
}

function keepsTo({ minLength, maxLength, pattern }: StringValidator, text: string): boolean {
  if (pattern && !expression(pattern.value).test(text)) return false;
  return hasLength(text, minLength?.value ?? 0, maxLength?.value ?? Infinity);
}

/** The generator gives all limits of a type the same words. */
function wordsOf({ minLength, maxLength, pattern }: StringValidator): string {
  const limit = pattern ?? maxLength ?? minLength;
  return limit?.errorMsg ?? 'must be text';
}

/** Code units are at least as many as characters and at most twice as many: counting is rarely needed. */
function hasLength(text: string, least: number, most: number): boolean {
  if (text.length <= most && text.length >= least * 2) return true;
  const length = Array.from(text).length;
  return length >= least && length <= most;
}

const EXPRESSIONS = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = EXPRESSIONS.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern, 'u');
  EXPRESSIONS.set(pattern, made);
  return made;
}
