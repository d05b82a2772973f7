import type { Hardware, Line, LineOptions } from '../../modem/index.ts';
import type { FileParser } from '../files/parser.ts';
import type { BackupVault } from '../shared/backup-vault.ts';
import type { AtTrace } from '../shared/at-trace.ts';
import type { CalendarFolder } from '../shared/calendar-folder.ts';
import type { CarriedOver } from '../shared/restore-carryover.ts';
import type { Clock } from '../shared/clock.ts';
import type { LanguageModel } from '../shared/language-model.ts';
import type { Logger } from '../shared/logger.ts';
import type { MailPost } from '../shared/mail.ts';
import type { OptOutList } from '../shared/opt-out-list.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { SecretBox } from '../shared/secret-box.ts';
import type { WebhookPost } from '../shared/webhooks.ts';
import type { Store } from './store.ts';

/** What the desk stands on: everything outside of it, so that a test can pass in something else. */
export interface DeskOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  /** Overrides what the SIM says. */
  readonly country: CountryCode | null;
  /** Used where neither the owner nor the SIM says. */
  readonly fallbackCountry: CountryCode;
  readonly hardware: Hardware;
  /** What stands behind a port: a modem, but in tests that are not about lines. */
  readonly openLine: (options: LineOptions) => Line;
  /** The shop's time zone, IANA. */
  readonly zone: string;
  readonly secretBox: SecretBox;
  readonly atTrace: AtTrace | null;
  /** Null: none is kept. */
  readonly optOutList: OptOutList | null;
  /** Null: none can be asked. */
  readonly languageModel: LanguageModel | null;
  /** Null: none can be followed. */
  readonly calendarFolder: CalendarFolder | null;
  /** Reads files that somebody hands to the desk; where that takes long, in a thread of its own. */
  readonly parse: FileParser;
  readonly webhookPost: WebhookPost;
  readonly mailPost: MailPost;
  readonly backupVault: BackupVault;
  /** A folder of the data that other users of this computer may read; null: nobody else may. */
  readonly readableFolder: string | null;
  /** On the data's disk; null: that cannot be told. */
  readonly freeBytes: () => number | null;
  /** Puts what the vault has fetched in the place of the data, and a new desk in the place of this one. */
  readonly activateRestoredData: () => Promise<void>;
  /** A shop that is invented, in the place of the real one. */
  readonly sample: SampleShopControl;
  /** The data are those of a backup that was put back just now; null: they are those of the last time. */
  readonly restored: CarriedOver | null;
}

/** Another desk, over invented data, stands in the place of the real one as long as somebody looks around. */
export interface SampleShopControl {
  /** This desk is that one. */
  readonly isOn: boolean;
  /** Makes the data and puts their desk in the place of this one. */
  readonly start: () => Promise<void>;
  /** Erases them without a trace, and puts the real desk back. */
  readonly end: () => Promise<void>;
}
