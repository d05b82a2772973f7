import { listPorts, Signal } from '../../modem/index.ts';
import type { Clock } from '../shared/clock.ts';
import type { AppState, ContractEvent } from '../shared/contract.ts';
import type { Logger } from '../shared/logger.ts';
import { rowOf } from '../shared/ids.ts';
import { displayNumber, parseRecipient, type CountryCode } from '../shared/phone.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { LineView, MessageView, Purpose } from '../shared/views.ts';
import type { Store } from '../store/store.ts';
import { Alarm } from './alarm.ts';
import { announceMessage, type DeskContext, type DeskEvent } from './context.ts';
import { Conversations, type Page } from './conversations.ts';
import { Inbox } from './inbox.ts';
import { Lines } from './lines.ts';
import { countryOfImsi } from './mcc.ts';
import { messageView } from './view.ts';
import { recoverInterrupted } from './recovery.ts';
import { Outbox, type Idempotency, type SendRequest } from './outbox.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  /** Overrides what the SIM says. */
  readonly country: CountryCode | null;
  /** Used where neither the owner nor the SIM says. */
  readonly fallbackCountry: CountryCode;
}

/** Which modem to use at the start: the one configured (else the Demo line), a port, the Demo line, or none. */
export type ModemChoice = 'auto' | 'demo' | 'none' | { readonly path: string };

const SETTING = { modemPath: 'modem.path', shopName: 'shop.name' } as const;
const EARLY_REPORTS_KEPT_MS = 7 * 24 * 3_600_000;
const DEFAULT_SHOP_NAME = 'My shop';

/** The service desk: everything behind the window and the API, over one store and its lines. */
export class Desk {
  readonly events = new Signal<ContractEvent>();
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly lines: Lines;
  readonly #options: DeskOptions;
  readonly #context: DeskContext;
  readonly #inbox: Inbox;
  readonly #alarm: Alarm;

