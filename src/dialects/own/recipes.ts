/** The recipes of docs/clients as a visitor of a running gateway reads them: as text, with the address that works for him. */

export interface Recipe {
  /** As in `?doc=php`. */
  readonly name: string;
  readonly stack: string;
  readonly versions: string;
}

/** The address that the recipes are written for. */
const WRITTEN_FOR = 'http://127.0.0.1:3000/soap/v1';
const ROW = /^\| \[([^\]]+)\]\(([a-z0-9-]+)\.md\) \| ([^|]+) \|/gm;

/** Reads a file of the project, such as `docs/clients/php.md`. */
type ReadFile = (name: string) => string;

/** The stacks in the order of the table of docs/clients, which the tests hold complete. */
export function readRecipes(read: ReadFile): Recipe[] {
  const rows = [...read('docs/clients/README.md').matchAll(ROW)];
  return rows.map(([, stack = '', name = '', versions = '']) => ({ name, stack, versions }));
}

/** What `?doc=NAME` answers, by name. */
export function readTexts(recipes: readonly Recipe[], read: ReadFile): Map<string, (address: string) => string> {
  const files = [
    ['clients', 'docs/clients/README.md'],
    ['errors', 'docs/errors.md'],
    ...recipes.map(({ name }) => [name, `docs/clients/${name}.md`] as const),
  ] as const;
  return new Map(
    files.map(([name, file]) => {
      const text = read(file);
      return [name, (address) => text.replaceAll(WRITTEN_FOR, () => address)];
    }),
  );
}
