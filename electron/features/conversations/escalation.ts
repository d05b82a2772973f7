import { DAY, MINUTE } from '../../shared/durations.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { displayNumber, parseRecipient } from '../../shared/phone.ts';
import { dateOf } from '../opening-hours/wall-hours.ts';
import type { DeskContext } from '../../core/context.ts';
import { OWNER_WORDS } from '../../locales/owners.ts';
import { publishMessage } from './publish.ts';
import type { OwnerMail } from '../owner-mail/owner-mail.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { Service } from '../../core/service.ts';

/** People soon stop looking at a phone that is told about every customer. */
const BETWEEN_MS = 30 * MINUTE;
const MOST_A_DAY = 10;
const SETTING = 'escalation.sent';
const LONGEST_NAME = 40;
const LONGEST_SHOP_NAME = 30;
export const ESCALATION_SOURCE: ProgramSource = '@escalation';

/** The owner is also told by e-mail if they want that. */
type OwnersMail = Pick<OwnerMail, 'wants' | 'waiting'>;

/** The last alert: if nobody has answered during opening hours, the owner's phone gets a text. It is sent once for each wait. */
export class Escalation implements Service {
  readonly #context: DeskContext;
  readonly #outbox: Outbox;
  readonly #shopName: () => string;
  readonly #mail: OwnersMail;

  constructor(context: DeskContext, outbox: Outbox, shopName: () => string, mail: OwnersMail) {
    this.#context = context;
    this.#outbox = outbox;
    this.#shopName = shopName;
    this.#mail = mail;
  }

  get dueAt(): number | null {
    const { store, clock, calendar } = this.#context;
    const afterMs = this.#afterMs;
    if (afterMs === null) return null;
    const [first] = store.waitingCustomers.unescalated();
    const now = clock.now();
    const waited = first === undefined ? null : calendar.waitedUntil(first.waiting_since, afterMs, now);
    if (waited === null) return null;
    const due = Math.max(waited, this.#freeAt(now));
    // If it became due while nobody checked and the shop is now closed, it waits until the shop opens.
    return due <= now ? calendar.opensAt(now) : due;
  }

  /** Reports everybody who has waited too long, in one text. */
  onDue(): void {
    const { store, clock, calendar } = this.#context;
    const afterMs = this.#afterMs;
    const now = clock.now();
    if (afterMs === null || !calendar.isOpen(now) || this.#freeAt(now) > now) return;
    const late = store.waitingCustomers
      .unescalated()
      .filter(
        ({ waiting_since }) => (calendar.waitedUntil(waiting_since, afterMs, now) ?? Number.POSITIVE_INFINITY) <= now,
      );
    const [longest] = late;
    const row = longest === undefined ? null : store.conversations.byId(longest.id);
    if (row === null || longest === undefined) return;
    const sent = this.#context.unit(() => {
      for (const { id } of late) store.waitingCustomers.setEscalated(id);
      store.settings.set(SETTING, JSON.stringify([...this.#sentSince(now - DAY), now]));
      this.#mail.waiting(late.length, longest.waiting_since);
      if (!this.#isTexted) return null;
      return this.#outbox.write({
        to: this.#context.settings().ownerPhone,
        text: this.#text(late.length, row.name ?? displayNumber(row.number, this.#context.country()), longest, now),
        purpose: 'system',
        lineId: row.line_id,
        notBefore: null,
        expiresAt: now + BETWEEN_MS,
        source: ESCALATION_SOURCE,
      });
    });
    if (sent !== null) publishMessage(this.#context, sent);
  }

  /** Null if the owner is not to be told. */
  get #afterMs(): number | null {
    const { ownerMinutes } = this.#context.settings();
    return ownerMinutes === 0 || (!this.#isTexted && !this.#mail.wants('waiting')) ? null : ownerMinutes * MINUTE;
  }

  /** Whether a number was entered and is a valid one. */
  get #isTexted(): boolean {
    const { ownerPhone } = this.#context.settings();
    return ownerPhone !== '' && parseRecipient(ownerPhone, this.#context.country())?.kind === 'phone';
  }

  /** From when on the owner may be told again. */
  #freeAt(now: number): number {
    const sent = this.#sentSince(now - DAY);
    const last = sent.at(-1);
    const oldest = sent.length < MOST_A_DAY ? undefined : sent.at(-MOST_A_DAY);
    return Math.max(last === undefined ? 0 : last + BETWEEN_MS, oldest === undefined ? 0 : oldest + DAY);
  }

  #sentSince(since: number): readonly number[] {
    const kept = JSON.parse(this.#context.store.settings.get(SETTING) ?? '[]') as readonly number[];
    return kept.filter((at) => at > since);
  }

  #text(count: number, who: string, { waiting_since }: { readonly waiting_since: number }, now: number): string {
    const language = this.#context.ownerLanguage();
    const wording = OWNER_WORDS[language].waiting;
    const { zone } = this.#context.calendar;
    const isToday = dateOf(waiting_since, zone).equals(dateOf(now, zone));
    const since = new Intl.DateTimeFormat(language, {
      ...(isToday ? {} : { weekday: 'long' }),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(waiting_since);
    const name = who.slice(0, LONGEST_NAME).toWellFormed();
    const shop = this.#shopName().slice(0, LONGEST_SHOP_NAME).toWellFormed();
    return `${shop}: ${count === 1 ? wording.one(name, since) : wording.several(count, name, since)}`;
  }
}
