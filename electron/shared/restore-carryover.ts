/** What outlasts putting a backup back. */
export interface CarriedOver {
  /** By key; null: they are not known. */
  readonly settings: Readonly<Record<string, string>> | null;
  readonly backupFolder: string;
  /** Who asked to be forgotten, by hash. */
  readonly erasures: readonly { readonly hash: string; readonly at: number }[];
  /** Hashes of the keys that open something; null: they are not known. */
  readonly accessTokens: readonly string[] | null;
}

/** The data could not be read at all. */
export function nothingCarried(folder: string, ownFolder: string): CarriedOver {
  return { settings: null, backupFolder: folder === ownFolder ? '' : folder, erasures: [], accessTokens: null };
}
