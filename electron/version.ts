import { readFileSync } from 'node:fs';

/** The version in package.json, which stands one folder above the sources; beside the built files is one of their own. */
function readVersion(): string {
  for (const place of ['./package.json', '../package.json']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (manifest.name === 'counterline' && manifest.version !== undefined) return manifest.version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return '0.0.0';
}

export const VERSION = readVersion();
