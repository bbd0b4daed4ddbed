/**
 * What a resource is made of: ONE table of its fields, its filters and its orderings. schema.ts answers it, list-query.ts reads
 * lists by it, and the tests go through it. Each resource has its table in a file of its own, such as return-resource.ts.
 */

/** The platform's words for the types of fields. */
export type FieldType =
  | 'boolean'
  | 'datetime'
  | 'decimal'
  | 'dict'
  | 'integer'
  | 'list'
  | 'related'
  | 'string'
  | 'time';

export interface FieldRule {
  readonly type: FieldType;
  readonly help: string;
  readonly related?: 'to_one' | 'to_many';
  readonly nullable?: true;
  /** Whether it may be said when an object is made, and later. */
  readonly creatable?: true;
  readonly editable?: true;
  readonly unique?: true;
  readonly byDefault?: unknown;
}

/**
 * How a filter compares.
 * - `integer`, `instant`, `text`: a member of a listing of ours.
 * - `related`: the number of another object, or its URI. `resource` is the one that the URI must be of.
 * - `words`: each word of the platform stands for some of our values.
 * - `fixed`: the same for all objects of a caller; the operation gives it to readList by the name of the filter.
 */
export type FilterRule<Field extends string> =
  | { readonly kind: 'integer' | 'instant' | 'text'; readonly field: Field; readonly nullable?: true }
  | { readonly kind: 'related'; readonly field: Field; readonly resource: string; readonly nullable?: true }
  | { readonly kind: 'words'; readonly field: Field; readonly words: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'fixed'; readonly resource: string };

/** @typeParam Field members of our listing that conditions are about @typeParam Order members that it is ordered by */
export interface Resource<Field extends string, Order extends string> {
  /** As in its addresses. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly filters: Readonly<Record<string, FilterRule<Field>>>;
  readonly ordering: Readonly<Record<string, Order>>;
  readonly defaultLimit: number;
  readonly detailMethods: readonly string[];
  readonly listMethods: readonly string[];
}
