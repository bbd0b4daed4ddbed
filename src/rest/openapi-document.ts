/** As much of an OpenAPI document as the edge has to know: where it is served, and which methods each path has. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, object>>;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Which methods a path has, for a caller who used another one; undefined for a path that nobody knows. */
export type MethodsOf = (path: string) => readonly string[] | undefined;

/** Reads the document once. Of two templates that fit a path, the one with fewer parameters is meant. */
export function methodTable({ paths }: OpenApiDocument): MethodsOf {
  const rows = Object.entries(paths)
    .map(([template, item]) => ({
      fits: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
      parameters: template.split('{').length,
      methods: METHODS.filter((method) => method in item).flatMap((method) =>
        method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
      ),
    }))
    .sort((a, b) => a.parameters - b.parameters);
  return (path) => rows.find(({ fits }) => fits.test(path))?.methods;
}
