import { Temporal } from 'temporal-polyfill';
import type { Network, TurnedClock } from '../../modem/index.ts';
import type { Input, Method, Outputs } from '../app/contract.ts';
import type { SampleWords } from '../locales/sample-words.ts';
import type { CustomerLanguage } from '../locales/customer-languages.ts';
import type { WeekHours } from '../shared/hours.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { Result } from '../shared/result.ts';

/** How far back the sample shop goes: a month of reports. */
export const SAMPLE_DAYS = 30;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Numbers that are kept free for films and examples, by country; the last two digits are ours. */
const FREE_NUMBERS: Readonly<Partial<Record<CountryCode, string>>> = {
  AU: '+614915706',
  CA: '+131255501',
  DE: '+4917139200',
  FR: '+336399801',
  GB: '+447700900',
  IE: '+353209174',
  US: '+131255501',
};
/** Where nobody wants to say anything more. */
const USUAL_NUMBERS = '+4917139200';

export interface SampleShopOptions {
  readonly clock: TurnedClock;
  readonly network: Network;
  /** The shop's own number on the simulated network. */
  readonly ownNumber: string;
  readonly invoke: (method: string, input: unknown) => Promise<Result<unknown>>;
  readonly words: SampleWords;
  readonly language: CustomerLanguage;
  readonly country: CountryCode;
  /** IANA. */
  readonly zone: string;
  readonly hours: WeekHours;
  /** The instant that the shop is lived up to. */
  readonly until: number;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly act: () => Promise<void> | void;
}

/** A shop that lives through a month in fast forward, by the same requests that a window makes: all that it shows has happened. */
export class SampleShop {
  readonly #options: SampleShopOptions;
  readonly #words: SampleWords;
  readonly #numbers: readonly string[];
  readonly #events: Event[] = [];
  readonly #random = randomBy(7);
  #sent = 0;
  #orders = 0;

  constructor(options: SampleShopOptions) {
    this.#options = options;
    this.#words = options.words;
    const base = FREE_NUMBERS[options.country] ?? USUAL_NUMBERS;
    this.#numbers = options.words.customers.map((_, i) => `${base}${String(i + 10)}`);
  }

