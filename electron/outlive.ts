import { isDiskFault } from './shared/disk-fault.ts';
import type { Logger } from './shared/logger.ts';

/**
 * A disk that is full, or fails for a while, does not end the process: what could not be written was undone, and is tried again by
 * whoever wanted it. Any other fault that nobody expected ends it, as it would without this.
 */
export function outliveDiskFaults(logger: Logger): void {
  // What nobody caught in a promise comes here as well.
  process.on('uncaughtException', (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isDiskFault(error)) {
      logger.error({ error: told }, 'the disk cannot be written');
      return;
    }
    logger.error({ error: told }, 'ended by a fault');
    process.stderr.write(`${told}\n`);
    process.exit(1);
  });
}
