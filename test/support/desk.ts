import { join } from 'node:path';
import { parseHere } from '../../electron/files/parser.ts';
import { watchedCalendarFolder } from '../../electron/calendar-folder.ts';
import { deskOf, type Desk } from '../../electron/app/desk.ts';
import type { DeskOptions } from '../../electron/app/options.ts';
import { httpLanguageModel } from '../../electron/language-model.ts';
import { fileOptOutList } from '../../electron/opt-out-list.ts';
import { secretBoxWith } from '../../electron/secrets.ts';
import type { ContractEvent } from '../../electron/app/contract.ts';
import type { MailPost } from '../../electron/shared/mail.ts';
import { smtpMailPost } from '../../electron/smtp.ts';
import type { Store } from '../../electron/app/store.ts';
import { httpWebhookPost } from '../../electron/webhook-post.ts';
import { ModemLine } from '../../modem/line.ts';
import { FakeClock } from './fake-clock.ts';
import { FakePorts } from './fake-ports.ts';
import { temporaryFolder } from './headless.ts';
import { paperVault } from '../../electron/backups/paper-vault.ts';
import { testStore } from './store.ts';

export const silent: DeskOptions['logger'] = { debug() {}, info() {}, warn() {}, error() {} };

/** What a desk is made of in tests: no files, no network, no modem, but where a test asks for them. */
export function deskOptions(options: Pick<DeskOptions, 'store' | 'clock'> & Partial<DeskOptions>): DeskOptions {
  return {
    logger: silent,
    version: '0.0.0',
    country: 'DE',
    fallbackCountry: 'DE',
    zone: 'UTC',
    hardware: new FakePorts(),
    openLine: (line) => new ModemLine(line),
    secretBox: secretBoxWith(new Uint8Array(32)),
    atTrace: null,
    optOutList: null,
    languageModel: null,
    calendarFolder: null,
    parse: parseHere,
    webhookPost: { post: () => Promise.resolve({ status: 200 }) },
    mailPost: { send: () => Promise.resolve(null) },
    backupVault: paperVault(),
    readableFolder: null,
    freeBytes: () => null,
    activateRestoredData: () => Promise.resolve(),
    restored: null,
    sample: { isOn: false, start: () => Promise.resolve(), end: () => Promise.resolve() },
    ...options,
  };
}

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
  const store = await testStore(path);
  const desk = deskOf(
    deskOptions({
      store,
      clock,
      zone: options.clock === undefined ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone,
      hardware,
      optOutList: fileOptOutList(folder.path),
      languageModel: httpLanguageModel,
      calendarFolder: watchedCalendarFolder,
      webhookPost: httpWebhookPost,
      mailPost: options.mailPost ?? smtpMailPost,
      freeBytes: options.freeBytes ?? (() => null),
    }),
  );
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
