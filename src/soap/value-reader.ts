/**
 * XML to values, driven by the schema: elements that it does not declare, repeats or needs are refused with their path.
 * Objects get keys from the schema alone, in its order; no name that a caller chose is ever used as a key.
 */
import { Refusal } from '../domain/refusal';
import { expectationOf } from './contract';
import type { ComplexType, Contract, ListType, SimpleType, Type } from './contract';
import { MAX_DEPTH } from './limits';
import { MarkedTypes } from './marked-types';
import type { TypeName } from './marked-types';
import { INVALID, isBlank, simpleCodec } from './simple-values';
import type { SimpleCodec } from './simple-values';

/** A type made ready for reading. */
export type Plan = SimplePlan | ComplexPlan | ListPlan;

interface SimplePlan {
  readonly kind: 'simple';
  readonly codec: SimpleCodec;
  readonly type: SimpleType;
}

interface ComplexPlan {
  readonly kind: 'complex';
  readonly type: ComplexType;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly fields: readonly { readonly name: string; readonly required: boolean; readonly plan: Plan }[];
}

interface ListPlan {
  readonly kind: 'list';
  readonly type: ListType;
  readonly item: string;
  readonly plan: Plan;
  readonly maxItems: number;
}

export class PlanMaker {
  private readonly plans = new Map<Type, Plan>();

  planFor(type: Type): Plan {
    let plan = this.plans.get(type);
    if (!plan) {
      plan = this.make(type);
      this.plans.set(type, plan);
    }
    return plan;
  }

  private make(type: Type): Plan {
    if (type.kind === 'simple') return { kind: 'simple', codec: simpleCodec(type), type };
    if (type.kind === 'list') {
      return { kind: 'list', type, item: type.item, plan: this.planFor(type.of), maxItems: type.maxItems ?? Infinity };
    }
    const fields = type.fields.map(({ name, required, type: of }) => ({ name, required, plan: this.planFor(of) }));
    return { kind: 'complex', type, fields, indexOf: new Map(fields.map(({ name }, index) => [name, index])) };
  }
}

/** Stands for "given, but nil or empty": not a value, and still not to be given twice. */
const ABSENT = Symbol('absent');

/** One open element. Frames are used again and again: a request makes none. */
class Frame {
  plan: Plan;
  name = '';
  /** Place among the parent's fields or items. */
  index = 0;
  required = true;
  nil = false;
  text = '';
  /** Of a struct. Used again like the frame, so only the places of the plan's own fields mean anything. */
  values: unknown[] = [];
  /** Of a list. Made anew for each, because it goes into the value. */
  items: unknown[] = [];

  begin(plan: Plan, name: string, index: number, required: boolean, nil: boolean): void {
    this.plan = plan;
    this.name = name;
    this.index = index;
    this.required = required;
    this.nil = nil;
    this.text = '';
    if (plan.kind === 'list') this.items = [];
    else if (plan.kind === 'complex') {
      for (let at = 0; at < plan.fields.length; at++) this.values[at] = undefined;
    }
  }

  put(index: number, value: unknown): void {
    (this.plan.kind === 'list' ? this.items : this.values)[index] = value;
  }

  isFilled(): boolean {
    const { plan } = this;
    if (plan.kind === 'simple') return !isBlank(this.text);
    if (plan.kind === 'list') return this.items.length > 0;
    return plan.fields.some((_field, at) => this.values[at] !== undefined);
  }
}

export class ValueReader {
  private readonly frames: Frame[] = Array.from({ length: MAX_DEPTH + 1 }, () => new Frame());
  private depth = -1;
  private value: unknown;

  private readonly namespace: string;
  private readonly markedTypes: MarkedTypes;

  constructor({ namespace, types }: Pick<Contract, 'namespace' | 'types'>) {
    this.namespace = namespace;
    this.markedTypes = new MarkedTypes(namespace, types);
  }

  /** Begins with the element whose type the plan is. */
  begin(plan: Plan, name: string): void {
    this.depth = 0;
    this.value = undefined;
    this.top().begin(plan, name, 0, true, false);
  }

