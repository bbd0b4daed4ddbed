/** The members of an object that a caller sent, read one by one; what is wrong is told by the name of the member (71003). */
import { idOfUri } from './address';
import { Complaint } from './faults';

const WHOLE = /^\d{1,15}$/;
/** Digits as sent; an exponent has none to count. */
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** As long as texts are at our other doors, which must be able to tell them. */
const LONGEST_TEXT = 1000;

/** A member that is null counts as absent: that is what clients write where they have nothing to say. */
export class Members {
  constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  wrong(name: string, words = 'is invalid'): Complaint {
    return new Complaint(71003, `${name} ${words}`, name);
  }

  has(name: string): boolean {
    return this.members[name] !== undefined && this.members[name] !== null;
  }

  /** Whether the member was sent, be it as null. */
  names(name: string): boolean {
    return this.members[name] !== undefined;
  }

  /** As it came. */
  raw(name: string): unknown {
    return this.members[name];
  }

  text(name: string, longest = LONGEST_TEXT): string | undefined {
    const words = `must be text of at most ${longest} characters`;
    return this.read(name, words, (given) =>
      typeof given === 'string' && Array.from(given).length <= longest ? given : undefined,
    );
  }

  flag(name: string): boolean | undefined {
    return this.read(name, 'must be true or false', (given) => (typeof given === 'boolean' ? given : undefined));
  }

  /** A whole number above zero, or its digits. */
  whole(name: string): number | undefined {
    return this.read(name, 'must be a whole number above 0', wholeOf);
  }

  /** The digits of an amount, sent as a number or as text. */
  amount(name: string): string | undefined {
    return this.read(name, 'must be a decimal number such as 12.30', (given) => {
      const text = digitsOf(given);
      return text !== undefined && DECIMAL.test(text) ? text : undefined;
    });
  }

  /** The number of a related object, sent as its URI, as the object, or as the number itself. */
  related(name: string, resource: string): number | undefined {
    const words = `must be the URI of a ${resource}, such as /v1/${resource}/1/`;
    return this.read(name, words, (given) => relatedOf(given, resource));
  }

  /** The numbers of related objects; undefined where the list is absent. */
  relatedList(name: string, resource: string): number[] | undefined {
    return this.read(name, `must be a list of URIs, such as /v1/${resource}/1/`, (given) => {
      const ids = Array.isArray(given) ? given.map((one: unknown) => relatedOf(one, resource)) : [undefined];
      return ids.every((id) => id !== undefined) ? ids : undefined;
    });
  }

  private read<T>(name: string, words: string, readAs: (given: unknown) => T | undefined): T | undefined {
    if (!this.has(name)) return undefined;
    const found = readAs(this.members[name]);
    if (found === undefined) throw this.wrong(name, words);
    return found;
  }
}

function relatedOf(given: unknown, resource: string): number | undefined {
  if (typeof given !== 'object' || given === null) {
    return (typeof given === 'string' ? idOfUri(given, resource) : undefined) ?? wholeOf(given);
  }
  const { resource_uri: uri, id, pk } = given as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' ? idOfUri(uri, resource) : wholeOf(id ?? pk);
}

function wholeOf(given: unknown): number | undefined {
  const text = digitsOf(given);
  return text !== undefined && WHOLE.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** Whole numbers come as numbers, all others as the digits that were sent. */
function digitsOf(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' ? given : undefined;
}
