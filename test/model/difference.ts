/** The first place where something differs from what was expected of it; what is undefined there was not expected. */
export function difference(expected: unknown, found: unknown, path = ''): string | undefined {
  if (expected === undefined) return undefined;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return told(expected, found, path);
    return first(expected.map((one, index) => difference(one, found[index], `${path}[${index}]`)));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return told(expected, found, path);
    const fields = found as Readonly<Record<string, unknown>>;
    return first(Object.entries(expected).map(([name, value]) => difference(value, fields[name], `${path}.${name}`)));
  }
  return expected === found ? undefined : told(expected, found, path);
}

const first = (problems: readonly (string | undefined)[]): string | undefined =>
  problems.find((one) => one !== undefined);

function told(expected: unknown, found: unknown, path: string): string {
  return `${path || 'it'} should be ${JSON.stringify(expected)}, and is ${JSON.stringify(found)}`;
}
