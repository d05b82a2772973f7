/** What somebody wrote one below the other, or with commas between: each once, without empty ones. */
export function linesOf(input: string, between: RegExp): string[] {
  return [...new Set(input.split(between).map((line) => line.replace(/\s+/g, ' ').trim().slice(0, 200)))].filter(
    (line) => line !== '',
  );
}
