/** A SIM: identity, PIN and slots for texts. */
export class SimCard {
  readonly imsi: string;
  readonly iccid: string;
  readonly msisdn: string;
  smsc: string;
  pin: string | null;
  pinTriesLeft = 3;
  unlocked: boolean;
  readonly slots: (StoredText | null)[];

  constructor(options: {
    readonly imsi?: string;
    readonly msisdn?: string;
    readonly pin?: string | null;
    readonly slots?: number;
  }) {
    this.imsi = options.imsi ?? '001010123456789';
    this.iccid = `8901${this.imsi}`;
    this.msisdn = options.msisdn ?? '+491700000000';
    this.smsc = '+491710760000';
    this.pin = options.pin ?? null;
    this.unlocked = this.pin === null;
    this.slots = emptySlots(options.slots ?? 20);
  }

  get locked(): 'pin' | 'puk' | null {
    if (this.unlocked) return null;
    return this.pinTriesLeft === 0 ? 'puk' : 'pin';
  }

  enterPin(pin: string): boolean {
    if (this.locked !== 'pin') return this.unlocked;
    this.unlocked = pin === this.pin;
    this.pinTriesLeft = this.unlocked ? 3 : this.pinTriesLeft - 1;
    return this.unlocked;
  }
}

/** <stat> as AT+CMGL gives it: 0 received unread, 1 received read, 2 stored unsent, 3 stored sent. */
export interface StoredText {
  status: 0 | 1 | 2 | 3;
  readonly pdu: string;
}

export function emptySlots(count: number): (StoredText | null)[] {
  return Array.from({ length: count }, () => null);
}
