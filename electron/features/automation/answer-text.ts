import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import { fillTemplate } from '../../shared/templates.ts';
import type { DeskContext } from '../../core/context.ts';
import { localeOf, timeWord } from './customer-dates.ts';
import { openingWords, todayWords, weekWords } from './opening-words.ts';

const LONGEST_SHOP_NAME = 40;

/** Whom a text is for, and at what time it is said. */
export interface Said {
  /** Null means nobody in particular, as in a preview. */
  readonly number: string | null;
  readonly language: CustomerLanguage;
  /** UTC epoch milliseconds. */
  readonly at: number;
  /** The customer's place in the line of those who wait. */
  readonly place?: number;
  /** Other values that are known where the text is written. */
  readonly more?: Parameters<typeof fillTemplate>[1];
}

/** Fills the texts that the owner has prepared with what the shop knows. */
export class AnswerText {
  readonly #context: Pick<DeskContext, 'store' | 'calendar' | 'country' | 'settings'>;
  readonly #shopName: () => string;

  constructor(context: Pick<DeskContext, 'store' | 'calendar' | 'country' | 'settings'>, shopName: () => string) {
    this.#context = context;
    this.#shopName = shopName;
  }

  get shop(): string {
    return this.#shopName().slice(0, LONGEST_SHOP_NAME).toWellFormed();
  }

  /** A variable whose value is not known leaves no gap: nobody is there to fill it. */
  fill(text: string, { number, language, at, place, more }: Said): string {
    const contact = number === null ? null : this.#context.store.contacts.ofNumber(number);
    const values = {
      ...this.shopValues(language, at),
      ...namesOf(contact?.name ?? ''),
      place: place === undefined ? '' : String(place),
      ...more,
    };
    return withoutBlanks(fillTemplate(text, values));
  }

  /** The values that are the same for everybody who speaks that language. */
  shopValues(language: CustomerLanguage, at: number): Parameters<typeof fillTemplate>[1] {
    const { calendar, settings } = this.#context;
    const { zone } = calendar;
    const country = this.#context.country();
    const opensAt = calendar.opensAt(at);
    const local = new Intl.DateTimeFormat(localeOf(language, country), {
      timeZone: zone,
      day: 'numeric',
      month: 'numeric',
    });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    return {
      shop: this.shop,
      opens: opensAt === null ? '…' : openingWords(opensAt, at, zone, language, country),
      hours: weekWords(settings().hours, language, country),
      today: todayWords(calendar.hoursOn(at), language, country),
      date: local.format(at),
      time: timeWord(clock.format(at), language, country),
    };
  }
}

/** How a customer is addressed in a text. */
export function namesOf(name: string): Pick<Parameters<typeof fillTemplate>[1], 'first_name' | 'name'> {
  return { first_name: name.trim().split(/\s+/)[0] ?? '', name };
}

export function withoutBlanks(text: string): string {
  return text
    .replace(/,? ?\{\{[^{}\n]{1,80}\}\}/g, '')
    .replace(/^[\s,]+/, '')
    .trim();
}
