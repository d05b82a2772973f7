import type { Line, LineOptions } from '../line.ts';
import type { ModemFacts } from '../device/initialise.ts';
import type { LifeState } from '../device/life.ts';
import { Emitter } from '../events.ts';
import type { IncomingCall } from '../sms/calls.ts';
import type { SlotCounts } from '../sms/inbound-sink.ts';
import type { SubmitOutcome } from '../sms/outbound.ts';
import { classifySendError } from '../sms/send-errors.ts';
import type { UssdAnswer } from '../sms/ussd.ts';
import type { Network } from './network.ts';
import type { SimCard } from './sim-card.ts';

/**
 * A line without a modem: it hands texts to the simulated network and brings what the network delivers, without a word of AT and
 * without a life of its own. For what is about messages and not about lines: a modem that is watched over for a simulated month
 * costs more than all that happens in it.
 */
export class DirectLine implements Line {
  readonly stateChanged = new Emitter<LifeState>();
  readonly factsChanged = new Emitter<ModemFacts>();
  readonly slotsChanged = new Emitter<SlotCounts>();
  readonly called = new Emitter<IncomingCall>();
  readonly holder = null;
  state: LifeState = { name: 'stopped' };
  facts: ModemFacts | null = null;
  readonly #options: LineOptions;
  readonly #network: Network;
  readonly #sim: SimCard;
  readonly #arrived: string[] = [];
  #stopListening: () => void = () => {};

  constructor(options: LineOptions, network: Network, sim: SimCard) {
    this.#options = options;
    this.#network = network;
    this.#sim = sim;
  }

  start(): void {
    this.facts = factsOf(this.#sim, this.#network);
    this.factsChanged.emit(this.facts);
    this.#stopListening = this.#network.coverageChanged.on(() => this.#look());
    this.#look();
    this.#network.attach({ msisdn: this.#sim.msisdn, accept: (pdu) => this.#accept(pdu) });
  }

  stop(): Promise<void> {
    this.#stopListening();
    this.#network.detach(this.#sim.msisdn);
    this.#become({ name: 'stopped' });
    return Promise.resolve();
  }

  checkNow(): void {
    // There is nothing that could have been missed.
  }

  submit(tpdu: Uint8Array): Promise<SubmitOutcome> {
    return new Promise((resolve) =>
      this.#network.submit(this.#sim.msisdn, tpdu, (result) => {
        if (result.ok) return resolve({ kind: 'sent', reference: result.reference });
        const { class: kind, code } = classifySendError({ kind: 'cms', code: result.cms, text: '' });
        return resolve(kind === 'unknown' ? { kind: 'uncertain', code } : { kind, code });
      }),
    );
  }

  settleSubmission(): void {
    // Its answers are never late.
  }

  keepLinkOpen(): Promise<void> {
    return Promise.resolve();
  }

  ussd(code: string): Promise<UssdAnswer> {
    const text = this.#network.ussd.get(code) ?? null;
    return Promise.resolve(text === null ? { kind: 'no-answer' } : { kind: 'text', text, wantsAnswer: false });
  }

  /** Never at once: a text that the customer's phone sends while ours is being handed over comes after it. */
  #accept(pdu: string): boolean {
    this.#arrived.push(pdu);
    setImmediate(() => {
      const next = this.#arrived.shift();
      if (next === undefined) return;
      const { sink } = this.#options;
      sink.accept(next, { place: null, isReport: false, isNew: true, announcedAt: null, notBefore: null });
      sink.settled(next, null);
    });
    return true;
  }

  #look(): void {
    this.#become(this.#network.covered ? { name: 'ready' } : { name: 'searching', reason: 'searching' });
  }

  #become(state: LifeState): void {
    this.state = state;
    this.stateChanged.emit(state);
  }
}

function factsOf({ imsi, iccid, smsc }: SimCard, network: Network): ModemFacts {
  return {
    manufacturer: 'Counterline',
    model: 'direct line',
    revision: null,
    imei: '350000000000001',
    imsi,
    iccid,
    operator: network.name,
    signalDbm: -71,
    serviceCentre: smsc,
    ownNumber: null,
    keepsLinkOpen: false,
    storage: { readable: ['SM'], missing: [], preferred: 'SM', way: { named: 1, offered: [] }, used: 0, total: 20 },
    notifications: { texts: 'direct', reports: 'direct', acknowledge: false },
    registration: { registered: true, denied: false, roaming: false },
  };
}
