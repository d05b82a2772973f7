import type { Backups } from './backups.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { backupsContract } from './contract.ts';

interface Services {
  readonly backups: Backups;
}

export function backupsHandlers({ backups }: Services): Handlers<typeof backupsContract> {
  return {
    'backups.make': () => backups.make(),
    'backups.list': ({ folder }) => backups.list(folder),
    'backups.setPassphrase': ({ passphrase }) => ok(backups.setPassphrase(passphrase)),
    'backups.verify': ({ name, passphrase }) => backups.verify(name, passphrase),
    'backups.restore': ({ name, passphrase, folder }) => backups.restore(name, passphrase, folder),
    'backups.resetData': () => refuse('cannot-happen.not-damaged'),
  };
}
