/** What `GET /v1/RESOURCE/schema/` answers, made of the resource's own table (contract, section 2; choice LAETS-12). */
import type { FieldRule, Resource } from './resource';
import type { FieldShape, SchemaShape } from './shapes';

const NO_DEFAULT = 'No default provided.';
/** tastypie's constant for all lookups that the type of a field has. */
const ALL_LOOKUPS = 1;

export function schemaOf(resource: Resource<string, string>): SchemaShape {
  const { name, detailMethods, listMethods, defaultLimit } = resource;
  return {
    allowed_detail_http_methods: [...detailMethods],
    allowed_list_http_methods: [...listMethods],
    default_format: 'application/json',
    default_limit: defaultLimit,
    editable_for_statuses: [],
    fields: Object.fromEntries(Object.entries(resource.fields).map(([field, rule]) => [field, fieldOf(field, rule)])),
    filtering: Object.fromEntries(Object.keys(resource.filters).map((filter) => [filter, ALL_LOOKUPS])),
    methods: [
      { doc_html: '', doc_text: `${deedsOf(listMethods, LIST_DEEDS)} objects of ${name}.`, regex: `^/v1/${name}/$` },
      {
        doc_html: '',
        doc_text: `${deedsOf(detailMethods, DETAIL_DEEDS)} one object of ${name}.`,
        regex: `^/v1/${name}/(?P<pk>\\d+)/$`,
      },
    ],
    ordering: Object.keys(resource.ordering),
  };
}

/** What each method does to all objects of a resource, and to one. */
const LIST_DEEDS: Readonly<Record<string, string>> = { get: 'lists', post: 'makes' };
const DETAIL_DEEDS: Readonly<Record<string, string>> = { get: 'tells', put: 'changes' };

/** Such as "Lists or makes". */
function deedsOf(methods: readonly string[], deeds: Readonly<Record<string, string>>): string {
  const words = methods.flatMap((method) => deeds[method] ?? []).join(' or ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fieldOf(name: string, rule: FieldRule): FieldShape {
  const { type, help, related, nullable = false, creatable = false, editable = false, unique = false } = rule;
  return {
    blank: !creatable || nullable || rule.byDefault !== undefined,
    creatable,
    default: rule.byDefault ?? NO_DEFAULT,
    editable,
    help_text: help,
    name,
    nullable,
    readonly: !creatable && !editable,
    type,
    ...(related === undefined ? {} : { related_type: related }),
    unique,
  };
}
