import { text } from '../../shared/setting.ts';

export const backupsSettings = {
  /** The folder that backups go to; empty: beside the data. */
  backupFolder: text(1_000, { effect: 'backup-folder' }),
};