  constructor(options: DeskOptions) {
    this.#options = options;
    const deskEvents = new Signal<DeskEvent>();
    this.#context = {
      store: options.store,
      clock: options.clock,
      logger: options.logger,
      events: deskEvents,
      country: () => this.country,
    };
    this.conversations = new Conversations(this.#context);
    this.outbox = new Outbox(this.#context);
    this.#inbox = new Inbox(this.#context);
    this.lines = new Lines(this.#context, {
      accept: (line, pdu) => {
        this.#inbox.accept(line, pdu);
        this.#alarm.rearm();
      },
    });
    this.#alarm = new Alarm(options.clock, {
      earliest: () => this.#earliest(),
      ring: () => this.#onAlarm(),
    });
    deskEvents.on((event) => {
      this.events.emit(event);
      // A state may have brought a new time to wake at: an attempt later, a hold.
      if (event.type !== 'message.changed') return;
      this.#alarm.rearm();
      // Taken back, by us or by the customer's STOP: what stood behind it may go.
      if (event.value.state === 'cancelled') this.lines.kick();
    });
    this.outbox.changed.on(() => this.lines.kick());
    this.lines.changed.on((value) => this.events.emit({ type: 'line.changed', value }));
  }

  /** Puts right what a crash left, then opens the line. */
  async start(modem: ModemChoice): Promise<void> {
    this.#options.store.parts.pruneEarlyReports(this.#options.clock.now() - EARLY_REPORTS_KEPT_MS);
    recoverInterrupted(this.#context);
    this.#inbox.resume();
    this.#onAlarm();
    this.#alarm.rearm();
    if (modem === 'none') return;
    const path =
      modem === 'auto' ? this.#options.store.settings.get(SETTING.modemPath) : modem === 'demo' ? null : modem.path;
    if (path === null) await this.lines.startDemo();
    else await this.lines.connect(path, null);
  }

  /** Finishes what is under way and lets go of the modem. The store is the caller's to close. */
  async stop(): Promise<void> {
    this.#alarm.stop();
    this.outbox.stop();
    await this.lines.detach();
  }

  get country(): CountryCode {
    const imsi = this.lines.facts?.imsi ?? this.lines.current?.imsi ?? null;
    return this.#options.country ?? countryOfImsi(imsi) ?? this.#options.fallbackCountry;
  }

  get state(): AppState {
    return {
      version: this.#options.version,
      shopName: this.#options.store.settings.get(SETTING.shopName) ?? DEFAULT_SHOP_NAME,
      lines: this.lines.views,
      counts: this.conversations.counts(),
      queue: this.#options.store.messages.queueCounts(),
    };
  }

  setShopName(name: string): AppState {
    this.#options.store.settings.set(SETTING.shopName, name.trim() || DEFAULT_SHOP_NAME);
    const { state } = this;
    this.events.emit({ type: 'app.changed', value: state });
    return state;
  }

  /** A text to a number, by the line in use. */
  send(
    request: {
      to: string;
      text: string;
      purpose: Purpose;
      notBefore: number | null;
      expiresAt: number | null;
      line: number | null;
    },
    idempotency: Idempotency | null,
  ): Result<MessageView> {
    const line = this.#lineFor(request.line);
    return line.ok ? this.outbox.enqueue(requestOn(request, line.value), idempotency) : line;
  }

  sendAll(requests: readonly Parameters<Desk['send']>[0][]): readonly Result<MessageView>[] {
    const lines = requests.map(({ line }) => this.#lineFor(line));
    const sendable = requests.flatMap((request, i) => {
      const line = lines[i];
      return line?.ok === true ? [requestOn(request, line.value)] : [];
    });
    const results = this.outbox.enqueueAll(sendable)[Symbol.iterator]();
    return lines.map((line) => (line.ok ? (results.next().value as Result<MessageView>) : line));
  }

  message(id: string): Result<MessageView> {
    const row = rowOf('m', id);
    const found = row === null ? null : this.#options.store.messages.byId(row);
    return found === null ? refuse('not-found', 'There is no such message.') : ok(messageView(found));
  }

  /** Texts by the order they were made; `after` is the row number of the last one known. */
  listMessages(filter: Parameters<Store['messages']['list']>[0]): Page<MessageView> {
    const rows = this.#options.store.messages.list({ ...filter, limit: filter.limit + 1 });
    const items = rows.slice(0, filter.limit).map(messageView);
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
  }

  checkNumber(number: string): { number: string | null; display: string | null } {
    const party = parseRecipient(number, this.country);
    return party === null
      ? { number: null, display: null }
      : { number: party.value, display: displayNumber(party.value, this.country) };
  }

  async ports(): Promise<readonly { path: string; description: string | null }[]> {
    return (await listPorts()).map(({ path, description }) => ({ path, description }));
  }

  async connect(path: string, pin: string | null): Promise<readonly LineView[]> {
    this.#options.store.settings.set(SETTING.modemPath, path);
    await this.lines.connect(path, pin);
    return this.#lineChanged();
  }

  async startDemo(): Promise<readonly LineView[]> {
    this.#options.store.settings.remove(SETTING.modemPath);
    await this.lines.startDemo();
    return this.#lineChanged();
  }

  #lineChanged(): readonly LineView[] {
    this.events.emit({ type: 'app.changed', value: this.state });
    return this.lines.views;
  }

  #lineFor(row: number | null): Result<number> {
    const { current } = this.lines;
    if (row !== null && this.#options.store.lines.byId(row) === null)
      return refuse('not-found', 'There is no such line.');
    if (current === null) return refuse('no-line', 'There is no line yet: connect a modem first.');
    if (row !== null && row !== current.id) return refuse('no-line', 'The modem of this line is not connected.');
    return ok(current.id);
  }

  #earliest(): number | null {
    const wake = this.#options.store.messages.earliestWake();
    const gap = this.#inbox.gapsDueAt();
    return wake === null || gap === null ? (wake ?? gap) : Math.min(wake, gap);
  }

  #onAlarm(): void {
    const { store, clock } = this.#options;
    for (const id of store.messages.wakeDue(clock.now())) announceMessage(this.#context, id, 'message.changed');
    this.#inbox.showGaps();
    this.lines.kick();
  }
}

function requestOn(
  { to, text, purpose, notBefore, expiresAt }: Parameters<Desk['send']>[0],
  lineId: number,
): SendRequest {
  return { to, text, purpose, notBefore, expiresAt, lineId };
}
