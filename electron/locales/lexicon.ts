/**
 * What customers write in one language, as it is understood. All of it is folded: small letters without marks, and apostrophes
 * are spaces. Phrases are parted by commas, words by spaces.
 */
export interface Lexicon {
  /** Phrases that ask politely, and say nothing else. */
  readonly please: string;
  /** Phrases of thanks and greeting around a word. */
  readonly polite: string;
  /** About being texted. */
  readonly consent: {
    /** Whole texts. STOP and START are understood everywhere. */
    readonly optOut: readonly string[];
    readonly optIn: readonly string[];
    readonly help: readonly string[];
    /** Answers to whether offers are wanted. None that another language has: what it would say is known there. */
    readonly yes: readonly string[];
    readonly no: readonly string[];
    /** Sentences that ask for it clearly. Each speaks of texts, of oneself or of one's number: ending something else is none of these. */
    readonly optOutSentences: readonly RegExp[];
    /** Said of what did not come, or asked: then the same words may mean something else. */
    readonly reported: RegExp;
    /** Phrases that may mean it inside other words: nobody is texted by itself until a person has looked. */
    readonly maybe: string;
  };
  /** Whole texts that ask for a person. */
  readonly person: readonly string[];
  /** Short answers to a question about an appointment. What is a yes in one language is none of a no in another. */
  readonly reply: {
    /** Each line holds several phrases. */
    readonly confirm: readonly string[];
    readonly move: readonly string[];
    readonly cancel: readonly string[];
    /** None of the times that were offered. */
    readonly none: readonly string[];
    /** Words that are nothing but a no. */
    readonly no: string;
    /** Words said with a no, and with a yes only by somebody who has more to say. */
    readonly regrets: string;
    /** Greetings and wishes: a part of the day in them is none that is meant. */
    readonly greetings: RegExp | null;
    /** Words that say nothing here: politeness, and what stands around a number or a time. */
    readonly noise: string;
    /** Which of the times offered: a line of words for the first, the second and so on. */
    readonly choices: readonly string[];
    /** A line of words for each, from Sunday. */
    readonly weekdays: readonly string[];
    /** Words for today, tomorrow, the day after. */
    readonly days: readonly string[];
    /** Words behind which a bare number is an hour, not the one of a list. */
    readonly beforeHour: string;
    /** Days of the month: nothing is told by them. */
    readonly dates: RegExp | null;
  };
  /** Of a question: what its words are worth. Words of denial are in none of these: what is denied is not what was asked. */
  readonly question: {
    /** Said in every second text, about anything. */
    readonly noise: string;
    /** What a question is after: when, where, how much. */
    readonly asking: string;
    /** When something is to be: an answer about every day answers it for one. */
    readonly time: string;
    /** Words are written together there, and have others set before them. */
    readonly hasCompounds: boolean;
  };
  /** Figures as words. */
  readonly numbers: Readonly<Record<number, string>>;
  readonly today: string;
  readonly tomorrow: string;
}
