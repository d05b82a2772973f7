import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import type { AppointmentWording } from '../../locales/customer-words.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { AppointmentRow } from './repository.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import type { DeskContext } from '../../core/context.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import { dayWord, timeWord } from '../automation/customer-dates.ts';

type Spoken = AppointmentWording;
const LONGEST_NAME = 40;

/** Puts an appointment into words: the owner's own words if there are any, else the program's in the customer's language. */
export class AppointmentWords {
  readonly #context: DeskContext;
  readonly #catalogue: ServiceCatalog;
  readonly #words: AnswerText;

  constructor(context: DeskContext, catalogue: ServiceCatalog, words: AnswerText) {
    this.#context = context;
    this.#catalogue = catalogue;
    this.#words = words;
  }

  to(number: string | null): { readonly words: Spoken; readonly language: CustomerLanguage } {
    const language = customerLanguage(this.#context, number);
    return { words: CUSTOMER_WORDS[language].appointments, language };
  }

  get shop(): string {
    return this.#words.shop;
  }

  when({ date, time, number }: Pick<AppointmentRow, 'date' | 'time' | 'number'>): string {
    const { words, language } = this.to(number);
    const country = this.#context.country();
    return words.when(dayWord(date, language, country), timeWord(time, language, country));
  }

  /** A time on the wall clock as it is written to that number. @param time `HH:MM` */
  time(time: string, number: string | null): string {
    return timeWord(time, this.to(number).language, this.#context.country());
  }

  /** A time to choose, among others. */
  slot({ date, time }: Pick<AppointmentRow, 'date' | 'time'>, number: string | null): string {
    return `${dayWord(date, this.to(number).language, this.#context.country())} ${this.time(time, number)}`;
  }

  what({ service_id: service }: Pick<AppointmentRow, 'service_id'>): string {
    return (this.#catalogue.services.get(service)?.value.name ?? '').slice(0, LONGEST_NAME);
  }

  /** @param own the owner's words; empty for the program's */
  say(
    appointment: AppointmentRow,
    own: string,
    program: 'booked' | 'moved' | 'calledOff' | 'reminder' | 'followUp',
  ): string {
    const { words, language } = this.to(appointment.number);
    const when = this.when(appointment);
    if (own === '') return words[program](this.shop, this.what(appointment), when);
    const service = this.#catalogue.services.get(appointment.service_id)?.value;
    const name = appointment.name;
    return this.#words.fill(own, {
      number: appointment.number,
      language,
      at: this.#context.clock.now(),
      more: {
        service: this.what(appointment),
        when,
        price: service?.price ?? '',
        staff: this.#catalogue.resources.get(appointment.resource_id)?.value.name ?? '',
        ...(name === '' ? {} : { name, first_name: name.split(/\s+/)[0] ?? '' }),
      },
    });
  }
}
