import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { fold } from '../../shared/fold.ts';
import type { GroupTextOrder, LeftOut } from '../../shared/group-texts.ts';
import { rowOf } from '../../shared/ids.ts';
import { blanksOf, fillTemplate } from '../../shared/templates.ts';
import type { ContactRow } from '../contacts/repository.ts';
import { namesOf, withoutBlanks, type AnswerText } from '../automation/answer-text.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import { fieldsOf } from '../contacts/contact-aggregate.ts';
import type { DeskContext } from '../../core/context.ts';
import { isInternalNumber } from '../messaging/internal-number.ts';
import type { Slices } from '../../core/slices.ts';

/** What the message says to one of many. */
export interface Wording {
  readonly text: string;
  readonly purpose: GroupTextOrder['purpose'];
  readonly withStop: boolean;
}

export interface Receiver {
  readonly contact: ContactRow;
  readonly number: string;
  readonly text: string;
  readonly parts: number;
}

export interface Receivers {
  readonly chosen: number;
  readonly receivers: readonly Receiver[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  /** How many recipients lack something that the text wants to say, by what is unknown. */
  readonly lacking: ReadonlyMap<string, number>;
}

interface Said {
  readonly text: string;
  /** What the text wants to say and is unknown of the recipient. */
  readonly lacking: readonly string[];
}

const SILENCE: Said = { text: '', lacking: [] };

interface ReceiversDeps {
  readonly words: AnswerText;
  readonly slices: Slices;
  /** Null: the group no longer exists. */
  readonly members: (groupId: string | null, query: string) => Promise<readonly ContactRow[] | null>;
}

/** Determines which of the chosen customers get a message, and in which words. */
export class ReceiversOf {
  readonly #context: DeskContext;
  readonly #deps: ReceiversDeps;

  constructor(context: DeskContext, deps: ReceiversDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  /** Null: the group no longer exists. */
  async all(order: Pick<GroupTextOrder, 'groupId' | 'contactIds'> & Wording): Promise<Receivers | null> {
    const contacts = await this.#meant(order);
    if (contacts === null) return null;
    const receivers: Receiver[] = [];
    const leftOut = new Map<LeftOut, number>();
    const lacking = new Map<string, number>();
    const say = this.#filler();
    await this.#deps.slices.reckon(contacts, (contact) => {
      const [number] = this.#context.store.contacts.numbers(contact.id);
      const why = number === undefined ? 'no-number' : this.against(number, order.purpose);
      const said = number === undefined || why !== null ? SILENCE : say(order, number, contact);
      const { text } = said;
      const { parts } = countText(text);
      const reason = why ?? (parts > MAX_PARTS ? 'text-too-long' : null);
      if (reason !== null) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      else {
        receivers.push({ contact, number: number as string, text, parts });
        for (const name of said.lacking) lacking.set(name, (lacking.get(name) ?? 0) + 1);
      }
    });
    return { chosen: contacts.length, receivers, leftOut, lacking };
  }

  /** The reason why a number gets no message for good; what only delays a message is checked by the gate. */
  against(number: string, purpose: GroupTextOrder['purpose']): LeftOut | null {
    const { store } = this.#context;
    if (store.contacts.isBlocked(number)) return 'blocked';
    // The number is our own, or no customer's any more because the import that brought it was undone.
    if (isInternalNumber(this.#context, number) || store.contacts.ofNumber(number) === null) return 'no-customer';
    if (store.optOuts.has(number)) return 'opted-out';
    return store.consent.wants(number, purpose) ? null : 'not-wanted';
  }

  /** The words for one number, with what is known now. */
  words(wording: Wording, number: string): string {
    return this.#filler()(wording, number, this.#context.store.contacts.ofNumber(number)).text;
  }

  async #meant({ groupId, contactIds }: Pick<GroupTextOrder, 'groupId' | 'contactIds'>) {
    if (groupId !== null || contactIds.length === 0) return this.#deps.members(groupId, '');
    const { contacts } = this.#context.store;
    const rows = [...new Set(contactIds)].map((id) => rowOf('contact', id));
    return rows.map((row) => (row === null ? null : contacts.byId(row))).filter((row) => row !== null);
  }

  /** What does not depend on the recipient is looked up once for each language. */
  #filler(): (wording: Wording, number: string, contact: ContactRow | null) => Said {
    const now = this.#context.clock.now();
    const spoken = new Map<string, ReturnType<AnswerText['shopValues']>>();
    return ({ text, purpose, withStop }, number, contact) => {
      const language = customerLanguage(this.#context, number);
      const shop = spoken.get(language) ?? this.#deps.words.shopValues(language, now);
      spoken.set(language, shop);
      const filled = fillTemplate(withFields(text, contact), { ...shop, ...namesOf(contact?.name ?? '') });
      const said = withoutBlanks(filled);
      return {
        text: normaliseText(
          withStop && purpose === 'offer' ? `${said}\n${CUSTOMER_WORDS[language].consent.stopLine}` : said,
        ),
        lacking: [...new Set(blanksOf(filled).map(({ name }) => name))],
      };
    };
  }
}

/** Fills in the shop's own fields by their names. */
function withFields(text: string, contact: ContactRow | null): string {
  if (contact === null || !text.includes('{{')) return text;
  const values = new Map(fieldsOf(contact).map(({ name, value }) => [fold(name), value]));
  let filled = text;
  for (const { name, start, end } of blanksOf(text).toReversed()) {
    const value = values.get(fold(name));
    if (value === undefined || value === '') continue;
    const plain = value.replaceAll('{{', '{').replaceAll('}}', '}');
    filled = filled.slice(0, start) + plain + filled.slice(end);
  }
  return filled;
}
