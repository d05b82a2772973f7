/** Made when it is asked for the first time, and kept: what takes long to make does not make the program start later. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
