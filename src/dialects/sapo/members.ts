/** The members of an object that a caller sent, read one by one; what is wrong is told by its path in this platform's words. */
import { Refusal } from '../../domain/refusal';

/** Digits, or a number that ends in nothing but zeros behind its point. */
const WHOLE = /^\d{1,16}(?:\.0+)?$/;
/** Digits as sent; an exponent has none to count. */
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** As long as texts are at our other doors, which must be able to tell them. */
const LONGEST_TEXT = 1000;

/** What is wrong with a member as it came: its path is the platform's own already. */
export class MemberInvalid extends Refusal {
  constructor(readonly path: string) {
    super('request_invalid', `${path} is invalid`, path);
  }
}

/** A member that is null counts as absent: that is what clients write where they have nothing to say. */
export class Members {
  constructor(
    private readonly members: Readonly<Record<string, unknown>>,
    private readonly path: string,
  ) {}

  wrong(name: string): MemberInvalid {
    return new MemberInvalid(this.path + name);
  }

  has(name: string): boolean {
    return this.members[name] !== undefined && this.members[name] !== null;
  }

  /** The member itself, for a word of a table. */
  word(name: string): unknown {
    return this.members[name] ?? undefined;
  }

  text(name: string): string | undefined {
    return this.read(name, (given) => (typeof given === 'string' && isShort(given) ? given : undefined));
  }

  flag(name: string): boolean | undefined {
    return this.read(name, (given) => (typeof given === 'boolean' ? given : undefined));
  }

  /** A whole number above zero, or its digits. */
  whole(name: string): number | undefined {
    return this.read(name, (given) => {
      const text = digitsOf(given);
      const number = text !== undefined && WHOLE.test(text) ? Number(text) : 0;
      return number > 0 && Number.isSafeInteger(number) ? number : undefined;
    });
  }

  /** The digits of an amount, sent as a number or as text. */
  amount(name: string): string | undefined {
    return this.read(name, (given) => {
      const text = digitsOf(given);
      return text !== undefined && DECIMAL.test(text) ? text : undefined;
    });
  }

  inside(name: string): Members | undefined {
    return this.read(name, (given) => (isObject(given) ? new Members(given, `${this.path}${name}.`) : undefined));
  }

  /** The objects of a list, at most so many; none where it is absent. */
  list(name: string, most: number): Members[] {
    const found = this.read(name, (given) =>
      Array.isArray(given) && given.length <= most && given.every(isObject) ? given : undefined,
    );
    return (found ?? []).map((one) => new Members(one, `${this.path}${name}.`));
  }

  private read<T>(name: string, readAs: (given: unknown) => T | undefined): T | undefined {
    if (!this.has(name)) return undefined;
    const found = readAs(this.members[name]);
    if (found === undefined) throw this.wrong(name);
    return found;
  }
}

export function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** A character may be two units of the text, as most pictures are. */
function isShort(text: string): boolean {
  return text.length <= LONGEST_TEXT || (text.length <= 2 * LONGEST_TEXT && Array.from(text).length <= LONGEST_TEXT);
}

/** Whole numbers come as numbers, all others as the digits that were sent. */
function digitsOf(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' ? given : undefined;
}
