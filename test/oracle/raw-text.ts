/** The text of bytes whose encoding nobody need know: a letter of markup is a byte, or one beside a zero byte. */
export interface RawText {
  readonly text: string;
  /** The same bytes again, where the text is the same. */
  bytesOf(text: string): Buffer;
}

export function rawText(bytes: Buffer): RawText {
  const isWide = bytes.includes(0) && bytes.length % 2 === 0;
  if (!isWide) return { text: bytes.toString('latin1'), bytesOf: (text) => Buffer.from(text, 'latin1') };
  const isBig = bytes.indexOf(0) % 2 === 0;
  const inOrder = (some: Buffer): Buffer => (isBig ? Buffer.from(some).swap16() : some);
  return { text: inOrder(bytes).toString('utf16le'), bytesOf: (text) => inOrder(Buffer.from(text, 'utf16le')) };
}
