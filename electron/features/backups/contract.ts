import { z } from 'zod';
import type { BackupContents, BackupFile } from '../../shared/backup-vault.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';
import type { RefusalCode } from '../../shared/result.ts';

/** How it stands about backups. */
export interface BackupStatusDto {
  readonly folder: string;
  /** It lies beside the data: the owner has chosen none. */
  readonly isOwnFolder: boolean;
  readonly encrypted: boolean;
  /** When the last was made, and when one was last read back whole; null: never. */
  readonly lastAt: number | null;
  readonly provenAt: number | null;
  /** Why the last try came to nothing; null: it did not. */
  readonly failure: { readonly at: number; readonly code: RefusalCode; readonly message: string } | null;
  readonly isRunning: boolean;
}

export interface BackupListDto {
  readonly folder: string;
  /** What breaks the data's disk breaks them as well. */
  readonly onSameDisk: boolean;
  readonly items: readonly BackupFile[];
}

/** Of a backup's file: never a path. */
const backupName = z.string().regex(/^[\w.-]{1,100}$/);

/** Long enough that guessing takes years. */
const passphrase = z.string().min(10).max(200);

const folderPath = z.string().trim().min(1).max(1_000).nullable();

/** Copies of the data: made, read back, put back. */
export const backupsContract = {
  methods: {
    'backups.make': method(z.strictObject({}), answer<BackupFile>()),
    /** Of a folder; null: of the one they go to. */
    'backups.list': method(z.strictObject({ folder: folderPath }), answer<BackupListDto>()),
    /** Null: from now on without one. */
    'backups.setPassphrase': method(z.strictObject({ passphrase: passphrase.nullable() }), answer<BackupStatusDto>()),
    /** Reads one back into a scratch copy. Passphrase null: the one that is used now. */
    'backups.verify': method(
      z.strictObject({ name: backupName, passphrase: z.string().max(200).nullable() }),
      answer<BackupContents>(),
    ),
    /** Puts one in the place of the data, which are kept aside, and starts anew with it. */
    'backups.restore': method(
      z.strictObject({
        name: backupName,
        passphrase: z.string().max(200).nullable(),
        folder: folderPath,
      }),
      answer<BackupContents>(),
    ),
    /** Only where the data are damaged: they are kept aside, and it begins with nothing. */
    'backups.resetData': method(z.strictObject({}), answer<{ readonly isNew: boolean }>()),
  },
  events: {},
} satisfies Contract;
