/** One mutated message, made of nothing but its seed: the same seed makes it again, with any of its mutations left out. */
import type { Contract } from '../../../src/soap/contract';
import { Random } from '../../reliability/random';
import { SOAP11, SOAP12 } from '../door';
import { BYTE_MUTATIONS, encoded, headersFor, packed, type Headers } from './carriage';
import { honestCall } from './honest-calls';
import { picked } from './picked';
import { XML_MUTATIONS } from './xml-mutations';

export interface FuzzedMessage {
  readonly seed: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** What was done to it, in this order. */
  readonly mutations: readonly string[];
}

const MOST_XML_MUTATIONS = 2;
const HEADER_PART = 0.1;
const HURT_PART = 0.15;
/** So many are left as they are, or no money would move that could move wrongly. */
const UNTOUCHED_PART = 0.4;

/** @param without mutations that are left out, by their place in `mutations` of the whole message */
export function fuzzedMessage(
  contract: Contract,
  apiKey: string,
  seed: number,
  without: ReadonlySet<number> = new Set(),
): FuzzedMessage {
  const random = new Random(seed);
  const mutations: string[] = [];
  /** Each mutation has a stream of chance of its own, so that one less changes no other. */
  const may = (name: string): boolean => !without.has(mutations.push(name) - 1);
  let xml = envelopeOf(contract, random.fork(0));
  const untouched = random.chance(UNTOUCHED_PART);
  for (let count = untouched ? 0 : random.whole(0, MOST_XML_MUTATIONS); count > 0; count -= 1) {
    const [name, mutate] = picked(random, Object.entries(XML_MUTATIONS));
    if (may(name)) xml = mutate(xml, random.fork(mutations.length));
  }
  let bytes = encoded(xml, random.fork(100));
  if (!untouched && random.chance(HURT_PART)) {
    const [name, hurt] = picked(random, Object.entries(BYTE_MUTATIONS));
    if (may(name)) bytes = hurt(bytes, random.fork(101));
  }
  const { body, headers } = packed(bytes, random.fork(102));
  return { seed, body, headers: { ...headersFor(contract, apiKey, random.fork(103)), ...headers }, mutations };
}

function envelopeOf(contract: Contract, random: Random): string {
  const uri = random.chance(0.3) ? SOAP12 : SOAP11;
  const header = random.chance(HEADER_PART)
    ? `<e:Header>${picked(random, headerBlocks(contract, random))}</e:Header>`
    : '';
  return `<e:Envelope xmlns:e="${uri}">${header}<e:Body>${honestCall(contract, random)}</e:Body></e:Envelope>`;
}

function headerBlocks({ namespace }: Contract, random: Random): string[] {
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const key = `<m:IdempotencyKey xmlns:m="${namespace}">key-${random.whole(1, 400)}</m:IdempotencyKey>`;
  return [
    key,
    key,
    key + key,
    key.replace('key-', 'a b'),
    '<x:a xmlns:x="urn:x" e:mustUnderstand="1"/>',
    '<x:a xmlns:x="urn:x"><x:b/>text</x:a>',
    `<w:Security xmlns:w="${wsse}"><w:UsernameToken><w:Username>shop</w:Username><w:Password>x</w:Password></w:UsernameToken></w:Security>`,
  ];
}
