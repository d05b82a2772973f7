import { text } from '../../shared/setting.ts';

export const backupsSettings = {
  /** Where backups go; empty: beside the data. */
  backupFolder: text(1_000, { effect: 'backup-folder' }),
};
