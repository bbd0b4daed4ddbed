/** In which language a caller is told what stands in members named `..._localized` (choice LAETS-2). */
import type { IncomingHttpHeaders } from 'node:http';

export const LANGUAGES = ['en', 'de', 'fr', 'pl', 'pt', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. Each resource has its own in a file beside it, such as return-texts.ts. */
export type Localised = Readonly<Record<Language, string>>;

/** Content-Language of the request wins over Accept-Language, as one client sends the one and the other client the other. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  return wanted(headers['content-language']) ?? wanted(headers['accept-language']) ?? 'en';
}

/** The best of the languages we have; of equal ones the first. */
function wanted(header: string | readonly string[] | undefined): Language | undefined {
  const ranges = String(header ?? '')
    .split(',')
    .map((range) => ({ language: LANGUAGES.find((one) => one === tagOf(range)), weight: weightOf(range) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranges.find(({ language }) => language !== undefined)?.language;
}

/** `fr` of fr-CA;q=0.8. */
function tagOf(range: string): string {
  return (/^\s*([a-z]+)/i.exec(range)?.[1] ?? '').toLowerCase();
}

function weightOf(range: string): number {
  const weight = /;\s*q=\s*([\d.]+)/i.exec(range)?.[1];
  return weight === undefined ? 1 : Number(weight);
}
