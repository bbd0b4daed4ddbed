/** What would tell an attacker about our insides, wherever it stands in an answer. */
const LEAK =
  /\bat .+:\d+:\d+|node_modules|[\w-]\.[cm]?[jt]s\b|\b[A-Z]\w*Error\b|\[object|\bsaxes\b|typeorm|sqlite|postgres|root:x?:0|\b(?:SELECT|INSERT|UPDATE|DELETE)\b.+\b(?:FROM|INTO|SET)\b|\/(?:usr|home|work|tmp|app|dist)\//i;

/** The first of them, or undefined. */
export function leakIn(text: string): string | undefined {
  return LEAK.exec(text)?.[0];
}
