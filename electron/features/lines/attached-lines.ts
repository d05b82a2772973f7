import type { LineSession } from './line-session.ts';

/** The lines whose modem is in use. */
export class AttachedLines {
  readonly #sessions = new Set<LineSession>();

  get all(): readonly LineSession[] {
    return [...this.#sessions];
  }

  /** A line that works, otherwise any line in use; null if none is in use. */
  get best(): LineSession | null {
    return this.all.find(({ isReady }) => isReady) ?? this.all[0] ?? null;
  }

  /** The rows of the lines, those that work first. */
  get ids(): readonly number[] {
    return this.all.toSorted((a, b) => Number(b.isReady) - Number(a.isReady)).map(({ row }) => row.id);
  }

  /** Ports that are held open and need not be looked for. */
  get portsInUse(): readonly string[] {
    return this.all.flatMap(({ port, modem }) =>
      port === null || modem.state.name === 'backing-off' || modem.state.name === 'opening' ? [] : [port],
    );
  }

  ofRow(row: number): LineSession | null {
    return this.all.find((line) => line.row.id === row) ?? null;
  }

  /** The line that is in the modem with this IMEI. */
  inModem(imei: string | null, except: LineSession | null = null): LineSession | null {
    if (imei === null) return null;
    return (
      this.all.find((line) => {
        const { facts, state } = line.modem;
        // While a modem wakes up, what it said before may belong to another one.
        return line !== except && facts?.imei === imei && (state.name === 'ready' || state.name === 'searching');
      }) ?? null
    );
  }

  add(line: LineSession): void {
    this.#sessions.add(line);
  }

  remove(line: LineSession): void {
    this.#sessions.delete(line);
  }
}
