import { ReadlineParser } from '@serialport/parser-readline';
import { PromptSplitter } from '../at/prompt-splitter.ts';

/**
 * Turns octets into lines. The splitter in front makes every line ending and the prompt a line feed; the parser then splits.
 * Latin-1 keeps each octet one character, so that garbage stays unchanged.
 */
export class LineReader {
  readonly #splitter = new PromptSplitter();
  readonly #parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1', readableObjectMode: true });

  onLine(listener: (line: string) => void): void {
    this.#parser.on('data', listener);
  }

  setPromptExpected(expected: boolean): void {
    this.#splitter.promptExpected = expected;
  }

  push(chunk: Uint8Array): void {
    const prepared = this.#splitter.split(chunk);
    if (prepared.length > 0) this.#parser.write(prepared);
  }

  end(): void {
    this.#parser.removeAllListeners('data');
    this.#parser.destroy();
  }
}