  /** Sets the shop up and lives until the end. The clock must stand {@link SAMPLE_DAYS} before it. */
  async live(): Promise<void> {
    const { clock, until, network } = this.#options;
    network.textReceived.on(({ to, text }) => this.#answer(to, text));
    await clock.advance(MINUTE);
    await this.#setUp();
    this.#plan();
    for (;;) {
      const next = this.#takeNext();
      if (next === null || next.at > until) break;
      await clock.advance(Math.max(0, next.at - clock.now()));
      await next.act();
    }
    await this.#leaveOpen();
    await clock.advance(Math.max(0, until - clock.now()));
  }

  async #ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
    const answer = (await this.#options.invoke(method, input)) as Result<Outputs[M]>;
    if (!answer.ok) throw new Error(`The sample shop: ${method}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  #at(at: number, act: Event['act']): void {
    this.#events.push({ at, order: this.#events.length, act });
  }

  /** Few thousand at most: looking through them is nothing beside what one of them does. */
  #takeNext(): Event | null {
    let best = -1;
    for (const [i, event] of this.#events.entries()) {
      const other = this.#events[best];
      if (other === undefined || event.at < other.at || (event.at === other.at && event.order < other.order)) best = i;
    }
    return best < 0 ? null : (this.#events.splice(best, 1)[0] ?? null);
  }

  async #setUp(): Promise<void> {
    const { services, staff, tags, templates, faqs, survey, fields, customers, broadcast } = this.#words;
    for (const [i, name] of tags.entries()) await this.#ask('tags.save', { id: null, name, hue: (28 + i * 107) % 360 });
    for (const name of staff) {
      await this.#ask('people.save', { id: null, name });
      await this.#ask('resources.save', { id: null, name, hours: null, exceptions: [], serviceIds: null });
    }
    for (const template of templates) await this.#ask('templates.save', { id: null, ...template });
    const reminders = [{ when: { minutes: 24 * 60 }, text: '', asks: true }];
    for (const service of services)
      await this.#ask('services.save', { id: null, ...service, buffer: 5, text: '', reminders, cutoffHours: 2 });
    const { language } = this.#options;
    for (const { name, phrasings, keywords, answer } of faqs) {
      const wording = { language, phrasings: [...phrasings], keywords: [...keywords], answer };
      await this.#ask('faqs.save', { id: null, name, enabled: true, wordings: [wording] });
    }
    await this.#ask('settings.set', { closedAnswer: true });
    await this.#ask('contactFields.save', { id: null, name: fields.color, kind: 'text', choices: [] });
    await this.#ask('surveys.save', {
      id: null,
      name: survey.name,
      enabled: true,
      after: ['appointment'],
      delayMinutes: 60,
      steps: [{ kind: 'satisfaction', text: survey.asks, choices: [] }],
      thanks: survey.thanks,
      lowTagId: null,
      highTagId: null,
    });
    for (const [i, name] of customers.entries()) {
      const number = this.#numbers[i] as string;
      await this.#ask('contacts.save', {
        id: null,
        contact: { name, numbers: [{ number, label: '' }], tagIds: i % 4 === 0 ? [`tag_${1 + (i % 3)}`] : [] },
      });
    }
    await this.#ask('groups.save', {
      id: null,
      name: broadcast.group,
      match: 'all',
      conditions: [{ about: 'tag', tagId: 'tag_1', has: true }],
    });
  }

  /** What happens on which day, until today. */
  #plan(): void {
    const { talks, faqs } = this.#words;
    const { until } = this.#options;
    for (let ago = SAMPLE_DAYS - 1; ago >= 0; ago--) {
      const day = this.#dayAgo(ago);
      const span = this.#spanOn(day);
      if (span === null) continue;
      const [opens, closes] = span;
      for (let n = 2 + this.#pick(3); n > 0; n--) {
        const at = opens + this.#pick(Math.max(1, Math.floor((closes - opens - HOUR) / MINUTE))) * MINUTE;
        this.#planTalk(at, this.#pick(this.#numbers.length), talks[this.#pick(talks.length)] ?? null);
      }
      const asked = faqs[this.#pick(faqs.length)]?.phrasings[this.#pick(3)] ?? '';
      this.#says(opens + (2 + this.#pick(5)) * HOUR, this.#pick(this.#numbers.length), asked);
      for (let n = 5; n > 0; n--) this.#at(opens + n * 10 * MINUTE, () => this.#book(1 + this.#pick(3)));
      this.#planOrder(opens + 2 * HOUR);
      if (ago === 6) this.#at(opens + HOUR, () => this.#broadcast());
    }
    // What is still to come stands in the calendar as well.
    for (let n = 0; n < 24; n++) this.#at(until - (60 - 2 * n) * MINUTE, () => this.#book(n % 6));
    for (const hours of [2, 5, 9, 20]) this.#planOrder(until - hours * HOUR);
  }

  #planTalk(at: number, who: number, talk: SampleWords['talks'][number] | null): void {
    if (talk === null) return;
    const answered = at + (2 + this.#pick(20)) * MINUTE;
    // What happened in the last hour is what somebody finds on opening the window.
    if (answered + HOUR > this.#options.until) return;
    this.#says(at, who, talk.asks);
    this.#at(answered, () => this.#send(who, talk.answer));
    if (talk.thanks !== '') this.#says(answered + 8 * MINUTE, who, talk.thanks);
    this.#at(answered + 45 * MINUTE, () => this.#close(who));
  }

  #planOrder(at: number): void {
    const { orders } = this.#words;
    const note = orders[this.#orders % orders.length] ?? '';
    const reference = String(101 + this.#orders++);
    const who = this.#pick(this.#numbers.length);
    let id = '';
    this.#at(at, async () => {
      const order = { reference, number: this.#numbers[who] ?? '', name: '', note };
      ({ id } = await this.#ask('orders.add', { ...order, columnId: null, tell: false }));
    });
    // The younger an order, the further to the left it still stands.
    for (const [i, days] of [1, 3, 5].entries())
      this.#at(at + days * 24 * HOUR, async () => {
        const { orderColumns } = await this.#ask('app.state', {});
        const column = orderColumns[i + 1];
        if (column !== undefined) await this.#ask('orders.move', { id, columnId: column.id, tell: column.tells });
      });
  }

  #says(at: number, who: number, text: string): void {
    const { network, ownNumber } = this.#options;
    this.#at(at, () => network.sendText(this.#numbers[who] ?? '', ownNumber, text));
  }

  /** Somebody who is asked something by a text answers it after a while. */
  #answer(number: string, text: string): void {
    const { clock, network, ownNumber } = this.#options;
    const isSurvey = text.includes(this.#words.survey.asks);
    if (!isSurvey && !/(?<!\p{L})C(?!\p{L})/u.test(text)) return;
    const reply = isSurvey ? String([5, 5, 4, 5, 3, 4][this.#pick(6)]) : this.#pick(8) === 0 ? 'X' : 'C';
    clock.after((3 + this.#pick(50)) * MINUTE, () => network.sendText(number, ownNumber, reply));
  }

  async #send(who: number, text: string, notBefore: number | null = null): Promise<void> {
    const key = `sample-${String(this.#sent++).padStart(6, '0')}`;
    await this.#ask('messages.send', {
      to: this.#numbers[who] ?? '',
      text,
      lineId: null,
      undoMs: 0,
      notBefore,
      key,
    });
  }

  async #close(who: number): Promise<void> {
    const id = await this.#conversationOf(who);
    if (id === null) return;
    await this.#ask('conversations.markRead', { id });
    await this.#ask('conversations.change', { ids: [id], change: { status: 'closed' } });
  }

  /** Books somebody the first free time of a day that is that far ahead; nothing where it is full or closed. */
  async #book(daysAhead: number): Promise<void> {
    const { clock, zone } = this.#options;
    const serviceId = `service_${1 + this.#pick(this.#words.services.length)}`;
    const date = Temporal.Instant.fromEpochMilliseconds(clock.now())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .add({ days: daysAhead })
      .toString();
    const resourceId = `resource_${1 + this.#pick(this.#words.staff.length)}`;
    const slots = await this.#ask('appointments.slots', { serviceId, resourceId, date, days: 1, movingId: null });
    const slot = slots[this.#pick(slots.length)];
    if (slot === undefined) return;
    await this.#ask('appointments.book', {
      conversationId: null,
      number: this.#numbers[this.#pick(this.#numbers.length)] ?? '',
      name: '',
      serviceId,
      resourceId: slot.resourceId,
      date: slot.date,
      time: slot.time,
      note: '',
      tell: true,
    });
  }

  async #broadcast(): Promise<void> {
    const order = {
      groupId: 'group_1',
      contactIds: [],
      text: this.#words.broadcast.text,
      purpose: 'service' as const,
      withStop: false,
      startsAt: null,
      spreadMinutes: 0,
    };
    const { receivers } = await this.#ask('groupTexts.preview', order);
    if (receivers > 0) await this.#ask('groupTexts.start', { order, key: 'sample-broadcast', confirmed: receivers });
  }

  /** What waits for somebody who opens the window. */
  async #leaveOpen(): Promise<void> {
    const { clock, network, ownNumber, until } = this.#options;
    const { open, note, task, scheduled, draft } = this.#words;
    // Somebody has looked at the month's messages, and answered them.
    const { items } = await this.#list();
    for (const { id } of items) await this.#ask('conversations.markRead', { id });
    const ids = items.map(({ id }) => id);
    await this.#ask('conversations.change', { ids: ids.slice(3), change: { status: 'closed' } });
    for (const [i, text] of open.entries()) {
      const at = until - (open.length - i) * 6 * MINUTE;
      await clock.advance(Math.max(0, at - clock.now()));
      network.sendText(this.#numbers[i] ?? '', ownNumber, text);
    }
    await clock.advance(MINUTE);
    const waiting = [];
    for (const i of open.keys()) waiting.push(await this.#conversationOf(i));
    const [first, second, third, fourth] = waiting;
    if (first != null) {
      await this.#ask('conversations.change', { ids: [first], change: { addTagId: 'tag_1' } });
      await this.#ask('notes.add', { conversationId: first, text: note });
    }
    if (second != null) await this.#ask('conversations.change', { ids: [second], change: { assigneeId: 'person_1' } });
    if (third != null) await this.#ask('conversations.setDraft', { id: third, draft, clientId: 'sample-shop-window' });
    if (fourth != null) await this.#ask('tasks.add', { conversationId: fourth, text: task, dueAt: until + 20 * HOUR });
    await this.#send(7, scheduled, until + 22 * HOUR);
    await this.#ask('waiting.add', {
      conversationId: null,
      number: this.#numbers[8] ?? '',
      name: '',
      serviceId: 'service_2',
      resourceId: null,
      from: this.#dayAgo(0).toString(),
      until: null,
      half: 'any',
    });
  }

  async #conversationOf(who: number): Promise<string | null> {
    const { items } = await this.#list();
    return items.find(({ number }) => number === this.#numbers[who])?.id ?? null;
  }

  #list(): Promise<Outputs['conversations.list']> {
    const all = { view: 'all', order: 'newest', tagId: null, assigneeId: null, after: null, limit: 100 } as const;
    return this.#ask('conversations.list', all);
  }

  #dayAgo(days: number): Temporal.PlainDate {
    const { until, zone } = this.#options;
    return Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(zone).toPlainDate().subtract({ days });
  }

  /** When the shop opens and closes on a day; null: it does not. */
  #spanOn(day: Temporal.PlainDate): readonly [number, number] | null {
    const { hours, zone } = this.#options;
    const span = hours[day.dayOfWeek % 7]?.[0];
    if (span === undefined) return null;
    const instantOf = (time: string): number =>
      day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    const [opens, closes] = [instantOf(span.from), instantOf(span.to)];
    return closes - opens < 2 * HOUR ? null : [opens, closes];
  }

  #pick(most: number): number {
    return Math.floor(this.#random() * Math.max(1, most));
  }
}

/** The same shop each time: mulberry32. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
