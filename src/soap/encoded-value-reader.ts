/**
 * SOAP-encoded XML to values, as leniently as the callers of such contracts need it. What is missing is left out, what the
 * schema does not name is passed over, and a text that does not fit stays a text: the platform's own check of its parameters
 * has the word. Refused is only what no value can express, such as a member that is given twice.
 */
import { Refusal } from '../domain/refusal';
import type { ArrayType, EncodedType, Member, StructType } from './encoded-contract';
import { NOTHING, readScalar } from './encoded-scalars';
import type { Unfolded } from './references';
import { isBlank } from './simple-values';

/** One open element. */
class Frame {
  text = '';
  /** Members by name, where the type is a struct; NOTHING for those that are given and empty. */
  readonly members = new Map<string, unknown>();
  /** Entries, where the type is an array. */
  readonly entries: unknown[] = [];
  /** Whether the element is itself an entry of the array that it is named after; found out by what it holds first. */
  isEntry: boolean | undefined;

  /** @param type undefined for an element that is passed over, with all that is in it */
  constructor(
    readonly name: string,
    public type: EncodedType | undefined,
    readonly nil: boolean,
  ) {}
}

/** An array of which each entry came as an element of its own, and more may come. */
class Repeated {
  readonly entries: unknown[] = [];
}

export class EncodedValueReader implements Unfolded {
  private readonly membersOf = new Map<StructType, ReadonlyMap<string, Member>>();
  private frames: Frame[] = [];
  private readonly message: StructType;

  /** @param part of the message; the operation's element is a struct with this one member */
  constructor(
    private readonly namespace: string,
    private readonly part: Omit<Member, 'required'>,
  ) {
    this.message = { kind: 'struct', name: '', members: [{ ...part, required: true }] };
  }

  /** Begins inside the element of the operation. */
  begin(): void {
    this.frames = [new Frame('', this.message, false)];
  }

  open(uri: string, local: string, nil: boolean): void {
    const parent = this.top();
    this.recogniseEntry(parent, local);
    this.frames.push(new Frame(local, this.typeIn(parent, uri, local), nil));
  }

  text(part: string): void {
    const frame = this.top();
    if (frame.type === undefined || (frame.type.kind !== 'scalar' && isBlank(part))) return;
    this.recogniseEntry(frame, undefined);
    if (frame.type.kind !== 'scalar') throw this.refusal('must not hold text between its elements');
    frame.text += part;
  }

  close(): void {
    const frame = this.top();
    const value = this.valueOf(frame);
    const repeats = this.frames.at(-2)?.members.get(frame.name) instanceof Repeated;
    if (repeats && frame.isEntry !== true) throw this.refusal('is given twice');
    this.frames.pop();
    const parent = this.top();
    if (frame.type === undefined) return;
    if (parent.type?.kind === 'array') parent.entries.push(value === NOTHING ? null : value);
    else if (frame.isEntry === true) repeatedIn(parent, frame.name).entries.push(value);
    else parent.members.set(frame.name, value);
  }

  /** The value of the part, once the operation's element is closed; empty where there was none. */
  result(): unknown {
    const { [this.part.name]: value } = recordOf(this.message, this.top().members);
    return value ?? {};
  }

  private typeIn({ type, members }: Frame, uri: string, local: string): EncodedType | undefined {
    if (type === undefined) return undefined;
    if (type.kind === 'array') return type.of;
    if (type.kind === 'scalar') throw this.refusal('must hold text alone');
    const member = uri === '' || uri === this.namespace ? this.membersIn(type).get(local) : undefined;
    const earlier = member && members.get(local);
    if (earlier !== undefined && !(earlier instanceof Repeated)) throw this.refusal('is given twice', local);
    return member?.type;
  }

  /**
   * Clients that do not know SOAP encoding write an element for each entry of an array, and none around them. Such an element
   * shows by what it holds first: a member of the entry, or its text.
   */
  private recogniseEntry(frame: Frame, child: string | undefined): void {
    if (frame.type?.kind !== 'array' || frame.isEntry !== undefined) return;
    frame.isEntry = this.beginsEntry(frame.type, child);
    if (frame.isEntry) frame.type = frame.type.of;
  }

  private beginsEntry({ of }: ArrayType, child: string | undefined): boolean {
    return of.kind === 'scalar' ? child === undefined : child !== undefined && this.membersIn(of).has(child);
  }

  private valueOf({ type, nil, text, members, entries }: Frame): unknown {
    if (type === undefined) return undefined;
    if (nil) {
      if (!isBlank(text) || members.size > 0 || entries.length > 0) throw this.refusal('is nil and must be empty');
      return NOTHING;
    }
    if (type.kind === 'scalar') return readScalar(type.base, text);
    return type.kind === 'array' ? entries : recordOf(type, members);
  }

  private membersIn(type: StructType): ReadonlyMap<string, Member> {
    let members = this.membersOf.get(type);
    if (!members) {
      members = new Map(type.members.map((member) => [member.name, member]));
      this.membersOf.set(type, members);
    }
    return members;
  }

  private top(): Frame {
    return this.frames.at(-1) as Frame;
  }

  /** With a path such as `params.refundDetails.account`, from inside the part on. */
  private refusal(complaint: string, child?: string): Refusal {
    const names = this.frames.slice(2).map(({ name }) => name);
    const path = [...names, ...(child === undefined ? [] : [child])].join('.') || this.part.name;
    return new Refusal('request_invalid', `${path} ${complaint}`, path);
  }
}

function repeatedIn({ members }: Frame, name: string): Repeated {
  const earlier = members.get(name);
  if (earlier instanceof Repeated) return earlier;
  const begun = new Repeated();
  members.set(name, begun);
  return begun;
}

/** In the order of the schema, and with names from the schema alone. */
function recordOf({ members }: StructType, values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { name } of members) {
    const value = values.get(name);
    if (value !== undefined && value !== NOTHING) record[name] = value instanceof Repeated ? value.entries : value;
  }
  return record;
}
