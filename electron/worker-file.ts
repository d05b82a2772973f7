/**
 * Where the program of a thread lies: beside the file that starts it as it was written, or among those that were built.
 * @param here the `import.meta.url` of whoever starts it
 * @param name the file's name without its ending
 */
export function workerFile(here: string, name: string): URL {
  if (here.endsWith('.ts')) return new URL(`${name}.ts`, here);
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `${name}.js`, here);
}
