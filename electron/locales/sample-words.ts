import type { FaqWording } from '../shared/faq.ts';

/** One conversation of the sample shop: what a customer asks, what the shop answers, and how it ends. */
export interface SampleTalk {
  readonly asks: string;
  readonly answer: string;
  /** Empty: they say nothing more. */
  readonly thanks: string;
}

/** The words of a shop that is invented: a salon, with all that its pages show. */
export interface SampleWords {
  readonly services: readonly { readonly name: string; readonly minutes: number; readonly price: string }[];
  readonly staff: readonly string[];
  /** Full names. */
  readonly customers: readonly string[];
  readonly tags: readonly string[];
  readonly templates: readonly { readonly name: string; readonly text: string }[];
  readonly faqs: readonly ({ readonly name: string } & Omit<FaqWording, 'language'>)[];
  readonly talks: readonly SampleTalk[];
  /** Nobody has answered these yet. */
  readonly open: readonly string[];
  readonly orders: readonly string[];
  readonly survey: { readonly name: string; readonly asks: string; readonly thanks: string };
  readonly broadcast: { readonly group: string; readonly text: string };
  readonly fields: { readonly color: string; readonly value: string };
  readonly note: string;
  readonly task: string;
  readonly scheduled: string;
  readonly draft: string;
}
