/** Makes a message that we and libxml2 differ on as small as it gets while they still differ. */
import type { Comparison } from './comparison';

const MOST_STEPS = 60;
/** Tried together, the smallest first. */
const TOGETHER = 40;

/** Works on bytes as if each were a character, so that it never changes what it does not drop. */
export async function smallest(document: Buffer, comparison: Comparison): Promise<Buffer> {
  let text = document.toString('latin1');
  for (let step = 0; step < MOST_STEPS; step++) {
    const smaller = [...new Set(candidates(text))].sort((one, other) => one.length - other.length);
    const found = await firstThatDiffers(smaller, comparison);
    if (found === undefined) break;
    text = found;
  }
  return Buffer.from(text, 'latin1');
}

async function firstThatDiffers(texts: readonly string[], comparison: Comparison): Promise<string | undefined> {
  for (let at = 0; at < texts.length; at += TOGETHER) {
    const some = texts.slice(at, at + TOGETHER);
    const outcomes = await comparison.compare(some.map((each) => Buffer.from(each, 'latin1')));
    const found = outcomes.findIndex(({ difference }) => difference !== undefined);
    if (found >= 0) return some[found];
  }
  return undefined;
}

/** The text without one of its elements, attributes, values or other pieces. */
function candidates(text: string): string[] {
  const without = (from: number, to: number): string => text.slice(0, from) + text.slice(to);
  const pieces = [...text.matchAll(/<!--.*?-->|<[^>]*\/>|>[^<]+<|\s[\w:]+="[^"]*"|^<\?xml[^>]*>|\s+/g)];
  const dropped = pieces.map(({ index, 0: piece }) => {
    const isValue = piece.startsWith('>');
    return without(isValue ? index + 1 : index, index + piece.length - (isValue ? 1 : 0));
  });
  const elements = [...text.matchAll(/<([\w:]+)[^>]*>/g)].flatMap(({ index, 0: start, 1: name }) => {
    const end = text.indexOf(`</${name}>`, index);
    const after = end + `</${name}>`.length;
    const unwrapped = text.slice(0, index) + text.slice(index + start.length, end) + text.slice(after);
    return end < 0 ? [] : [without(index, after), unwrapped];
  });
  const halves = [...text.matchAll(/>([^<]{2,})</g)].flatMap(({ index, 1: value = '' }) => {
    const middle = index + 1 + Math.floor(value.length / 2);
    return [without(index + 1, middle), without(middle, index + 1 + value.length)];
  });
  return [...dropped, ...elements, ...halves];
}
