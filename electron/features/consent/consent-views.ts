import type { ConsentDto } from './contract.ts';
import type { DeskContext } from '../../core/context.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';

const SHOWN = 200;

export interface ConsentOfNumber {
  /** E.164. */
  readonly number: string;
  readonly isOptedOut: boolean;
  readonly wants: ConsentDto['wants'];
}

/** Shows what a customer wants from the shop, and since when. */
export class ConsentViews {
  readonly #context: DeskContext;
  readonly #questions: OpenQuestions;

  constructor(context: DeskContext, questions: OpenQuestions) {
    this.#context = context;
    this.#questions = questions;
  }

  offersAskedAt(number: string): number | null {
    const question = this.#questions.of(number);
    return question?.row.kind === 'offers' ? question.row.asked_at : null;
  }

  toDto(number: string): ConsentDto {
    const { store } = this.#context;
    return {
      wants: this.wants(number),
      offersAskedAt: this.offersAskedAt(number),
      entries: store.consent
        .ofNumber(number, SHOWN)
        .map(({ at, purpose, state, source, wording, author }) => ({ at, purpose, state, source, wording, author })),
    };
  }

  wants(number: string): ConsentDto['wants'] {
    const { consent } = this.#context.store;
    return {
      service: consent.wants(number, 'service'),
      survey: consent.wants(number, 'survey'),
      offer: consent.wants(number, 'offer'),
    };
  }
}
