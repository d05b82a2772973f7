import type { ImportChoices } from '../../../shared/contacts.ts';
import { displayNumber } from '../../../shared/phone.ts';
import type { ContactImportPlanDto } from '../contract.ts';
import type { ImportRowDto } from '../../imports/contract.ts';
import type { DeskContext } from '../../../core/context.ts';
import { countsOf } from '../../imports/import-result.ts';
import type { ReadRow } from './drafts.ts';
import type { Sheet } from './parsed-table.ts';
import type { Taken } from './import-merger.ts';

const SHOWN_REFUSED = 500;
const SHOWN_OTHERS = 200;

/** A file that was opened for an import. */
export interface Session {
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  choices: ImportChoices | null;
  rows: readonly ReadRow[];
  refused: readonly { readonly row: number; readonly reason: string }[];
  isDiscarded: boolean;
}

/** What an import would do, for the person who decides about it. */
export class ImportPlan {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  toDto(taken: readonly Taken[], agreeing: number, outBefore: ReadonlySet<string>): ContactImportPlanDto {
    const counts = countsOf(taken.map(({ view }) => view));
    const drafts = taken.flatMap(({ draft }) => draft ?? []);
    const first = (most: number, fits: (view: ImportRowDto) => boolean): readonly ImportRowDto[] => {
      const found: ImportRowDto[] = [];
      for (const each of taken) {
        if (found.length === most) break;
        if (fits(each.view)) found.push(this.#shown(each));
      }
      return found;
    };
    const isRefused = ({ outcome }: ImportRowDto): boolean => outcome === 'refused';
    return {
      counts,
      rows: [
        ...first(SHOWN_REFUSED, isRefused),
        ...first(SHOWN_OTHERS, (view) => !isRefused(view) && view.reason !== null),
        ...first(SHOWN_OTHERS, (view) => !isRefused(view) && view.reason === null),
      ],
      alike: taken.filter(({ view }) => view.reason?.code === 'alike').length,
      agreeing,
      optingOut: drafts.filter(({ optedOut }) => optedOut !== null).length,
      optedOutBefore: drafts.filter(({ numbers }) => numbers.some(({ number }) => outBefore.has(number))).length,
    };
  }

  optedOut(): ReadonlySet<string> {
    return new Set(this.#context.store.optOuts.all().map(({ number }) => number));
  }

  /** The row with its numbers in the form that people write. */
  #shown({ view, draft }: Taken): ImportRowDto {
    if (draft === null) return view;
    const numbers = draft.numbers.map(({ number }) => displayNumber(number, this.#context.country()));
    return { ...view, what: [draft.name, numbers.join(', ')].filter((each) => each !== '').join(' ') };
  }
}

/** Keeps only what is reported about a row, since the customers before and after it can be large. */
export function toTell({ view, draft }: Taken): Taken {
  return {
    view,
    draft: draft === null ? null : { ...draft, notes: '', fields: [], tags: [], leftOut: [] },
    change: null,
  };
}

export function refusedOf(taken: readonly Taken[]): Session['refused'] {
  return taken.flatMap(({ view: { outcome, reason } }, row) =>
    outcome === 'refused' && reason !== null ? [{ row, reason: reason.message }] : [],
  );
}

export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
