/** What is kept when a backup is restored. */
export interface CarriedOver {
  /** Settings by key; null if they are not known. */
  readonly settings: Readonly<Record<string, string>> | null;
  readonly backupFolder: string;
  /** The erased customers, by hash. */
  readonly erasures: readonly { readonly hash: string; readonly at: number }[];
  /** Hashes of the keys that give access; null if they are not known. */
  readonly accessTokens: readonly string[] | null;
}

/** Used when the data could not be read at all. */
export function nothingCarried(folder: string, ownFolder: string): CarriedOver {
  return { settings: null, backupFolder: folder === ownFolder ? '' : folder, erasures: [], accessTokens: null };
}
