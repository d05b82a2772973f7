import { notFound } from '../../../shared/not-found.ts';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { faqWording, MOST_PHRASINGS, type Faq, type FaqWording } from '../../../shared/faq.ts';
import { countText, MAX_PARTS, normaliseText } from '../../../shared/composing.ts';
import { fold } from '../../../shared/fold.ts';
import { idOf, rowOf } from '../../../shared/ids.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { ANSWER_VARIABLES, blanksOf } from '../../../shared/templates.ts';
import type { FaqGapDto, FaqDto } from '../contract.ts';
import type { FaqRow } from './repository.ts';
import { customerLanguage } from '../../consent/shop-language.ts';
import { consentRequestIn } from '../../consent/words.ts';
import type { DeskContext } from '../../../core/context.ts';
import { personAskedIn } from '../human-handoff.ts';
import { gapsIn } from './gaps.ts';
import { FaqMatcher, wordsOf, type Decision, type Match } from './faq-matcher.ts';

/** With more than this, nobody could keep the list in order. */
const MOST = 2_000;
/** What customers ask changes with the season. */
const GAPS_OF_MS = 60 * 24 * 3_600_000;
const GAPS_OF_TEXTS = 3_000;
const READ_AT_ONCE = 20;
const DISMISSED = 'faq.dismissed-gaps';
const DISMISSED_KEPT = 500;
const KNOWN_BLANKS: ReadonlySet<string> = new Set(ANSWER_VARIABLES);
const wordings = z.array(faqWording);

interface Entry extends Faq {
  readonly row: number;
}

/** The questions that the shop answers automatically. */
export class Faqs {
  readonly #context: Pick<DeskContext, 'store' | 'clock' | 'language' | 'appChanged'>;
  #entries: ReadonlyMap<number, Entry> | null = null;
  #matcher: FaqMatcher | null = null;

  constructor(context: Pick<DeskContext, 'store' | 'clock' | 'language' | 'appChanged'>) {
    this.#context = context;
  }

