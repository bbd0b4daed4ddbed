/** The bounds of references, which a schema without recursion never lets a message reach. */
import { ReferenceTree } from '../../src/soap/references';

/** Counts what it is told, and believes everything. */
function counter() {
  const count = { elements: 0, characters: 0 };
  return {
    count,
    open: () => void count.elements++,
    text: (part: string) => void (count.characters += part.length),
    close: () => undefined,
  };
}

/** A tree of elements that hold `width` references each to the next one. */
function tower(levels: number, width: number, text = ''): ReferenceTree {
  const tree = new ReferenceTree();
  for (let level = 0; level < levels; level++) {
    tree.open('', 'a', { nil: false, id: `l${level}` });
    for (let at = 0; at < width; at++) {
      tree.open('', 'a', { nil: false, reference: `l${level + 1}` });
      tree.close();
    }
    tree.close();
  }
  tree.open('', 'a', { nil: false, id: `l${levels}` });
  tree.text(text);
  tree.close();
  return tree;
}

test('references unfold to what they lead to', () => {
  const reader = counter();
  tower(2, 3, 'ab').replay(reader);
  expect(reader.count).toEqual({ elements: 1 + 3 + 9 + (1 + 3) + 1, characters: 2 * (9 + 3 + 1) });
});

test.each<[string, ReferenceTree, string]>([
  ['a billion elements', tower(9, 10), 'more than 2000 references'],
  ['more text than allowed', tower(1, 50, 'x'.repeat(100_000)), 'too much text'],
  ['a chain deeper than allowed', tower(50, 1), 'nested deeper than 40'],
])('%s is refused before it is there', (_name, tree, complaint) => {
  const reader = counter();
  expect(() => tree.replay(reader)).toThrow(complaint);
  expect(reader.count.elements).toBeLessThan(10_000);
  expect(reader.count.characters).toBeLessThanOrEqual(4 * 1024 * 1024);
});

test('an element that holds a reference to itself leads back to itself', () => {
  const tree = new ReferenceTree();
  tree.open('', 'a', { nil: false, id: 'a' });
  tree.open('', 'a', { nil: false, reference: 'a' });
  tree.close();
  tree.close();
  expect(() => tree.replay(counter())).toThrow('leads back to itself');
});
