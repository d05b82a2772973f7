import type { Result } from './result.ts';

/** Every night; because somebody wanted it; before another version changed the database. */
export const BACKUP_KINDS = ['nightly', 'by-hand', 'before-update'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** What a backup holds. */
export interface BackupContents {
  /** Of the database. */
  readonly schema: number;
  readonly texts: number;
  readonly conversations: number;
  readonly customers: number;
  readonly appointments: number;
  readonly orders: number;
  readonly optOuts: number;
  /** UTC epoch milliseconds; null: there is none. */
  readonly newestTextAt: number | null;
}

export interface BackupFile {
  /** Of the file, without its folder. */
  readonly name: string;
  readonly kind: BackupKind;
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Of this installation: another one's in the same folder are none of ours to take away. */
  readonly isOwn: boolean;
  /** With a passphrase, as an age file. */
  readonly encrypted: boolean;
  /** As it was noted when it was made; null: the note is missing. */
  readonly contents: BackupContents | null;
}

export interface BackupFolder {
  /** Its path. */
  readonly path: string;
  /** It lies on the disk the data are on: what breaks one breaks both. */
  readonly onSameDisk: boolean;
}

/** Where backups are kept. A refusal's code says what was wrong with the folder, the passphrase or the file. */
export interface BackupVault {
  /** Where they go where the owner has chosen no folder. */
  readonly ownFolder: string;
  /** Takes a folder into use, and makes it where it is missing: from then on it is known by a mark in it. */
  use(path: string): Promise<Result<BackupFolder>>;
  /** One that is in use. Without its mark it is another: the disk that should be there is not. */
  folder(path: string): Promise<Result<BackupFolder>>;
  /** The newest first. */
  list(folder: string): Promise<Result<readonly BackupFile[]>>;
  /**
   * Checked before it is counted as one, and under its name only once it is whole.
   * @param snapshot writes a copy of the data as they are now to a path
   * @param passphrase null: it can be read by whoever has the file
   */
  make(
    folder: string,
    kind: BackupKind,
    at: number,
    passphrase: string | null,
    snapshot: (path: string, isGivenUp: () => boolean) => Promise<void>,
  ): Promise<Result<BackupFile>>;
  /** Copies made before another version changed the database go to the others. */
  adopt(folder: string, passphrase: string | null): Promise<void>;
  /** Reads all of it back into a scratch copy, and compares it with what was noted of it. */
  verify(folder: string, name: string, passphrase: string | null): Promise<Result<BackupContents>>;
  /**
   * As {@link verify}, and the copy lies ready to be put in the place of the data.
   * @param passphrases those that may open it, and the list of opt-outs beside it
   */
  fetch(folder: string, name: string, passphrases: readonly string[]): Promise<Result<BackupContents>>;
  /** As if one without anything in it were fetched. */
  fetchNothing(): Promise<void>;
  /** Gives up what is being done. */
  stop(): void;
  /** The folder is known to this computer also where the data cannot be read. */
  remember(folder: string): void;
  /** What {@link remember} was told last; else {@link ownFolder}. */
  remembered(): string;
}
