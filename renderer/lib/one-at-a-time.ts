/**
 * Answers of the desk may overtake each other, and an older one must not replace a newer one. This runs one read at a time; if
 * another is asked for meanwhile, it reads once more. Resolves when the stored result is not older than the call.
 */
export function oneAtATime(read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        await read();
      } while (again as boolean);
    } finally {
      reading = null;
    }
  };
  return () => {
    again = reading !== null;
    return (reading ??= run());
  };
}
