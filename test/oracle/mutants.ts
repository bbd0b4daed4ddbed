/** Messages that are nearly right, each made again from the seed and its number alone. */
import type { Contract } from '../../src/soap/contract';
import { Random } from '../reliability/random';
import { messageText, randomMessage } from './messages';
import { BYTE_MUTATIONS, TEXT_MUTATIONS } from './text-mutations';
import { TREE_MUTATIONS } from './tree-mutations';
import { pick } from './values';

export interface Mutant {
  readonly number: number;
  /** What was done to it; nothing where it was left as the schema wants it. */
  readonly mutations: readonly string[];
  readonly bytes: Buffer;
}

const MOST_TREE_MUTATIONS = 2;
const TEXT_CHANCE = 0.25;
const BYTES_CHANCE = 0.12;
/** A message is asked this often for a place of a mutation before it is left alone. */
const TRIES = 8;

/** Values have more edges than trees have shapes. */
const EDGE_CHANCE = 0.3;

const TREE = Object.entries(TREE_MUTATIONS);
const EDGE = TREE.filter(([name]) => name === 'value at an edge');
const TEXT = Object.entries(TEXT_MUTATIONS);
const BYTES = Object.entries(BYTE_MUTATIONS);

/** Seeds that are close to each other must not lead to the same messages in another order. */
const randomFor = (seed: number, number: number): Random =>
  new Random(new Random(seed).whole(0, 2 ** 32 - 1)).fork(number);

export function validMessage(contract: Contract, seed: number, number: number): Mutant {
  const text = messageText(randomMessage(contract, randomFor(seed, number)), contract);
  return { number, mutations: [], bytes: Buffer.from(text) };
}

export function mutant(contract: Contract, seed: number, number: number): Mutant {
  const random = randomFor(seed, number);
  const message = randomMessage(contract, random);
  const mutations: string[] = [];
  const kind = random.next();
  const isText = kind < TEXT_CHANCE;
  const isBytes = !isText && kind < TEXT_CHANCE + BYTES_CHANCE;
  const inTree = isText || isBytes ? random.whole(0, 1) : random.whole(1, MOST_TREE_MUTATIONS);
  for (let tries = 0; mutations.length < inTree && tries < TRIES; tries++) {
    const [name, mutate] = pick(random, random.chance(EDGE_CHANCE) ? EDGE : TREE);
    if (mutate(message, random)) mutations.push(name);
  }
  const text = messageText(message, contract);
  if (isBytes) {
    const [name, mutate] = pick(random, BYTES);
    return { number, mutations: [...mutations, name], bytes: mutate(text, random) };
  }
  if (!isText) return { number, mutations, bytes: Buffer.from(text) };
  const [name, mutate] = pick(random, TEXT);
  return { number, mutations: [...mutations, name], bytes: Buffer.from(mutate(text, random)) };
}
