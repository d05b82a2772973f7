import type { Clock } from '../clock.ts';
import { Emitter } from '../events.ts';
import { addressOf } from '../pdu/address.ts';
import { PduError } from '../pdu/pdu-error.ts';
import { planContents, planSegments, type SegmentOptions } from '../pdu/segmentation.ts';
import { decodeTpdu, encodeDeliver, encodeStatusReport, toPdu, type SubmitTpdu } from '../pdu/tpdu.ts';
import { concatenationOf } from '../pdu/user-data-header.ts';

/** A phone as the network sees it: it accepts a delivery, or says that it has no room. */
export interface Subscriber {
  readonly msisdn: string;
  /** False: its memory is full, or it is unplugged or off; the network keeps the PDU and offers it again. */
  accept(pdu: string, kind: 'text' | 'report'): boolean;
}

/** A whole text that reached its customer. */
export interface ReceivedText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** One part as the network took it. */
export interface SubmittedPart {
  readonly from: string;
  readonly reference: number;
  readonly tpdu: SubmitTpdu;
}

export type SubmitResult =
  { readonly ok: true; readonly reference: number } | { readonly ok: false; readonly cms: number };

export interface NetworkOptions {
  readonly clock: Clock;
  /** From AT+CMGS's PDU to its answer, in milliseconds; 0 answers at once. */
  readonly latencyMs?: number;
  /** From submission to the delivery report; null: no reports at all. */
  readonly reportDelayMs?: number | null;
}

const SERVICE_CENTRE = '+491710760000';
const DELIVERED = 0x00;
const AGAIN_AFTER_MS = 5_000;
const TRIES_EVERY_MS = 60_000;

/** The network behind simulated modems: a service center, the customers' phones, and everything sent between them. */
export class Network {
  readonly name = 'Demo Mobile';
  latencyMs: number;
  reportDelayMs: number | null;
  /** False: modems are not registered, sending answers CMS 331. */
  covered = true;
  /** Every segment ever taken, in order: tests compare their records with it. */
  readonly submitted: SubmittedPart[] = [];
  /** While true, reports wait in the network: the customers' phones are off. */
  /** TP-ST of the report on a part; delivered unless a test says otherwise. */
  reportStatus: (tpdu: SubmitTpdu) => number = () => DELIVERED;
  /** The service centre's clock, which may be wrong or stand still (UTC ms). */
  serviceCentreTime: () => number;
  #reportsHeld = false;
  readonly #heldReports: (() => void)[] = [];
  /** The carrier's answers to short codes; null: no answer ever comes. */
  readonly ussd = new Map<string, string | null>([['*100#', 'Your balance is 12.34 EUR, valid until 31.12.2027.']]);
  readonly textReceived = new Emitter<ReceivedText>();
  readonly coverageChanged = new Emitter<boolean>();
  readonly #clock: Clock;
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #waiting = new Map<string, { pdu: string; kind: 'text' | 'report' }[]>();
  readonly #assembling = new Map<string, (string | undefined)[]>();
  readonly #references = new Map<string, number>();
  readonly #tryingAgain = new Set<string>();
  #concatenationReference = 0;

  constructor(options: NetworkOptions) {
    this.#clock = options.clock;
    this.serviceCentreTime = () => this.#clock.now();
    this.latencyMs = options.latencyMs ?? 0;
    this.reportDelayMs = options.reportDelayMs === undefined ? 0 : options.reportDelayMs;
  }

  attach(subscriber: Subscriber): void {
    this.#subscribers.set(subscriber.msisdn, subscriber);
    this.offerWaiting(subscriber.msisdn);
  }

