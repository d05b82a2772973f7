import type { Catalogue } from './en/window.ts';
import type { ShellWords } from './shell-words.ts';

/** Everything that is said in one language to those who work here. */
export interface Locale {
  /** As it calls itself. */
  readonly name: string;
  /** How dates are written where the computer says nothing closer, a BCP 47 tag. */
  readonly dates: string;
  readonly window: Catalogue;
  readonly shell: ShellWords;
}