  get views(): readonly FaqDto[] {
    return [...this.#all.values()].map(toDto);
  }

  /** The number of questions that are switched on. */
  get count(): number {
    return [...this.#all.values()].filter(({ enabled }) => enabled).length;
  }

  save(id: string | null, faq: Faq): Result<FaqDto> {
    // A question that could not be read back is not stored.
    if (!wordings.safeParse(faq.wordings).success) return refuse('bad-input.question');
    const { store } = this.#context;
    const row = id === null ? null : rowOf('faq', id);
    if (id !== null && (row === null || store.faqs.byId(row) === null)) return notFound();
    const taken = [...this.#all.values()].find(
      ({ name, row: other }) => fold(name) === fold(faq.name) && other !== row,
    );
    if (taken !== undefined) return refuse('name-taken', { name: faq.name });
    if (row === null && this.#all.size >= MOST) return refuse('bad-input.most', { most: MOST });
    if (faq.wordings.some(({ phrasings, keywords }) => phrasings.length + keywords.length === 0))
      return refuse('no-phrasing');
    const blank = faq.wordings.flatMap(({ answer }) => blanksOf(answer)).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined) return refuse('unfilled-blank.answer', { name: blank.name });
    if (faq.wordings.some(({ answer }) => countText(normaliseText(answer)).parts > MAX_PARTS))
      return refuse('text-too-long.answer', { limit: MAX_PARTS });
    const values = { name: faq.name, enabled: faq.enabled ? 1 : 0, wordings: JSON.stringify(faq.wordings) } as const;
    const saved: FaqRow = { id: row ?? store.faqs.insert(values), ...values };
    if (row !== null) store.faqs.update(saved);
    this.#changed();
    return ok({ id: idOf('faq', saved.id), name: faq.name, enabled: faq.enabled, wordings: faq.wordings });
  }

  setRemoved(id: string, removed: boolean): Result<readonly FaqDto[]> {
    const { store } = this.#context;
    const row = rowOf('faq', id);
    const found = row === null ? null : store.faqs.byId(row);
    if (found === null) return notFound();
    if (!removed && [...this.#all.values()].some(({ name }) => fold(name) === fold(found.name)))
      return refuse('name-taken.again', { name: found.name });
    store.faqs.setRemoved(found.id, removed);
    this.#changed();
    return ok(this.views);
  }

  /** Adds the wording that a customer used, so that it is recognized from now on. */
  addPhrasing(id: string, text: string): Result<FaqDto> {
    const row = rowOf('faq', id);
    const entry = row === null ? undefined : this.#all.get(row);
    if (entry === undefined) return notFound();
    const match = this.matcher.match(text).find((each) => each.entry === entry.row);
    const language = match?.language ?? entry.wordings[0]?.language;
    const phrase = text.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed();
    return this.save(id, {
      name: entry.name,
      enabled: entry.enabled,
      wordings: entry.wordings.map((wording) =>
        wording.language === language && !wording.phrasings.includes(phrase)
          ? { ...wording, phrasings: [...wording.phrasings, phrase].slice(-MOST_PHRASINGS) }
          : wording,
      ),
    });
  }

  /** What a customer asks, as far as their words tell it. Their own name in the message is ignored. */
  decide(text: string, number: string | null): Decision {
    const name = number === null ? '' : (this.#context.store.contacts.ofNumber(number)?.name ?? '');
    return this.matcher.decide(text, new Set(wordsOf(name)));
  }

  /** What customers asked about lately without an answer from the shop; dismissed subjects are left out. */
  async gaps(): Promise<readonly FaqGapDto[]> {
    const { store, clock } = this.#context;
    const heard = store.messages.heardSince(clock.now() - GAPS_OF_MS, GAPS_OF_TEXTS);
    const known = new Set<string>();
    for (const [i, { text }] of heard.entries()) {
      if (
        this.matcher.decide(text).kind === 'answer' ||
        consentRequestIn(text) !== null ||
        personAskedIn(text) !== null
      )
        known.add(text);
      // Nothing else should have to wait for this.
      if (i % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    }
    const dismissed = new Set(this.#dismissed);
    const shop = customerLanguage(this.#context, null);
    return gapsIn(heard, shop, (text) => known.has(text)).filter(({ key }) => !dismissed.has(key));
  }

  dismissGap(key: string, dismissed: boolean): void {
    const others = this.#dismissed.filter((each) => each !== key);
    const all = dismissed ? [...others, key].slice(-DISMISSED_KEPT) : others;
    this.#context.store.settings.set(DISMISSED, JSON.stringify(all));
  }

  get #dismissed(): readonly string[] {
    return JSON.parse(this.#context.store.settings.get(DISMISSED) ?? '[]') as readonly string[];
  }

  /** The wording that a match stands for, with the name of its entry. */
  wordingOf({
    entry,
    language,
  }: Match): { readonly id: string; readonly name: string; readonly wording: FaqWording } | null {
    const found = this.#all.get(entry);
    const wording = found?.wordings.find((each) => each.language === language);
    return found === undefined || wording === undefined ? null : { id: idOf('faq', entry), name: found.name, wording };
  }

  get matcher(): FaqMatcher {
    this.#matcher ??= new FaqMatcher(
      [...this.#all.values()]
        .filter(({ enabled }) => enabled)
        .flatMap(({ row, wordings: all }) =>
          all.map(({ language, phrasings, keywords }) => ({ entry: row, language, phrasings, keywords })),
        ),
    );
    return this.#matcher;
  }

  get #all(): ReadonlyMap<number, Entry> {
    this.#entries ??= new Map(
      this.#context.store.faqs.all().flatMap((row) => {
        const entry = entryOf(row);
        return entry === null ? [] : [[row.id, entry] as const];
      }),
    );
    return this.#entries;
  }

  #changed(): void {
    this.#entries = null;
    this.#matcher = null;
    this.#context.appChanged();
  }
}

/** Null if another version wrote it in a form that is not known here. The other questions are kept anyway. */
function entryOf({ id, name, enabled, wordings: json }: FaqRow): Entry | null {
  const read = wordings.safeParse(JSON.parse(json));
  return read.success ? { row: id, name, enabled: enabled === 1, wordings: read.data } : null;
}

function toDto({ row, ...faq }: Entry): FaqDto {
  return { id: idOf('faq', row), ...faq };
}
