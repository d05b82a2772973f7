import type { BackupFile, BackupVault } from '../shared/backup-vault.ts';
import { ok, refuse } from '../shared/result.ts';

/** Backups that are only noted: for desks that are about something else. */
export function paperVault(): BackupVault {
  const files: BackupFile[] = [];
  let folder = '/backups';
  const missing = () => Promise.resolve(refuse('not-found.backup'));
  return {
    ownFolder: folder,
    use: (path) => Promise.resolve(ok({ path, onSameDisk: true })),
    folder: (path) => Promise.resolve(ok({ path, onSameDisk: true })),
    list: () => Promise.resolve(ok([...files])),
    make(_folder, kind, at, passphrase) {
      const file = {
        name: `${kind}-${at}`,
        kind,
        at,
        bytes: 0,
        isOwn: true,
        encrypted: passphrase !== null,
        contents: null,
      };
      files.unshift(file);
      return Promise.resolve(ok(file));
    },
    adopt: () => Promise.resolve(),
    verify: missing,
    fetch: missing,
    fetchNothing: () => Promise.resolve(),
    stop() {},
    remember(path) {
      folder = path;
    },
    remembered: () => folder,
  };
}
