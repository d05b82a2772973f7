import { isDiskFault } from '../shared/disk-fault.ts';
import type { DeskContext } from './context.ts';

/** Does what only records: where the disk cannot be written it is left out, and what it records goes on. */
export function recorded({ logger }: Pick<DeskContext, 'logger'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isDiskFault(error)) throw error;
    logger.warn({ error: String(error) }, 'something was not recorded: the disk cannot be written');
  }
}
