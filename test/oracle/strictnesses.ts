/** What we refuse and libxml2 takes, on purpose. A row sees the message and what we said of it, and must know both. */

interface Refused {
  /** Markup is as it was sent; other letters may be bytes. */
  readonly text: string;
  readonly complaint: string;
}

interface Strictness {
  readonly name: string;
  readonly why: string;
  matches(refused: Refused): boolean;
}

/** With references to digits made digits, and what divides text without ending it taken away. */
const unfolded = (text: string): string =>
  text
    .replace(/<!--.*?-->|<!\[CDATA\[|\]\]>/g, '')
    .replace(/&#x(3\d);/g, (_found, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#0*(4[89]|5[0-7]);/g, (_found, code: string) => String.fromCharCode(Number(code)));

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
    name: 'XML 1.1',
    why: 'it allows characters that would not survive the way back in XML 1.0',
    matches: ({ text, complaint }) =>
      /^<\?xml version="(?!1\.0)/.test(text) && complaint.endsWith('the message must be XML 1.0'),
  },
  {
    name: 'a header that must be understood',
    why: 'a schema does not know what we understand',
    matches: ({ text, complaint }) =>
      /mustUnderstand="(1|true)"/.test(text) && complaint.startsWith('header_not_understood'),
  },
  {
    name: 'a header block given twice',
    why: 'of two idempotency keys neither can be believed',
    matches: ({ text, complaint }) => {
      const [, name = ''] = /the header (IdempotencyKey|Security) is given twice$/.exec(complaint) ?? [];
      return name !== '' && text.split(new RegExp(`<(?:\\w+:)?${name}\\b`)).length > 2;
    },
  },
  {
    name: 'a number of more than 40 characters',
    why: 'it is nobody’s, and costs time',
    matches: ({ text, complaint }) => /[\d+-]\d{40}/.test(unfolded(text)) && complaint.startsWith('request_invalid: '),
  },
];
