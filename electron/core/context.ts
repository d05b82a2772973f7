import type { FileParser } from '../files/parser.ts';
import type { DeskEvents } from './desk-events.ts';
import type { Followers } from './followers.ts';
import type { AtTrace } from '../shared/at-trace.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { CustomerLanguage } from '../locales/customer-languages.ts';
import type { WindowLanguage } from '../locales/languages.ts';
import type { Settings } from '../features/settings/table.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { SecretBox } from '../shared/secret-box.ts';
import type { Store } from '../app/store.ts';
import type { ShopCalendar } from '../features/opening-hours/shop-calendar.ts';

export type { Store };

/** What every part of the desk works with. */
export interface DeskContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Reads files that somebody hands to the desk. A file that takes long is read in its own thread. */
  readonly parse: FileParser;
  readonly events: DeskEvents;
  readonly followers: Followers;
  /**
   * Makes several changes as one unit of work: all or nothing, and on disk when it returns. Events published within it are told
   * then. It is synchronous: nothing may be awaited inside.
   * @param isDryRun nothing of it is kept, and no event is told
   */
  unit<T>(work: () => T, isDryRun?: boolean): T;
  /** Something may now be due or ready to leave. The desk looks at that once the unit of work is on disk. */
  wake(): void;
  /**
   * Something that every window shows has changed: lists, settings or lines. Windows are told once the unit of work is on disk.
   */
  appChanged(): void;
  readonly secretBox: SecretBox;
  readonly atTrace: AtTrace | null;
  readonly calendar: ShopCalendar;
  readonly settings: () => Settings;
  /** The SIM decides it, unless the owner has chosen another one. */
  country(): CountryCode;
  /** What customers are written to in where their own language is not known. */
  readonly language: () => CustomerLanguage;
  /** What tasks, e-mail and texts to the owner are written in. */
  readonly ownerLanguage: () => WindowLanguage;
  /** Whether there is room on the disk for something new. */
  hasRoom(): boolean;
  /** The person who stands at the counter, if the shop tells its people apart. */
  currentAgent(): { readonly id: number; readonly name: string } | null;
}
