import { isDiskFault } from '../shared/disk-fault.ts';
import type { DeskContext } from './context.ts';

/**
 * Does work that only records something. If the disk cannot be written, the record is skipped and what it describes continues.
 */
export function recorded({ logger }: Pick<DeskContext, 'logger'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isDiskFault(error)) throw error;
    logger.warn({ error: String(error) }, 'something was not recorded: the disk cannot be written');
  }
}
