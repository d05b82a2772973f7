/** Where the modem's code reports what it did. The lines it gets contain no numbers and no message texts. */
export interface ModemLogger {
  debug(details: Readonly<Record<string, unknown>>, message: string): void;
  info(details: Readonly<Record<string, unknown>>, message: string): void;
  warn(details: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLogger: ModemLogger = { debug() {}, info() {}, warn() {} };
