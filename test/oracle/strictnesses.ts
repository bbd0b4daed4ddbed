/** What we refuse and libxml2 takes, on purpose. A row sees the message and what we said of it, and must know both. */

interface Refused {
  /** Of bytes that are no UTF-8: nearly. */
  readonly text: string;
  readonly complaint: string;
}

interface Strictness {
  readonly name: string;
  readonly why: string;
  matches(refused: Refused): boolean;
}

export const STRICTNESSES: readonly Strictness[] = [
  {
    name: 'a DTD',
    why: 'SOAP forbids it, and entities are how XML attacks',
    matches: ({ text, complaint }) => text.includes('<!DOCTYPE') && complaint.endsWith('a DTD is not allowed'),
  },
  {
    name: 'a processing instruction',
    why: 'SOAP forbids it',
    matches: ({ text, complaint }) => /<\?(?!xml\s)/.test(text) && complaint.includes('processing instructions'),
  },
  {
    name: 'a header that must be understood',
    why: 'a schema does not know what we understand',
    matches: ({ text, complaint }) => /mustUnderstand="(1|true)"/.test(text) && complaint.startsWith('header_not_understood'),
  },
];
