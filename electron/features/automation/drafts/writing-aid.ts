import { notFound } from '../../../shared/not-found.ts';
import { conversationId, messageId, rowOf } from '../../../shared/ids.ts';
import { displayNumber } from '../../../shared/phone.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { SearchQuery } from '../../../shared/search-query.ts';
import { fillTemplate } from '../../../shared/templates.ts';
import type { DraftSourceDto, DraftsDto } from '../contract.ts';
import { customerLanguage } from '../../consent/shop-language.ts';
import type { DeskContext } from '../../../core/context.ts';
import type { AnswerText } from '../answer-text.ts';
import type { Faqs } from '../faq/faqs.ts';
import { FaqMatcher, wordsOf, type Asked } from '../faq/faq-matcher.ts';
import { languageOf } from '../faq/gaps.ts';
import { GRAMMARS, weightOf, WEIGHTS } from '../faq/languages.ts';

/** Anything less similar is no help. */
const LIKE_ENOUGH = 0.3;
const SHOWN = 6;
/** Earlier messages are looked up by this many words, the longest first. */
const LOOKED_FOR = 3;
const SHORTEST_WORD = 3;
const FOUND_EACH = 30;
/** An answer that came later than this was an answer to something else. */
const ANSWERED_WITHIN_MS = 24 * 3_600_000;
const NO_FILTER: Omit<SearchQuery, 'terms'> = {
  from: [],
  tags: [],
  before: null,
  after: null,
  is: [],
  hasNote: false,
  unknownOperators: [],
};

/** A possible answer, and the message that it answered. */
interface Candidate extends Omit<DraftSourceDto, 'score'> {
  readonly question: readonly string[];
}

/**
 * Finds what the person at the counter may answer with: the shop's own questions, its templates, and earlier answers to similar
 * messages. It never sends anything.
 */
export class WritingAid {
  readonly #context: DeskContext;
  readonly #faqs: Faqs;
  readonly #words: AnswerText;

  constructor(context: DeskContext, faqs: Faqs, words: AnswerText) {
    this.#context = context;
    this.#faqs = faqs;
    this.#words = words;
  }

  /** Possible answers to what the customer wrote last, the likeliest first, each with its source. */
  draft(id: string): Result<DraftsDto> {
    const { store } = this.#context;
    const row = rowOf('conversation', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return notFound('conversation');
    const asked = store.conversations.lastIncoming(conversation.id);
    const text = asked === null ? '' : (store.messages.byId(asked)?.text ?? '');
    if (text === '') return ok({ asked: '', sources: [] });
    const { number } = conversation;
    const ranked = this.#rank(text, [...this.#templates(number), ...this.#past(text, asked ?? 0)]);
    const sources = [...this.#questions(text, number), ...ranked].toSorted((a, b) => b.score - a.score);
    return ok({ asked: text, sources: onceEach(sources).slice(0, SHOWN) });
  }

  #questions(text: string, number: string): readonly DraftSourceDto[] {
    const { clock } = this.#context;
    return this.#faqs.matcher
      .match(text)
      .filter(({ score }) => score >= LIKE_ENOUGH)
      .slice(0, SHOWN)
      .flatMap((match) => {
        const found = this.#faqs.wordingOf(match);
        if (found === null) return [];
        const { language } = match;
        const answer = this.#words.fill(found.wording.answer, { number, language, at: clock.now() });
        return [source('question', found.name, answer, match.score)];
      });
  }

  #templates(number: string): readonly Candidate[] {
    const { store } = this.#context;
    const contact = store.contacts.ofNumber(number);
    const values = {
      shop: this.#words.shop,
      name: contact?.name ?? '',
      first_name: contact?.name.trim().split(/\s+/)[0] ?? '',
    };
    return store.lists.templates.all().map(({ name, text }) => ({
      ...source('template', `/${name}`, fillTemplate(text, values), 0),
      question: [name, text],
    }));
  }

  /** What was answered to messages that contain the same words. */
  #past(text: string, except: number): readonly Candidate[] {
    const { store } = this.#context;
    const words = wordsOf(text);
    const grammar = GRAMMARS[languageOf(words, customerLanguage(this.#context, null))];
    const telling = [...new Set(words)]
      .filter((word) => word.length >= SHORTEST_WORD && weightOf(word, grammar) === WEIGHTS.content)
      // A stem is found whatever the word's ending is.
      .map((word) => grammar.stem(word))
      .filter((stem) => stem.length >= SHORTEST_WORD)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, LOOKED_FOR);
    const found = new Map(
      [telling, ...telling.map((word) => [word])]
        .filter((terms) => terms.length > 0)
        .flatMap((terms) => store.search.hits({ ...NO_FILTER, terms }, FOUND_EACH, null))
        .filter(({ direction, message_id: id }) => direction === 'in' && id !== null && id !== except)
        .map((hit) => [hit.message_id as number, hit]),
    );
    return [...found.values()].flatMap((hit): readonly Candidate[] => {
      const reply = store.messages.replyTo(hit.conversation_id, hit.message_id as number);
      if (reply === null || reply.created_at > hit.at + ANSWERED_WITHIN_MS) return [];
      const row = store.conversations.byId(hit.conversation_id);
      const who = row?.name ?? displayNumber(row?.number ?? '', this.#context.country());
      return [
        {
          ...source('past', who, reply.text, 0),
          at: reply.created_at,
          conversationId: conversationId(hit.conversation_id),
          messageId: messageId(reply.id),
          question: [hit.text],
        },
      ];
    });
  }

  #rank(text: string, candidates: readonly Candidate[]): readonly DraftSourceDto[] {
    const shop = customerLanguage(this.#context, null);
    const asked: readonly Asked[] = candidates.map(({ question }, entry) => ({
      entry,
      language: languageOf(wordsOf(question.join(' ')), shop),
      phrasings: question,
      keywords: [],
    }));
    return new FaqMatcher(asked)
      .match(text)
      .filter(({ score }) => score >= LIKE_ENOUGH)
      .flatMap(({ entry, score }) => {
        const candidate = candidates[entry];
        if (candidate === undefined) return [];
        const { question: _, ...found } = candidate;
        return [{ ...found, score }];
      });
  }
}

function source(kind: DraftSourceDto['kind'], label: string, text: string, score: number): DraftSourceDto {
  return { kind, label, text, score, at: null, conversationId: null, messageId: null };
}

/** If several sources have the same words, they are one proposal, taken from the likeliest source. */
function onceEach(sources: readonly DraftSourceDto[]): readonly DraftSourceDto[] {
  return [...new Map(sources.toReversed().map((each) => [each.text.trim(), each])).values()].toSorted(
    (a, b) => b.score - a.score,
  );
}
