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

/** Writes JSON lines to `<dataDir>/logs/counterline.log`. */
export function fileLogger(dataDir: string): Logger & { flush(): void } {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const destination = pino.destination({ dest: join(folder, 'counterline.log'), sync: true, mode: 0o600 });
  const logger = pino({ base: null, redact: { paths: REDACTED, censor: '[redacted]' } }, destination);
  return {
    debug: (details, message) => logger.debug(details, message),
    info: (details, message) => logger.info(details, message),
    warn: (details, message) => logger.warn(details, message),
    error: (details, message) => logger.error(details, message),
    flush: () => destination.flushSync(),
  };
}
