import type { LineState } from '../features/lines/contract.ts';

/** What the system shows of us outside the window, in the language of the window. */
export interface ShellWords {
  readonly show: string;
  readonly quit: string;
  readonly line: Readonly<Record<LineState | 'none', string>>;
  readonly waiting: (n: number) => string;
  readonly wrote: string;
  readonly missedCall: string;
  readonly picture: string;
  /** @param who null: nobody is named */
  readonly flagged: (who: string | null, rule: string) => string;
  readonly overdue: (who: string | null, minutes: number) => string;
  /** @param what null: it is not said */
  readonly due: (what: string | null) => string;
  /** Where words are written. */
  readonly edit: Readonly<Record<'cut' | 'copy' | 'paste' | 'selectAll' | 'learn' | 'noSuggestions', string>>;
  readonly inTray: { readonly title: string; readonly body: string };
  /** Before a host is opened for the first time. */
  readonly newHost: {
    readonly title: (host: string) => string;
    readonly body: string;
    readonly open: string;
    readonly cancel: string;
  };
}
