import type { Consent } from '../../consent/consent.ts';
import type { DeskContext } from '../../../core/context.ts';
import type { ContactDraft } from './drafts.ts';

const LOOKED_BACK = 500;
const UNDONE_WORDING = 'The import was undone';

/** What a list says about consent and opt-outs, and what of it counts here. Call all of it inside a unit of work. */
export class ListConsent {
  readonly #context: Pick<DeskContext, 'store' | 'clock' | 'currentAgent'>;
  readonly #consent: Consent;

  constructor(context: Pick<DeskContext, 'store' | 'clock' | 'currentAgent'>, consent: Consent) {
    this.#context = context;
    this.#consent = consent;
  }

  /** Whoever opted out elsewhere is opted out here as well. @returns the numbers that were not opted out before */
  optOut({ optedOut, numbers }: ContactDraft): readonly string[] {
    if (optedOut === null) return [];
    const own = optedOut.numbers.filter((number) => numbers.some((each) => each.number === number));
    return own.filter((number) => this.#consent.importOptOut(number, optedOut.wording));
  }

  /** Which of a customer's numbers agree to offers by this row. It never overrides a STOP or what they said themselves. */
  agreeing({ agreesToOffers, optedOut, numbers }: ContactDraft): readonly string[] {
    const { store } = this.#context;
    if (!agreesToOffers) return [];
    return numbers.flatMap(({ number }) => {
      if (optedOut?.numbers.includes(number) === true || store.optOuts.has(number)) return [];
      const said = store.consent.ofNumber(number, LOOKED_BACK);
      const isUnwanted = said.some(
        ({ purpose, state, source }) =>
          (purpose === 'offer' || purpose === 'all') && state === 'withdrawn' && source !== 'import',
      );
      return isUnwanted || store.consent.wants(number, 'offer') ? [] : [number];
    });
  }

  /** Consent is written only if its source is given. */
  agree(draft: ContactDraft, source: string, author: string | null, at: number): readonly string[] {
    if (source === '') return [];
    const agreeing = this.agreeing(draft);
    for (const number of agreeing) this.#write(number, 'granted', source, at, author);
    return agreeing;
  }

  /** Withdraws the consent that the import wrote, if it is still the last word. */
  disagree(numbers: readonly string[], importedAt: number): void {
    const { store, clock } = this.#context;
    for (const number of numbers) {
      const last = store.consent
        .ofNumber(number, LOOKED_BACK)
        .find(({ purpose }) => purpose === 'offer' || purpose === 'all');
      if (last?.source === 'import' && last.state === 'granted' && last.at === importedAt)
        this.#write(number, 'withdrawn', UNDONE_WORDING, clock.now(), this.#context.currentAgent()?.name ?? null);
    }
  }

  #write(number: string, state: 'granted' | 'withdrawn', wording: string, at: number, author: string | null): void {
    const { store } = this.#context;
    store.consent.add({ number, purpose: 'offer', state, source: 'import', wording, message_id: null, author, at });
  }
}
