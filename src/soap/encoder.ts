/**
 * Values to XML: only what the schema declares, in its order. A value that does not fit is a bug of ours and throws before
 * a byte is sent; half an answer about money is worse than none.
 */
import type { ComplexType, Field, ListType, SimpleType, Type } from './contract';
import { XSI } from './namespaces';
import { INVALID, simpleCodec } from './simple-values';

/** Writes `<m:name>...</m:name>` for a value, or nothing for an absent one. */
type Writer = (value: unknown) => string;

export class Encoder {
  private readonly writers = new Map<Type, (name: string) => Writer>();
  private readonly opening: string;

  constructor(namespace: string) {
    this.opening = ` xmlns:m="${escapeText(namespace)}" xmlns:xsi="${XSI}">`;
  }

  /** For the one child of Body or of a fault's detail: an element that declares the prefixes which its children use. */
  root(name: string, fields: readonly Field[]): Writer {
    const write = this.fieldsWriter({ kind: 'complex', name, fields });
    const start = `<m:${name}${this.opening}`;
    const end = `</m:${name}>`;
    return (value) => start + write(value) + end;
  }

  /** For a header block: one element of any type, which declares the prefixes itself. */
  block({ name, type }: Field): Writer {
    const write = this.writer(type, name);
    const start = `<m:${name}>`;
    return (value) => `<m:${name}${this.opening}${write(value).slice(start.length)}`;
  }

  private writer(type: Type, name: string): Writer {
    let make = this.writers.get(type);
    if (!make) {
      make = this.compile(type);
      this.writers.set(type, make);
    }
    return make(name);
  }

  private compile(type: Type): (name: string) => Writer {
    if (type.kind === 'simple') return simpleWriter(type);
    const write = type.kind === 'list' ? this.itemsWriter(type) : this.fieldsWriter(type);
    return (name) => {
      const start = `<m:${name}>`;
      const end = `</m:${name}>`;
      return (value) => start + write(value) + end;
    };
  }

  private fieldsWriter(type: ComplexType): Writer {
    const names = type.fields.map((field) => field.name);
    const required = type.fields.map((field) => field.required);
    const writers = type.fields.map((field) => this.writer(field.type, field.name));
    return (value) => {
      if (typeof value !== 'object' || value === null) throw new Error(`${type.name} must be an object`);
      const record = value as Record<string, unknown>;
      let written = '';
      for (let index = 0; index < writers.length; index++) {
        const name = names[index] as string;
        const part = record[name];
        if (part !== undefined && part !== null) written += (writers[index] as Writer)(part);
        else if (required[index]) throw new Error(`${type.name}.${name} is missing`);
      }
      return written;
    };
  }

  private itemsWriter(type: ListType): Writer {
    const write = this.writer(type.of, type.item);
    const { maxItems = Infinity } = type;
    return (value) => {
      if (!Array.isArray(value) || value.length > maxItems) {
        throw new Error(`${type.name} must be an array of at most ${maxItems} entries`);
      }
      let written = '';
      for (const item of value) written += write(item);
      return written;
    };
  }
}

function simpleWriter(type: SimpleType): (name: string) => Writer {
  const codec = simpleCodec(type);
  return (name) => {
    const start = `<m:${name}>`;
    const end = `</m:${name}>`;
    return (value) => {
      const text = codec.format(value);
      // The value itself is left out of the message: it may be somebody's data, and the message ends in a log.
      if (text === INVALID) throw new Error(`the value of ${name} does not fit ${type.name}`);
      return start + escapeText(text) + end;
    };
  };
}

/** What cannot be written as it is: a look first, because most text needs no escaping. */
const SPECIAL = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/;
/** With the flag u, \p{Surrogate} matches surrogates that stand alone, and no pairs. */
const EACH_SPECIAL = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare carriage return would come out as a line feed at the other end.
  '\r': '&#13;',
};

/** For text and for attribute values in double quotes. What XML cannot carry becomes U+FFFD. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (found) => ESCAPED[found] ?? '\ufffd') : text;
}
