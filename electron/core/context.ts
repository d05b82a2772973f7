import type { FileParser } from '../files/parser.ts';
import type { DeskEvents } from './desk-events.ts';
import type { Followers } from './followers.ts';
import type { AtTrace } from '../shared/at-trace.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
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
  /** Reads files that somebody hands to the desk, where that takes long in a thread of its own. */
  readonly parse: FileParser;
  readonly events: DeskEvents;
  readonly followers: Followers;
  /**
   * Several changes as one: all or nothing, on disk when it returns; what is told within it is told then. Synchronous: nothing may be
   * awaited inside.
   * @param isDryRun nothing of it stays, and nothing is told
   */
  unit<T>(work: () => T, isDryRun?: boolean): T;
  /** Something may be due by now, or ready to leave: that is looked at when the unit of work is on disk. */
  wake(): void;
  /** Something is different of what every window shows: lists, settings, lines. Told once the unit of work is on disk. */
  appChanged(): void;
  readonly secretBox: SecretBox;
  readonly atTrace: AtTrace | null;
  readonly calendar: ShopCalendar;
  readonly settings: () => Settings;
  /** By the SIM, unless the owner said otherwise. */
  country(): CountryCode;
  /** The shop's, two letters: for what the desk says by itself to customers of whom no language is known. */
  readonly language: () => string;
  /** Whether there is room on the disk for something new. */
  hasRoom(): boolean;
  /** Who stands at the counter, if the shop tells its people apart. */
  currentAgent(): { readonly id: number; readonly name: string } | null;
}
