/** One line per request and per event. Secrets never get here: callers log codes, names and ids, not bodies. */
import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogFormat, LogLevel } from './config';

const REDACTED = [
  'authorization',
  'password',
  'key',
  'settings',
  '*.authorization',
  '*.password',
  'parameters',
  '*.parameters',
];

/** Writes to stderr, so that stdout stays for what was asked for. */
export function createLog(level: LogLevel, format: LogFormat): Logger {
  const stderr = pino.destination({ dest: 2, sync: false });
  const target = format === 'pretty' ? pretty({ destination: 2, ignore: 'pid,hostname', sync: true }) : stderr;
  return pino({ level, redact: REDACTED, base: null }, target);
}
