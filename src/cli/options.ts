/** Options as values. What cannot be read is wrong usage, told by commander with the option's name. */
import { InvalidArgumentError } from 'commander';
import { parseInstant } from '../domain/instant';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a day, which begins at midnight UTC, or a time with a zone, as epoch milliseconds. */
export function readDate(text: string): number {
  try {
    if (DAY.test(text)) return parseInstant(`${text}T00:00:00Z`, 'date');
    if (TIME.test(text)) return parseInstant(text, 'date');
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('It must be a date such as 2027-01-31, or a time such as 2027-01-31T10:30:00Z.');
}

export function readDays(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days.');
  return Number(text);
}

export function readList(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.some((word) => word === '')) throw new InvalidArgumentError('It must be a list such as a,b.');
  return words;
}
