/** Where a modem is reached. There is one implementation for real ports, and one in memory for tests and the Demo line. */
export interface Transport {
  /** The name a person would use: `/dev/ttyUSB0`, `COM3`, `Demo line`. */
  readonly name: string;
  /**
   * @param options.locate the modem may be behind another port by now: look for it before trying the known one
   * @throws TransportError
   */
  open(options?: { readonly locate: boolean }): Promise<Link>;
}

/** An open connection. Writing to a closed one is ignored: the closing is reported by an event, and nothing throws. */
export interface Link {
  write(text: string): void;
  /** The next `> ` at the start of a line is a prompt ([L3]). */
  setPromptExpected(expected: boolean): void;
  onLine(listener: (line: string) => void): void;
  /** Called once, with a reason where there is one. */
  onClose(listener: (reason: string | null) => void): void;
  close(): Promise<void>;
}

export type TransportErrorCode = 'not-found' | 'busy' | 'no-permission' | 'failed';

export class TransportError extends Error {
  readonly code: TransportErrorCode;
  /** The program that holds the port, where that is known. */
  readonly holder: string | null;
  constructor(code: TransportErrorCode, message: string, options: ErrorOptions & { holder?: string | null } = {}) {
    super(message, options);
    this.name = 'TransportError';
    this.code = code;
    this.holder = options.holder ?? null;
  }
}
