import type { Play } from '../makes/make.ts';
import type { ModemSettings } from './commanded-modem.ts';
import type { Quirks } from './quirks.ts';

/** What the output depends on: the modem's settings and its make. */
export interface Speaking {
  /** Not null: it says nothing. */
  readonly hung: string | null;
  readonly quirks: Quirks;
  readonly settings: ModemSettings;
  readonly play: Play;
}

/** What goes out over the line: results in words or as numbers, chatter in between, in pieces of the size of the make. */
export class ModemOutput {
  readonly #modem: Speaking;
  readonly #send: (octets: Uint8Array) => void;
  #noiseIndex = 0;
  #pending = '';
  #isFlushing = false;

  constructor(modem: Speaking, send: (octets: Uint8Array) => void) {
    this.#modem = modem;
    this.#send = send;
  }

  lines(lines: readonly string[]): void {
    for (const line of lines) this.write(this.#line(line));
  }

  /** An information line of an answer. */
  info(line: string): void {
    this.#noise();
    this.write(this.#modem.settings.verbose ? this.#line(line) : `${line}\r\n`);
  }

  /** The final result of an answer. */
  final(line: string): void {
    const { settings } = this.#modem;
    this.#noise();
    const digit = { OK: '0', ERROR: '4' }[line];
    if (!settings.quiet) this.write(settings.verbose || digit === undefined ? this.#line(line) : `${digit}\r`);
  }

  /** Answers are sent in a later turn of the event loop, never while the command is being written. */
  write(text: string): void {
    if (this.#modem.hung !== null) return;
    this.#pending += text;
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    queueMicrotask(() => {
      this.#isFlushing = false;
      const octets = Buffer.from(this.#pending, 'latin1');
      this.#pending = '';
      const size = this.#modem.quirks.chunkSize ?? Math.max(1, octets.length);
      for (let i = 0; i < octets.length; i += size) this.#send(octets.subarray(i, i + size));
    });
  }

  #noise(): void {
    const { quirks, play } = this.#modem;
    const { chatter } = quirks;
    if (!quirks.noise && chatter === null) return;
    const lines = chatter ?? play.chatter;
    this.write(this.#line(lines[this.#noiseIndex++ % lines.length] as string));
  }

  #line(text: string): string {
    return `${this.#modem.quirks.lineEnding}${text}${this.#modem.quirks.lineEnding}`;
  }
}
