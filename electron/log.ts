import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Logger } from './shared/logger.ts';

/** Fields that could hold a customer's words or number, or a secret. Code must not log them; this is the second lock. */
const REDACTED = [
  'text',
  'number',
  'to',
  'from',
  'pdu_hex',
  'token',
  'pin',
  'name',
  '*.text',
  '*.number',
  '*.pin',
  '*.token',
];

/** Octets that wait for a disk that cannot be written; what else is said then is lost. */
const MOST_WAITING = 1_000_000;

/**
 * Writes JSON lines to `<dataDir>/logs/counterline.log`.
 * @param isVerbose everything, and to the terminal as well
 */
export function fileLogger(dataDir: string, isVerbose = false): Logger & { flush(): void } {
  const destination = logFile(dataDir);
  const level = isVerbose ? 'debug' : 'info';
  const streams = [
    ...(destination === null ? [] : [{ level, stream: destination }]),
    ...(isVerbose || destination === null ? [{ level, stream: process.stderr }] : []),
  ] as const;
  const logger = pino(
    { base: null, level, redact: { paths: REDACTED, censor: '[redacted]' } },
    pino.multistream([...streams]),
  );
  return {
    debug: (details, message) => logger.debug(details, message),
    info: (details, message) => logger.info(details, message),
    warn: (details, message) => logger.warn(details, message),
    error: (details, message) => logger.error(details, message),
    flush() {
      try {
        destination?.flushSync();
      } catch {
        // The disk cannot be written; the lines that are missing say so.
      }
    },
  };
}

/** Null where it cannot be opened: then the terminal hears what is said. */
function logFile(dataDir: string): ReturnType<typeof pino.destination> | null {
  const folder = join(dataDir, 'logs');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = pino.destination({
      dest: join(folder, 'counterline.log'),
      sync: true,
      mode: 0o600,
      maxLength: MOST_WAITING,
    });
    // Nothing that only records may stop what it records.
    file.on('error', () => {});
    return file;
  } catch {
    return null;
  }
}
