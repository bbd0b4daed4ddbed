/** One request and one answer of an operation, for readers. Written by the encoder that writes everything else. */
import type { Contract, Operation } from './contract';
import { Encoder } from './encoder';
import { envelope } from './envelope-writer';
import { SampleValues } from './sample-values';
import type { SampleWords } from './sample-values';

export interface SampleMessages {
  /** Whole envelopes of SOAP 1.1, one element a line. */
  readonly request: string;
  readonly answer: string;
}

/** Throws where the words do not fit the contract, or do not suffice for it. */
export function sampleMessages(contract: Contract, operation: Operation, words: SampleWords): SampleMessages {
  const { name, request, response } = operation;
  const encoder = new Encoder(contract.namespace);
  const values = new SampleValues(words);
  const blocks = operation.headers.map((header) => {
    const element = contract.elements.get(header);
    if (!element) throw new Error(`the header ${header} is not an element of the contract`);
    return encoder.block(element)(values.valueOf(element));
  });
  const header = blocks.length === 0 ? '' : `<soap:Header>${blocks.join('')}</soap:Header>`;
  const asked = encoder.root(name, request.fields)(values.objectOf(request));
  const answered = encoder.root(`${name}Response`, [response])({ [response.name]: values.valueOf(response) });
  return { request: indented(envelope('1.1', header, asked)), answer: indented(envelope('1.1', '', answered)) };
}

/** The same document with each element on a line of its own; an element that holds text stays on one. */
export function indented(xml: string): string {
  let depth = 0;
  const lines: string[] = [];
  for (const [part, end] of xml.matchAll(/<(\/)?[^>]*>(?:[^<]+<\/[^>]+>)?/g)) {
    if (end !== undefined) depth -= 1;
    lines.push('  '.repeat(depth) + part.trim());
    if (end === undefined && !/^<\?|\/>$|<\/[^>]+>$/.test(part)) depth += 1;
  }
  return `${lines.join('\n')}\n`;
}
