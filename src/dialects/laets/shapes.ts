/** What is answered by every resource. The objects themselves are in files of their own, such as return-shapes.ts. */

export interface Stub {
  id: number;
  pk: number;
  resource_uri: string;
}

/** The shop. */
export interface MerchantStub {
  id: number;
  pk: number;
  name: string;
  resource_uri: string;
}

/** Empty on every object. */
export type NoMeta = Record<string, never>;

/** One object alone. */
export type Detail<T> = T & { meta: NoMeta };

/** Paging and ordering; the filters of each resource are in its schema, and are told apart from this. */
export interface ListQuery {
  /**
   * 100 at most, which 0 stands for.
   * @isInt
   */
  limit?: number;
  /** @isInt */
  offset?: number;
  /** A field, with a minus sign for descending. */
  order_by?: string;
}

interface ListMeta {
  limit: number;
  /** Absolute address of the next page. */
  next: string | null;
  offset: number;
  previous: string | null;
  /** On all pages. */
  total_count: number;
}

export interface ListShape<T> {
  meta: ListMeta;
  objects: T[];
}

export interface FieldShape {
  blank: boolean;
  creatable: boolean;
  default: unknown;
  editable: boolean;
  help_text: string;
  name: string;
  nullable: boolean;
  readonly: boolean;
  type: string;
  related_type?: string;
  unique: boolean;
}

interface MethodShape {
  doc_html: string;
  doc_text: string;
  regex: string;
}

export interface SchemaShape {
  allowed_detail_http_methods: string[];
  allowed_list_http_methods: string[];
  default_format: string;
  default_limit: number;
  editable_for_statuses: string[];
  fields: Record<string, FieldShape>;
  /** 1: all lookups that the type of the field has. */
  filtering: Record<string, number>;
  methods: MethodShape[];
  ordering: string[];
}

interface Fault {
  /** 71001 to 71006, see docs/laets.md. */
  code: number;
  msg: string[];
}

/** 400. */
export interface Failure {
  errors: Fault[];
}

/** 403, 408, 413, 415 and 5xx. */
export interface Trouble {
  errors: string[];
}

/** No body. */
export type Nothing = Record<string, never>;