  open(uri: string, local: string, nil: boolean, type: TypeName | undefined): void {
    const parent = this.top();
    const { plan } = parent;
    // Children without a namespace are let in: several old stacks forget it, and nothing else could be meant.
    const ours = uri === this.namespace || uri === '';
    if (plan.kind === 'simple') throw this.unfit(parent, plan);
    if (plan.kind === 'list') {
      if (!ours || local !== plan.item) throw this.refusal('is not known here', local);
      const count = parent.items.length;
      if (count >= plan.maxItems) throw this.refusal(`must have at most ${plan.maxItems} entries`);
      this.push().begin(plan.plan, local, count, true, nil);
      this.checkMark(type);
      return;
    }
    const index = ours ? plan.indexOf.get(local) : undefined;
    const field = index === undefined ? undefined : plan.fields[index];
    if (index === undefined || !field) throw this.refusal('is not known here', local);
    if (parent.values[index] !== undefined) throw this.refusal('is given twice', local);
    this.push().begin(field.plan, local, index, field.required, nil);
    this.checkMark(type);
  }

  /** The type that the caller gives the open element must be one that it can have. */
  private checkMark(type: TypeName | undefined): void {
    if (!type) return;
    const { plan } = this.top();
    if (!this.markedTypes.contradict(type, plan.type)) return;
    const expected = plan.kind === 'simple' ? expectationOf(plan.type) : plan.type.name;
    throw this.refusal(`must be ${expected}; its xsi:type says ${type.local}`);
  }

  text(part: string): void {
    const frame = this.top();
    if (frame.plan.kind === 'simple') frame.text = frame.text === '' ? part : frame.text + part;
    else if (!isBlank(part)) throw this.refusal('must not hold text between its elements');
  }

  close(): void {
    const frame = this.top();
    const value = this.valueOf(frame);
    if (value === ABSENT && frame.required) throw this.refusal('is required');
    this.depth--;
    if (this.depth < 0) this.value = value;
    else this.top().put(frame.index, value);
  }

  /** The whole value, once the element of `begin` is closed. */
  result(): unknown {
    return this.value;
  }

  private valueOf(frame: Frame): unknown {
    const { plan } = frame;
    if (frame.nil) return this.nothing(frame);
    if (plan.kind === 'list') return frame.items;
    if (plan.kind === 'complex') return this.record(frame, plan);
    const value = plan.codec.parse(frame.text);
    if (value !== INVALID) return value;
    if (!frame.required && plan.codec.emptyIsAbsent && isBlank(frame.text)) return ABSENT;
    throw this.unfit(frame, plan);
  }

  private record(frame: Frame, plan: ComplexPlan): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (let index = 0; index < plan.fields.length; index++) {
      const value = frame.values[index];
      const field = plan.fields[index] as ComplexPlan['fields'][number];
      if (value !== undefined && value !== ABSENT) record[field.name] = value;
      else if (field.required) throw this.refusal('is required', field.name);
    }
    return record;
  }

  private nothing(frame: Frame): typeof ABSENT {
    if (frame.isFilled()) throw this.refusal('is nil and must be empty');
    return ABSENT;
  }

  private top(): Frame {
    return this.frames[this.depth] as Frame;
  }

  private push(): Frame {
    this.depth++;
    const frame = this.frames[this.depth];
    if (!frame) throw new Refusal('request_malformed', `elements must not be nested deeper than ${MAX_DEPTH}`);
    return frame;
  }

  private unfit(frame: Frame, plan: SimplePlan): Refusal {
    return this.refusal(`must be ${expectationOf(plan.type)}`);
  }

  private refusal(complaint: string, child?: string): Refusal {
    const path = this.path(child);
    return new Refusal('request_invalid', `${path} ${complaint}`, path);
  }

  /** As REST writes it: `lines[2].quantity`, from the operation's element on, without the names of list items. */
  private path(child?: string): string {
    let path = '';
    for (let at = 1; at <= this.depth; at++) {
      const { name, index } = this.frames[at] as Frame;
      const inList = this.frames[at - 1]?.plan.kind === 'list';
      path += inList ? `[${index}]` : path === '' ? name : `.${name}`;
    }
    if (child === undefined) return path || (this.frames[0] as Frame).name;
    return path === '' ? child : `${path}.${child}`;
  }
}
