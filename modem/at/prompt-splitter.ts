const LF = 0x0a;
const CR = 0x0d;
const NUL = 0x00;
const SPACE = 0x20;
const PROMPT = 0x3e;
/** No valid line is longer: a PDU has 176 octets. Garbage without a line ending is cut here. */
const MAX_LINE_OCTETS = 4096;

/**
 * Prepares raw octets for a parser that splits at line feeds: every CR becomes one, NULs vanish, and the `> ` prompt,
 * which has no line ending (TS 27.005 §3.5.1, [L3]), gets one - but only while a prompt is awaited and at the start of
 * a line. Pure but for the little it remembers between chunks, so any chunking gives the same lines ([L7]).
 */
export class PromptSplitter {
  /** Set while a command waits for its prompt. Found prompts clear it. */
  promptExpected = false;
  #column = 0;

  split(chunk: Uint8Array): Uint8Array {
    const out = new Uint8Array(chunk.length * 2);
    let length = 0;
    for (const octet of chunk) {
      if (octet === NUL) continue;
      if (octet === LF || octet === CR) {
        out[length++] = LF;
        this.#column = 0;
        continue;
      }
      if (this.#column === 0 && octet === SPACE) continue;
      out[length++] = octet;
      this.#column += 1;
      const isPrompt = this.promptExpected && this.#column === 1 && octet === PROMPT;
      if (isPrompt || this.#column >= MAX_LINE_OCTETS) {
        if (isPrompt) this.promptExpected = false;
        out[length++] = LF;
        this.#column = 0;
      }
    }
    return out.subarray(0, length);
  }
}
