/** Bundles programs together, by the name of the file that each becomes; their paths are from the root. */
export function bundle(
  entries: Readonly<Record<string, string>>,
  options: {
    outDir: string;
    format?: 'es' | 'cjs';
    emptyOutDir?: boolean;
    logLevel?: 'error' | 'info';
    isShort?: boolean;
  },
): Promise<unknown>;
