// How programs that run in Node become one file each, with everything in it but what is loaded at run time.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './toolchain.mjs';

/** Loaded at run time: native modules, and what the runtime brings. */
const EXTERNAL = ['electron', 'better-sqlite3', 'serialport', '@serialport/parser-readline'];

/**
 * Bundles programs together: what they share becomes chunks beside them.
 * @param {Record<string, string>} entries their paths from the root, by the name of the file that each becomes
 * @param {{ outDir: string, format?: 'es' | 'cjs', emptyOutDir?: boolean, logLevel?: 'error' | 'info', isShort?: boolean, define?: Record<string, string> }} options
 * `isShort`: without comments and long names, for what is started by the hundred; `define`: what stands for a name in the code
 */
export function bundle(
  entries,
  { outDir, format = 'es', emptyOutDir = false, logLevel = 'error', isShort = false, define = {} },
) {
  return build({
    root,
    configFile: false,
    logLevel,
    define,
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir,
      target: 'node20',
      minify: isShort,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external: EXTERNAL,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}
