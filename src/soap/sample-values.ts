/**
 * Values that show what a contract asks for. They are read by the codec like anybody's, so a sample that the contract forbids
 * is an error and misleads no reader.
 */
import type { ComplexType, Field, SimpleType } from './contract';
import { INVALID, simpleCodec } from './simple-values';
import type { SimpleValue } from './simple-values';

/**
 * Text for fields that the contract's own words do not show well enough, by `field` or by `Type.field`. The latter comes
 * first, and makes an optional field part of the sample; undefined takes it out again.
 */
export type SampleWords = Readonly<Record<string, string | undefined>>;

/** How the documentation of a field or a type gives an example. */
const EXAMPLE = /\bsuch as ([^\s,;]+)/;

export class SampleValues {
  constructor(private readonly words: SampleWords) {}

  /** What is required, and what is optional but named. */
  objectOf({ name, fields }: ComplexType): Record<string, unknown> {
    const shown = fields.filter((field) => field.required || this.words[`${name}.${field.name}`] !== undefined);
    return Object.fromEntries(shown.map((field) => [field.name, this.valueOf(field, name)]));
  }

  /** @param owner name of the type that the field belongs to */
  valueOf(field: Field, owner = ''): unknown {
    const { name, type } = field;
    if (type.kind === 'complex') return this.objectOf(type);
    if (type.kind === 'simple') return this.simpleValue(field, type, owner);
    return [this.valueOf({ name: type.item, type: type.of, required: true }, name)];
  }

  private simpleValue({ name, documentation }: Field, type: SimpleType, owner: string): SimpleValue {
    const text = this.words[`${owner}.${name}`] ?? this.words[name] ?? exampleIn(documentation) ?? exampleOf(type);
    const value = simpleCodec(type).parse(text);
    if (text === '' || value === INVALID) throw new Error(`"${text}" is no sample of ${owner}.${name} (${type.name})`);
    return value;
  }
}

function exampleOf(type: SimpleType): string {
  const [first] = type.enumeration ?? [];
  return first ?? exampleIn(type.documentation) ?? (type.base === 'boolean' ? 'true' : String(type.minInclusive ?? ''));
}

function exampleIn(documentation: string | undefined): string | undefined {
  return EXAMPLE.exec(documentation ?? '')?.[1];
}
