import type { BackupContents } from '../shared/backup-vault.ts';

/** What the thread is to do with files. Passphrase null: they are not sealed. */
export type WorkerOrder =
  | { readonly do: 'look'; readonly path: string }
  | {
      readonly do: 'store';
      readonly from: string;
      readonly to: string;
      readonly passphrase: string | null;
      /** How hard it is to try passphrases: the base-2 logarithm of scrypt's work factor. */
      readonly scryptLogN: number;
    }
  | { readonly do: 'fetch'; readonly from: string; readonly to: string; readonly passphrase: string | null }
  | { readonly do: 'hash'; readonly path: string };

export type WorkerProblem = 'damaged' | 'schema-too-new' | 'wrong-passphrase' | 'disk-full' | 'no-folder';

export type WorkerAnswer =
  | { readonly contents: BackupContents }
  /** Of what was written or read. */
  | { readonly sha256: string }
  | { readonly problem: WorkerProblem; readonly detail: string };
