/**
 * Some stacks write a value once and point to it with href, in document/literal too (PHP's SoapClient does so when it meets
 * the same object twice). Such a message is kept as a tree and unfolded for the reader, within bounds: a few references to
 * references can stand for more elements than there is memory.
 */
import type { ElementMarks } from './attribute-marks';
import { MAX_DEPTH, MAX_EXPANDED_CHARACTERS, MAX_EXPANDED_ELEMENTS, MAX_REFERENCES } from './limits';
import type { TypeName } from './marked-types';
import { malformed } from './strict-parser';

/** Who is told what the tree unfolds to. */
export interface Unfolded {
  open(uri: string, local: string, nil: boolean, type: TypeName | undefined): void;
  text(part: string): void;
  close(): void;
}

interface TreeElement {
  readonly uri: string;
  readonly local: string;
  readonly marks: ElementMarks;
  readonly content: (TreeElement | string)[];
}

export class ReferenceTree {
  private readonly root: TreeElement = { uri: '', local: '', marks: { nil: false }, content: [] };
  private readonly path: TreeElement[] = [this.root];
  private readonly byId = new Map<string, TreeElement>();
  private readonly underway = new Set<TreeElement>();
  private references = 0;
  private elements = 0;
  private characters = 0;

  open(uri: string, local: string, marks: ElementMarks): void {
    const parent = this.path.at(-1);
    parent?.content.push(this.begin(uri, local, marks));
  }

  /** For an element beside the operation: only a reference leads to what it holds. */
  openBeside(uri: string, local: string, marks: ElementMarks): void {
    this.begin(uri, local, marks);
  }

  private begin(uri: string, local: string, marks: ElementMarks): TreeElement {
    const element: TreeElement = { uri, local, marks, content: [] };
    if (marks.id !== undefined) {
      if (this.byId.has(marks.id)) throw malformed(`the id "${marks.id}" is given twice`);
      this.byId.set(marks.id, element);
    }
    this.path.push(element);
    return element;
  }

  text(part: string): void {
    this.path.at(-1)?.content.push(part);
  }

  /** Closes the operation's own element too, after which there is only `openBeside`. */
  close(): void {
    this.path.pop();
  }

  /** Tells the reader what is below the operation's element, as if nothing had been referred to. */
  replay(values: Unfolded): void {
    this.replayContent(this.root, values);
  }

  private replayContent(element: TreeElement, values: Unfolded): void {
    if (this.underway.has(element)) throw malformed('a reference leads back to itself');
    if (this.underway.size > MAX_DEPTH) throw malformed(`elements must not be nested deeper than ${MAX_DEPTH}`);
    this.underway.add(element);
    for (const part of element.content) {
      if (typeof part === 'string') this.replayText(part, values);
      else this.replayElement(part, values);
    }
    this.underway.delete(element);
  }

  private replayElement(element: TreeElement, values: Unfolded): void {
    this.elements++;
    if (this.elements > MAX_EXPANDED_ELEMENTS)
      throw malformed(`references unfold to more than ${MAX_EXPANDED_ELEMENTS} elements`);
    const target = this.targetOf(element);
    const nil = target.marks.nil || element.marks.nil;
    values.open(element.uri, element.local, nil, target.marks.type ?? element.marks.type);
    this.replayContent(target, values);
    values.close();
  }

  private replayText(text: string, values: Unfolded): void {
    this.characters += text.length;
    if (this.characters > MAX_EXPANDED_CHARACTERS) throw malformed('references unfold to too much text');
    values.text(text);
  }

  /** The element itself, or the one at the end of its references. */
  private targetOf(element: TreeElement): TreeElement {
    let target = element;
    for (let id = target.marks.reference; id !== undefined; id = target.marks.reference) {
      this.references++;
      if (this.references > MAX_REFERENCES) throw malformed(`there are more than ${MAX_REFERENCES} references`);
      if (target.content.some((part) => typeof part !== 'string' || part.trim() !== '')) {
        throw malformed(`${target.local} has a reference and content`);
      }
      const next = this.byId.get(id);
      if (!next) throw malformed(`the reference "${id}" leads nowhere`);
      target = next;
    }
    return target;
  }
}
