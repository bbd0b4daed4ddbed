/** The comparisons that a filter may name behind two underscores, as `created_on__gte` (contract, section 2). */
import type { Condition } from '../../services/ports';
import { idOfUri } from './address';
import { Complaint } from './faults';
import type { FilterRule } from './resource';
import { readInstant } from './written';

const COMPARED = ['gt', 'gte', 'lt', 'lte', 'range', 'isnull'] as const;
const NUMBERS = ['exact', 'in', ...COMPARED] as const;
/** A time is a stretch of a second: several have no list, but a range. */
const TIMES = ['exact', ...COMPARED] as const;
const TEXTS = [
  ...(['exact', 'iexact', 'in', 'contains', 'icontains', 'startswith', 'istartswith'] as const),
  ...(['endswith', 'iendswith', 'isnull'] as const),
] as const;
const CHOICES = ['exact', 'iexact', 'in'] as const;

export type Lookup = (typeof NUMBERS)[number] | (typeof TEXTS)[number];

/** Which lookups a filter of this kind has. */
export const LOOKUPS: Readonly<Record<FilterRule<string>['kind'], readonly Lookup[]>> = {
  integer: NUMBERS,
  instant: TIMES,
  related: NUMBERS,
  text: TEXTS,
  words: CHOICES,
  fixed: CHOICES,
};

const WHOLE = /^-?\d{1,15}$/;
const SECOND_MS = 1000;

/** One parameter of a list. */
interface Asked {
  /** As it was sent, such as created_on__gte: what a complaint names. */
  readonly name: string;
  readonly lookup: Lookup;
  readonly value: string;
}

type Rule<F extends string> = FilterRule<F>;

/** The conditions that a parameter comes to. @param fixed the value of a filter that is the same for all objects */
export function conditionsOf<F extends string>(rule: Rule<F>, asked: Asked, fixed?: number): Condition<F | 'id'>[] {
  switch (rule.kind) {
    case 'fixed':
      // Whoever asks for what belongs to somebody else finds nothing.
      return partsOf(asked).some((text) => relatedIn(asked, text, rule.resource) === fixed)
        ? []
        : [{ field: 'id', is: 'one_of', values: [] }];
    case 'words':
      return [
        {
          field: rule.field,
          is: 'one_of',
          values: partsOf(asked).flatMap((word) => wordsFor(rule.words, asked, word)),
        },
      ];
    case 'text':
      return [textCondition(rule.field, asked)];
    case 'instant':
      return numberConditions(rule.field, asked, (text) => instantIn(asked, text));
    case 'integer':
      return numberConditions(rule.field, asked, (text) => whole(wholeIn(asked, text)));
    case 'related':
      return numberConditions(rule.field, asked, (text) => whole(relatedIn(asked, text, rule.resource)));
  }
}

/** From a value on, and before another: a second is as long as we write it. */
interface Stretch {
  readonly from: number;
  readonly before: number;
}

const whole = (value: number): Stretch => ({ from: value, before: value + 1 });

function numberConditions<F extends string>(field: F, asked: Asked, read: (text: string) => Stretch): Condition<F>[] {
  if (asked.lookup === 'isnull') return [{ field, is: flagIn(asked) ? 'absent' : 'given' }];
  const stretches = partsOf(asked).map(read);
  const bounds = BOUNDS[asked.lookup];
  const [first, last = first] = stretches;
  if (bounds && first && last) {
    if (stretches.length !== bounds.values) throw wrong(asked, 'must be two values with a comma between them');
    return bounds.conditions(first, last).map((condition) => ({ field, ...condition }));
  }
  return exactly(field, stretches);
}

const atLeast = (value: number) => ({ is: 'at_least', value }) as const;
const below = (value: number) => ({ is: 'below', value }) as const;

/** What a lookup that bounds a value comes to, and how many values it has. */
const BOUNDS: Partial<
  Record<Lookup, { values: number; conditions: (first: Stretch, last: Stretch) => (Limit & { value: number })[] }>
> = {
  gt: { values: 1, conditions: ({ before }) => [atLeast(before)] },
  gte: { values: 1, conditions: ({ from }) => [atLeast(from)] },
  lt: { values: 1, conditions: ({ from }) => [below(from)] },
  lte: { values: 1, conditions: ({ before }) => [below(before)] },
  range: { values: 2, conditions: ({ from }, { before }) => [atLeast(from), below(before)] },
};

type Limit = { readonly is: 'at_least' | 'below' };

/** A time is a whole second, and there is one of it; a number is itself, and `in` has many. */
function exactly<F extends string>(field: F, stretches: readonly Stretch[]): Condition<F>[] {
  const [time] = stretches;
  if (!time || time.before === time.from + 1) {
    return [{ field, is: 'one_of', values: stretches.map(({ from }) => from) }];
  }
  return [
    { field, ...atLeast(time.from) },
    { field, ...below(time.before) },
  ];
}

const TEXT_PARTS = { exact: 'whole', contains: 'within', startswith: 'start', endswith: 'end' } as const;

function textCondition<F extends string>(field: F, asked: Asked): Condition<F> {
  const { lookup, value } = asked;
  if (lookup === 'isnull') return { field, is: flagIn(asked) ? 'absent' : 'given' };
  if (lookup === 'in') return { field, is: 'one_of', values: partsOf(asked) };
  const ignoringCase = lookup.startsWith('i');
  const plain = (ignoringCase ? lookup.slice(1) : lookup) as keyof typeof TEXT_PARTS;
  return { field, is: TEXT_PARTS[plain], text: value, ignoringCase };
}

/** The values of `in` and `range`; of every other lookup the one value there is. */
function partsOf({ lookup, value }: Asked): string[] {
  return lookup === 'in' || lookup === 'range' ? value.split(',').map((part) => part.trim()) : [value];
}

/** A word that the platform does not have is no status of anything: it finds nothing. */
function wordsFor(
  words: Readonly<Record<string, readonly string[]>>,
  { lookup }: Asked,
  given: string,
): readonly string[] {
  const wanted = lookup === 'iexact' ? given.toLowerCase() : given;
  return Object.hasOwn(words, wanted) ? (words[wanted] ?? []) : [];
}

function wholeIn(asked: Asked, text: string): number {
  if (WHOLE.test(text)) return Number(text);
  throw wrong(asked, 'must be a whole number');
}

function relatedIn(asked: Asked, text: string, resource: string): number {
  return idOfUri(text, resource) ?? wholeIn(asked, text);
}

function instantIn(asked: Asked, text: string): Stretch {
  const from = readInstant(text);
  if (from === undefined) throw wrong(asked, 'must be an ISO 8601 time such as 2026-01-05T10:00:00+01:00');
  return { from, before: from + SECOND_MS };
}

function flagIn(asked: Asked): boolean {
  const found = /^(?:(true|1)|(false|0))$/i.exec(asked.value);
  if (!found) throw wrong(asked, 'must be true or false');
  return found[1] !== undefined;
}

function wrong({ name }: Asked, words: string): Complaint {
  return new Complaint(71003, `${name} ${words}`, name);
}
