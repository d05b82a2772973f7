import type { Result } from './result.ts';

/** Made every night, or because somebody asked for it, or before another version changed the database. */
export const BACKUP_KINDS = ['nightly', 'by-hand', 'before-update'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** What a backup holds. */
export interface BackupContents {
  /** The schema version of the database. */
  readonly schema: number;
  readonly texts: number;
  readonly conversations: number;
  readonly customers: number;
  readonly appointments: number;
  readonly orders: number;
  readonly optOuts: number;
  /** UTC epoch milliseconds; null if there is no text. */
  readonly newestTextAt: number | null;
}

export interface BackupFile {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly kind: BackupKind;
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Whether it was made by this installation: another one's backups in the same folder must not be removed by us. */
  readonly isOwn: boolean;
  /** Whether it is protected with a passphrase, as an age file. */
  readonly encrypted: boolean;
  /** The contents that were noted when it was made; null if the note is missing. */
  readonly contents: BackupContents | null;
}

export interface BackupFolder {
  /** The path of the folder. */
  readonly path: string;
  /** Whether it is on the same disk as the data: a broken disk would take both. */
  readonly onSameDisk: boolean;
}

/** Where backups are kept. A refusal's code says what was wrong with the folder, the passphrase or the file. */
export interface BackupVault {
  /** The folder that is used if the owner has not chosen one. */
  readonly ownFolder: string;
  /** Starts using a folder, and creates it if it is missing. From then on a mark in it identifies it. */
  use(path: string): Promise<Result<BackupFolder>>;
  /** A folder that is in use. Without its mark it is another one: the right disk is not there. */
  folder(path: string): Promise<Result<BackupFolder>>;
  /** The newest come first. */
  list(folder: string): Promise<Result<readonly BackupFile[]>>;
  /**
   * A backup is checked before it counts as one, and gets its name only once it is whole.
   * @param snapshot writes a copy of the current data to a path
   * @param passphrase null means that whoever has the file can read it
   */
  make(
    folder: string,
    kind: BackupKind,
    at: number,
    passphrase: string | null,
    snapshot: (path: string, isGivenUp: () => boolean) => Promise<void>,
  ): Promise<Result<BackupFile>>;
  /** Moves copies that were made before another version changed the database to the other backups. */
  adopt(folder: string, passphrase: string | null): Promise<void>;
  /** Reads all of it back into a scratch copy, and compares it with what was noted about it. */
  verify(folder: string, name: string, passphrase: string | null): Promise<Result<BackupContents>>;
  /**
   * Does the same as {@link verify}, and leaves the copy ready to replace the data.
   * @param passphrases those that may open it and the opt-out list beside it
   */
  fetch(folder: string, name: string, passphrases: readonly string[]): Promise<Result<BackupContents>>;
  /** Acts as if a backup without any content had been fetched. */
  fetchNothing(): Promise<void>;
  /** Stops what is being done. */
  stop(): void;
  /** Remembers the folder on this computer, so that it is known even if the data cannot be read. */
  remember(folder: string): void;
  /** The folder that {@link remember} was given last, or else {@link ownFolder}. */
  remembered(): string;
}
