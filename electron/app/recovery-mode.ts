import type { BackupVault } from '../shared/backup-vault.ts';
import type { Logger } from '../shared/logger.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { dispatcherOver } from './dispatcher.ts';

const DAMAGED = refuse('data-damaged.recovery');

/** In place of a desk whose data cannot be used: it knows the backups, and puts one back. */
export function damagedDispatcher(
  vault: BackupVault,
  activateRestoredData: () => Promise<void>,
  logger: Logger,
): (method: string, input: unknown) => Promise<Result<unknown>> {
  let isRestoring = false;
  /** One at a time: two windows may ask. */
  const alone = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (isRestoring) return refuse('too-late.restoring');
    isRestoring = true;
    try {
      return await work();
    } finally {
      isRestoring = false;
    }
  };
  return dispatcherOver(
    {
      'backups.list': async ({ folder }) => {
        const path = folder ?? vault.remembered();
        const listed = await vault.list(path);
        return listed.ok ? ok({ folder: path, onSameDisk: false, items: listed.value }) : listed;
      },
      'backups.restore': ({ name, passphrase, folder }) =>
        alone(async () => {
          const passphrases = passphrase === null ? [] : [passphrase];
          const fetched = await vault.fetch(folder ?? vault.remembered(), name, passphrases);
          if (fetched.ok) await activateRestoredData();
          return fetched;
        }),
      'backups.resetData': () =>
        alone(async () => {
          await vault.fetchNothing();
          await activateRestoredData();
          return ok({ isNew: true });
        }),
    },
    DAMAGED,
    logger,
  );
}
