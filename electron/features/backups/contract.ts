import { z } from 'zod';
import type { BackupContents, BackupFile } from '../../shared/backup-vault.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import type { RefusalCode } from '../../shared/result.ts';

/** The state of the backups. */
export interface BackupStatusDto {
  readonly folder: string;
  /** Backups go to the folder beside the data, since the owner has chosen none. */
  readonly isOwnFolder: boolean;
  readonly encrypted: boolean;
  /** When the last backup was made, and when one was last read back completely; null: never. */
  readonly lastAt: number | null;
  readonly provenAt: number | null;
  /** Why the last attempt failed; null: it did not. */
  readonly failure: { readonly at: number; readonly code: RefusalCode; readonly message: string } | null;
  readonly isRunning: boolean;
}

export interface BackupListDto {
  readonly folder: string;
  /** The backups are on the same disk as the data, so its failure would destroy both. */
  readonly onSameDisk: boolean;
  readonly items: readonly BackupFile[];
}

/** The name of a backup's file, which is never a path. */
const backupName = z.string().regex(/^[\w.-]{1,100}$/);

/** It is long enough that guessing it takes years. */
const passphrase = z.string().min(10).max(200);

const folderPath = z.string().trim().min(1).max(1_000).nullable();

/** Backups of the data: making, reading back and restoring them. */
export const backupsContract = {
  methods: {
    'backups.make': method(z.strictObject({}), answer<BackupFile>()),
    /** The backups in a folder; null: the folder that backups go to. */
    'backups.list': method(z.strictObject({ folder: folderPath }), answer<BackupListDto>()),
    /** Null: backups have no passphrase from now on. */
    'backups.setPassphrase': method(z.strictObject({ passphrase: passphrase.nullable() }), answer<BackupStatusDto>()),
    /** Reads a backup back into a scratch copy. Passphrase null: the current one. */
    'backups.verify': method(
      z.strictObject({ name: backupName, passphrase: z.string().max(200).nullable() }),
      answer<BackupContents>(),
    ),
    /** Replaces the data with a backup and restarts with it; the old data are kept aside. */
    'backups.restore': method(
      z.strictObject({
        name: backupName,
        passphrase: z.string().max(200).nullable(),
        folder: folderPath,
      }),
      answer<BackupContents>(),
    ),
    /** Only allowed if the data are damaged: they are kept aside, and the program starts without any. */
    'backups.resetData': method(z.strictObject({}), answer<{ readonly isNew: boolean }>()),
  },
  events: {},
} satisfies Contract;
