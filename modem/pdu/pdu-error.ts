/** Why a PDU was refused. The codes are stable: callers and logs rely on them. */
export type PduErrorCode =
  | 'bad-hex' // not an even number of hexadecimal digits
  | 'truncated' // an element reaches past the end
  | 'bad-header' // UDHI set, but the header does not fit the user data
  | 'unsupported-type' // reserved TP-MTI, or one that cannot travel in this direction
  | 'bad-address' // an address that cannot be encoded or whose length is out of range
  | 'unencodable' // a character that the chosen alphabet does not have
  | 'too-long'; // more user data than one TPDU holds

/** The only error the codec throws. */
export class PduError extends Error {
  readonly code: PduErrorCode;
  constructor(code: PduErrorCode, message: string) {
    super(message);
    this.name = 'PduError';
    this.code = code;
  }
}
