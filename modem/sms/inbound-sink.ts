/** A slot of one of the modem's memories. */
export interface Place {
  readonly memory: string;
  readonly slot: number;
}

/** How a PDU came. */
export interface Arrival {
  /** The slot it was read from; null: the modem handed it over without storing it. */
  readonly place: Place | null;
  /** The modem marked it as a delivery report: however much of it can be read, it is not a customer's message. */
  readonly isReport: boolean;
  /** It came while the line was listening. False: it was found where it may have been stored for a long time. */
  readonly isNew: boolean;
  /** When the modem announced it or handed it over (UTC ms); null: it was found. */
  readonly announcedAt: number | null;
  /** It was not stored before this time (UTC ms); null: it may have waited for long, on the SIM or in the network. */
  readonly notBefore: number | null;
}

/** Stores what the modem received. */
export interface InboundSink {
  /**
   * Stores a received PDU for good. When this returns, the PDU is on disk; only then is the SIM's copy deleted. Accepting the
   * same copy twice must make one message. If it throws, the copy stays and a later sweep brings it again.
   */
  accept(pdu: string, arrival: Arrival): void;
  /** The modem has deleted its copy, or told the network that it arrived: from now on the same octets are another message. */
  settled(pdu: string, place: Place | null): void;
  /** Every slot of a memory was read; the given ones are occupied, all others are free. */
  swept(memory: string, occupied: readonly number[]): void;
}

export interface SlotCounts {
  readonly used: number;
  readonly total: number;
  /** The modem refuses to delete messages that we have stored. */
  readonly keepsTexts: boolean;
}
