import type { BackupVault } from '../../shared/backup-vault.ts';
import type { Logger } from '../../shared/logger.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { dispatcherOver } from '../handlers.ts';

const DAMAGED = refuse(
  'data-damaged',
  'The data of Counterline are damaged. Nothing is sent, and what comes in stays on the SIM. Put a backup back.',
);

/** In place of a desk whose data cannot be used: it knows the backups, and puts one back. */
export function damagedDispatcher(
  vault: BackupVault,
  putInPlace: () => Promise<void>,
  logger: Logger,
): (method: string, input: unknown) => Promise<Result<unknown>> {
  return dispatcherOver(
    {
      'backups.list': async ({ folder }) => {
        const path = folder ?? vault.remembered();
        const listed = await vault.list(path);
        return listed.ok ? ok({ folder: path, onSameDisk: false, items: listed.value }) : listed;
      },
      'backups.restore': async ({ name, passphrase, folder }) => {
        const fetched = await vault.fetch(folder ?? vault.remembered(), name, passphrase);
        if (fetched.ok) await putInPlace();
        return fetched;
      },
    },
    DAMAGED,
    logger,
  );
}
