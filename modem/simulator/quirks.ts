/** How real modems differ from the standard, each on a switch. */
export interface Quirks {
  /** Answers ATE0 with OK and echoes all the same. */
  echoAlways: boolean;
  /** Unasked chatter between and inside answers. */
  noise: boolean;
  /** Octets per write; null writes whole answers. */
  chunkSize: number | null;
  /** `> ` with or without the space. */
  barePrompt: boolean;
  /** Line ending of answers: `\r\n` or Wavecom's `\r\r\n`. */
  lineEnding: '\r\n' | '\r\r\n' | '\n';
  /** One of those that can be played (modem/makes/). */
  make: string;
  /** Settings that AT+CNMI= accepts; null accepts all well-formed ones. */
  acceptedCnmi: readonly string[] | null;
  /** AT+CMGL answers ERROR. */
  listFails: boolean;
  /** Slots of the phone memory ME; 0: there is none. */
  phoneSlots: number;
  /** Commands answered with CME 14 (SIM busy) after each start. */
  busyAnswers: number;
  /** How it gives the operator's answers to codes: as text, as packed septets or as UCS-2, both in hexadecimal. */
  ussd: 'plain' | 'packed' | 'ucs2';
  /** AT+CNUM tells the SIM's number. */
  knowsNumber: boolean;
  /** How results are given after power-on: another program may have left ATV0 (`numbers`) or ATQ1 (`none`) in the profile. */
  results: 'words' | 'numbers' | 'none';
  /** A bare AT is answered with ERROR, everything else properly. */
  refusesBareAt: boolean;
  /** AT+CPMS takes one to three memories, or insists on three, or does not exist. */
  storage: 'any' | 'three' | 'none';
  /** The memories it offers to receive into, where they are fewer than to read from; null: the same. */
  receivingMemories: readonly string[] | null;
  /** The memories it offers; null: SM, SR, and ME where it has slots. */
  memories: readonly string[] | null;
  /** What AT+CNMI=? answers, where that is more than {@link acceptedCnmi} says. */
  cnmiOffer: string | null;
  /** The memory that +CMTI names; null: the one the text lies in. */
  announcedAs: string | null;
  /** What it says when it has started by itself. */
  bootLines: readonly string[];
  /** After power-on texts are words (AT+CMGF=1), not PDUs. */
  textModeFirst: boolean;
  /** AT+CMGF=0 is refused. */
  textModeOnly: boolean;
  /** After power-on commands are echoed. */
  echoFirst: boolean;
  /** Lines that come between each command and its answer, in place of the make's chatter. */
  chatter: readonly string[] | null;
  /** OK to AT+CUSD=1 comes only with the operator's answer. */
  ussdOkLate: boolean;
}

export const NO_QUIRKS: Quirks = {
  echoAlways: false,
  noise: false,
  chunkSize: null,
  barePrompt: false,
  lineEnding: '\r\n',
  make: 'generic',
  acceptedCnmi: null,
  listFails: false,
  phoneSlots: 0,
  busyAnswers: 0,
  ussd: 'plain',
  knowsNumber: true,
  results: 'words',
  refusesBareAt: false,
  storage: 'any',
  receivingMemories: null,
  memories: null,
  cnmiOffer: null,
  announcedAs: null,
  bootLines: ['RDY'],
  textModeFirst: true,
  textModeOnly: false,
  echoFirst: true,
  chatter: null,
  ussdOkLate: false,
};

/** A fault on order: the next matching commands go wrong. */
export interface Fault {
  /** Matched against the command line, or `PDU` for what follows a prompt. */
  readonly match: RegExp;
  /**
   * `reply`: answers this in place of doing it; `silent`: does nothing, says nothing; `lose-answer`: does it and says
   * nothing; `wrong-answer`: does it and says `text`.
   */
  readonly effect: 'reply' | 'silent' | 'lose-answer' | 'wrong-answer';
  readonly text?: string;
  times: number;
}

/** The fault that is played at this command, which is then played once less. */
export function takeFault(faults: readonly Fault[], subject: string): Fault | undefined {
  const fault = faults.find(({ match, times }) => times > 0 && match.test(subject));
  if (fault !== undefined) fault.times -= 1;
  return fault;
}
