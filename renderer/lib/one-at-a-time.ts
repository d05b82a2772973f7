/**
 * Answers of the desk may overtake each other, and an older one must not take the place of a newer. What is read by this is read by
 * one call at a time; asked for meanwhile, it is read once more. Resolves when what is kept is not older than the call.
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
