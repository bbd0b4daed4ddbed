/** What a valid message means, read off libxml2's tree and the contract: no word of the decoder's is believed here. */
import type { Contract, Operation, Type } from '../../src/soap/contract';
import { isExactNumber } from '../../src/soap/contract';
import { OUR_ROLES } from '../../src/soap/namespaces';
import { childrenOf, type Element } from './element';
import { partOf } from './messages';

export interface Meaning {
  readonly operation: string;
  readonly input: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

export function meaningOf(envelope: Element, operation: Operation, contract: Contract): Meaning {
  const root = operationElementOf(envelope);
  return {
    operation: root?.local ?? '',
    input: root && valueOf(root, operation.request),
    headers: headersOf(envelope, operation, contract),
  };
}

export function operationElementOf(envelope: Element): Element | undefined {
  const body = partOf(envelope, 'Body');
  return body && childrenOf(body)[0];
}

export const headerBlocksOf = (envelope: Element): Element[] => {
  const head = partOf(envelope, 'Header');
  return head ? childrenOf(head) : [];
};

export const isForUs = (block: Element, envelope: Element): boolean =>
  block.attributes.every(
    ([uri, local, value]) => uri !== envelope.uri || !['actor', 'role'].includes(local) || OUR_ROLES.has(value.trim()),
  );

function headersOf(envelope: Element, { headers }: Operation, contract: Contract): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const block of headerBlocksOf(envelope)) {
    const declared = contract.elements.get(block.local);
    if (!declared || block.uri !== contract.namespace || !headers.includes(block.local)) continue;
    if (isForUs(block, envelope)) told[block.local] = valueOf(block, declared.type);
  }
  return told;
}

export const textOf = (element: Element): string => element.content.filter((part) => typeof part === 'string').join('');

/** White space as the schema has it: kept in texts, taken away around everything else. */
const collapsed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

function valueOf(element: Element, type: Type): unknown {
  if (type.kind === 'list') return childrenOf(element).map((item) => valueOf(item, type.of));
  if (type.kind === 'complex') {
    const children = new Map(childrenOf(element).map((child) => [child.local, child]));
    const told = type.fields.flatMap((field) => {
      const child = children.get(field.name);
      return child ? [[field.name, valueOf(child, field.type)] as const] : [];
    });
    return Object.fromEntries(told);
  }
  const text = textOf(element);
  if (type.base === 'string') return text;
  if (type.base === 'boolean') return ['true', '1'].includes(collapsed(text));
  return isExactNumber(type) ? Number(collapsed(text)) : collapsed(text);
}
