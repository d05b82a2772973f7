/** A slot of one of the modem's memories. */
export interface Place {
  readonly memory: string;
  readonly slot: number;
}

/** How a PDU came. */
export interface Arrival {
  /** Where it was read; null: the modem handed it over without storing it. */
  readonly place: Place | null;
  /** The modem gave it as a delivery report: whatever can be read of it, it is nobody's text. */
  readonly isReport: boolean;
  /** It came while the line listened; false: it was found where it may have lain for long. */
  readonly isNew: boolean;
  /** When the modem told of it, or handed it over (UTC ms); null: it was found. */
  readonly announcedAt: number | null;
  /** It was not written before then (UTC ms); null: it may have waited for long, on the SIM or in the network. */
  readonly notBefore: number | null;
}

/** Who keeps what the modem received. */
export interface InboundSink {
  /**
   * Takes a received PDU for keeps. When it returns, the PDU is on disk; only then is the SIM's copy deleted. Taking the
   * same copy twice must make one message. If it throws, the copy stays and a later sweep brings it again.
   */
  accept(pdu: string, arrival: Arrival): void;
  /** The modem has deleted its copy, or told the network that it arrived: the same octets from now on are another text. */
  settled(pdu: string, place: Place | null): void;
  /** Every slot of a memory was looked at; these hold something, all others are free. */
  swept(memory: string, occupied: readonly number[]): void;
}

export interface SlotCounts {
  readonly used: number;
  readonly total: number;
  /** The modem refuses to delete what we have. */
  readonly keepsTexts: boolean;
}
