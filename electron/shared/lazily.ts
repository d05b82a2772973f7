/** Makes an object when it is first needed and then keeps it, so that what takes long to make does not slow down the start. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