  /** Holds delivery reports back, or releases the ones that were held back. */
  holdReports(held: boolean): void {
    this.#reportsHeld = held;
    if (!held) for (const deliver of this.#heldReports.splice(0)) deliver();
  }

  detach(msisdn: string): void {
    this.#subscribers.delete(msisdn);
  }

  setCoverage(covered: boolean): void {
    this.covered = covered;
    this.coverageChanged.emit(covered);
    for (const msisdn of this.#subscribers.keys()) this.offerWaiting(msisdn);
  }

  /** How many PDUs wait for a subscriber with room. */
  waitingFor(msisdn: string): number {
    return this.#waiting.get(msisdn)?.length ?? 0;
  }

  /** A modem hands over a SUBMIT TPDU. */
  submit(from: string, octets: Uint8Array, done: (result: SubmitResult) => void): void {
    const answer = (): void => done(this.#take(from, octets));
    if (this.latencyMs > 0) this.#clock.after(this.latencyMs, answer);
    else answer();
  }

  /**
   * A customer sends a text to a subscriber, cut as a phone would.
   * @param order the order in which the parts arrive, 0-based; as they are by default
   */
  sendText(from: string, to: string, text: string, options: SegmentOptions & { order?: readonly number[] } = {}): void {
    const plan = planSegments(text, options);
    this.#concatenationReference = (this.#concatenationReference + 1) & 0xff;
    const contents = planContents(plan, this.#concatenationReference, options.referenceBits ?? 8);
    const order = options.order ?? contents.map((_, i) => i);
    for (const i of order) {
      const content = contents[i];
      if (content === undefined) continue;
      const originator = addressOf(from);
      this.deliver(
        to,
        toPdu(encodeDeliver({ originator, content, serviceCentreTimeUtcMs: this.serviceCentreTime() }), SERVICE_CENTRE),
        'text',
      );
    }
  }

  /** Any PDU, also malformed ones. */
  deliver(to: string, pdu: string, kind: 'text' | 'report'): void {
    const waiting = this.#waiting.get(to) ?? [];
    waiting.push({ pdu, kind });
    this.#waiting.set(to, waiting);
    this.offerWaiting(to);
  }

  /** A subscriber did not confirm that it has the PDU: it is tried again a moment later, before those that came after it. */
  bringAgain(to: string, pdu: string, kind: 'text' | 'report'): void {
    this.#waiting.set(to, [{ pdu, kind }, ...(this.#waiting.get(to) ?? [])]);
    this.#clock.after(AGAIN_AFTER_MS, () => this.offerWaiting(to));
  }

  /** A subscriber says that it has room again. */
  offerWaiting(msisdn: string): void {
    const subscriber = this.#subscribers.get(msisdn);
    const waiting = this.#waiting.get(msisdn);
    if (subscriber === undefined || waiting === undefined || !this.covered) return;
    while (waiting.length > 0) {
      const next = waiting[0] as { pdu: string; kind: 'text' | 'report' };
      if (!subscriber.accept(next.pdu, next.kind)) {
        this.#tryAgain(msisdn);
        return;
      }
      waiting.shift();
    }
  }

  /** A phone that never says when it has room is tried again anyway. */
  #tryAgain(msisdn: string): void {
    if (this.#tryingAgain.has(msisdn)) return;
    this.#tryingAgain.add(msisdn);
    this.#clock.after(TRIES_EVERY_MS, () => {
      this.#tryingAgain.delete(msisdn);
      this.offerWaiting(msisdn);
    });
  }

  #take(from: string, octets: Uint8Array): SubmitResult {
    if (!this.covered) return { ok: false, cms: 331 };
    let tpdu: SubmitTpdu;
    try {
      tpdu = decodeTpdu(octets, 'to-network') as SubmitTpdu;
    } catch (error) {
      if (!(error instanceof PduError)) throw error;
      return { ok: false, cms: 304 };
    }
    const reference = ((this.#references.get(from) ?? -1) + 1) & 0xff;
    this.#references.set(from, reference);
    this.submitted.push({ from, reference, tpdu });
    this.#assemble(from, tpdu);
    if (tpdu.statusReportRequest) this.#report(from, reference, tpdu);
    return { ok: true, reference };
  }

  #report(from: string, reference: number, tpdu: SubmitTpdu): void {
    if (this.reportDelayMs === null) return;
    const sentAt = this.serviceCentreTime();
    this.#clock.after(this.reportDelayMs, () => {
      const report = encodeStatusReport({
        messageReference: reference,
        recipient: tpdu.destination,
        serviceCentreTimeUtcMs: sentAt,
        dischargeTimeUtcMs: this.serviceCentreTime(),
        status: this.reportStatus(tpdu),
      });
      const deliver = (): void => this.deliver(from, toPdu(report, SERVICE_CENTRE), 'report');
      if (this.#reportsHeld) this.#heldReports.push(deliver);
      else deliver();
    });
  }

  #assemble(from: string, tpdu: SubmitTpdu): void {
    const to = tpdu.destination.value;
    const text = tpdu.userData.text ?? '';
    const concatenation = concatenationOf(tpdu.userData.elements);
    if (concatenation === null) {
      this.#arrive({ from, to, text });
      return;
    }
    const { reference, total, sequence } = concatenation;
    const key = `${from}>${to}/${reference}/${total}`;
    const parts = this.#assembling.get(key) ?? Array.from<string | undefined>({ length: total });
    parts[sequence - 1] = text;
    this.#assembling.set(key, parts);
    if (parts.some((part) => part === undefined)) return;
    this.#assembling.delete(key);
    this.#arrive({ from, to, text: parts.join('') });
  }

  #arrive(received: ReceivedText): void {
    this.textReceived.emit(received);
    // Two simulated SIMs can text each other.
    if (this.#subscribers.has(received.to)) this.sendText(received.from, received.to, received.text);
  }
}
