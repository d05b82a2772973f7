import { paperVault } from './paper-vault.ts';
import { watchedCalendarFolder } from '../../electron/calendar-folder.ts';
import { join } from 'node:path';
import type { ContractEvent } from '../../electron/shared/contract.ts';
import { Desk, type DeskOptions } from '../../electron/desk/desk.ts';
import { fileOptOutList } from '../../electron/opt-out-list.ts';
import { httpLanguageModel } from '../../electron/language-model.ts';
import { openStore, type Store } from '../../electron/store/store.ts';
import { FakeClock } from './fake-clock.ts';
import { sealerWith } from '../../electron/secrets.ts';
import { FakePorts } from './fake-ports.ts';
import type { MailPost } from '../../electron/shared/mail.ts';
import { smtpMailPost } from '../../electron/smtp.ts';
import { httpWebhookPost } from '../../electron/webhook-post.ts';
import { publicEventOf } from '../../electron/http/public-events.ts';
import { temporaryFolder } from './headless.ts';

export const silent: DeskOptions['logger'] = { debug() {}, info() {}, warn() {}, error() {} };

export interface TestDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly hardware: FakePorts;
  readonly events: ContractEvent[];
  /** The path of the real SQLite file. */
  readonly path: string;
  /** The same data in a new process's place: closes and opens again. */
  reopen(): Promise<TestDesk>;
  close(): Promise<void>;
}

/** A desk over a real SQLite file on a clock the test turns. */
export async function testDesk(
  options: {
    clock?: FakeClock;
    folder?: ReturnType<typeof temporaryFolder>;
    hardware?: FakePorts;
    freeBytes?: () => number | null;
    mailPost?: MailPost;
  } = {},
): Promise<TestDesk> {
  const clock = options.clock ?? new FakeClock();
  const folder = options.folder ?? temporaryFolder('desk');
  const hardware = options.hardware ?? new FakePorts();
  const path = join(folder.path, 'counterline.db');
  const store = await openStore(path);
  const desk = new Desk({
    store,
    clock,
    logger: silent,
    version: '0.0.0',
    country: 'DE',
    fallbackCountry: 'DE',
    zone: options.clock === undefined ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone,
    hardware,
    sealer: sealerWith(new Uint8Array(32)),
    blackBox: null,
    optOutList: fileOptOutList(folder.path),
    languageModel: httpLanguageModel,
    calendarFolder: watchedCalendarFolder,
    webhookPost: httpWebhookPost,
    mailPost: options.mailPost ?? smtpMailPost,
    backupVault: paperVault(),
    freeBytes: options.freeBytes ?? (() => null),
    putInPlace: () => Promise.resolve(),
    restored: null,
  });
  desk.webhooks.speak(publicEventOf(() => desk));
  const events: ContractEvent[] = [];
  desk.events.on((event) => events.push(event));
  return {
    desk,
    store,
    clock,
    hardware,
    events,
    path,
    async reopen() {
      store.close();
      return testDesk({ clock, folder, hardware });
    },
    close() {
      store.close();
      folder.remove();
      return Promise.resolve();
    },
  };
}
