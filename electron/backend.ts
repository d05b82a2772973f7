import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { ModemLine, Emitter, systemClock, systemHardware } from '../modem/index.ts';
import { paperVault } from './backups/paper-vault.ts';
import { FileBackupVault } from './backups/vault.ts';
import { fileBlackBox } from './at-trace.ts';
import { parseInThread } from './files/parser.ts';
import { watchedCalendarFolder } from './calendar-folder.ts';
import { DATABASE, DataFolder } from './data-folder.ts';
import { carriedOver } from './features/backups/post-restore.ts';
import { damagedDispatcher } from './app/recovery-mode.ts';
import { deskOf, type Desk } from './app/desk.ts';
import type { DeskOptions } from './app/options.ts';
import type { ModemChoice } from './features/lines/lines-options.ts';
import { dispatcherOf } from './app/dispatcher.ts';
import { httpLanguageModel } from './language-model.ts';
import { fileLogger } from './log.ts';
import { fileOptOutList } from './opt-out-list.ts';
import { fillInThread } from './sample/in-thread.ts';
import { SampleFolder } from './sample/folder.ts';
import { keyFromFile, secretBoxWith } from './secrets.ts';
import { nothingCarried, type CarriedOver } from './shared/restore-carryover.ts';
import type { Clock } from './shared/clock.ts';
import type { ContractEvent } from './app/contract.ts';
import type { CountryCode } from './shared/phone.ts';
import { refuse, type Result } from './shared/result.ts';
import { startFault } from './start-fault.ts';
import { UnusableDataError } from './core/db/snapshot.ts';
import type { lazily } from './core/db/statements.ts';
import { lockFolder, openStore, type Store } from './app/store.ts';
import { VERSION } from './version.ts';
import { smtpMailPost } from './smtp.ts';
import { httpWebhookPost } from './webhook-post.ts';

export interface BackendOptions {
  /** Where everything is kept; made where it is missing. */
  readonly dataDir: string;
  readonly modem: ModemChoice;
  readonly country: CountryCode | null;
  readonly clock?: Clock;
  /** A folder whose entries are modem ports as well. */
  readonly portsDir?: string | null;
  /** Log, events and what goes between program and modem are written to the terminal as well, without numbers and words. */
  readonly isVerbose?: boolean;
  /** How hard a backup's passphrase is to guess; for tests. */
  readonly scryptLogN?: number;
  /** Who compiles the store's statements, and when; for the bench. */
  readonly statements?: typeof lazily;
  /** What secrets are sealed with; null: a key file in the data folder. */
  readonly secretKey?: Uint8Array | null;
}

export interface Backend {
  /** Null: the data are damaged, or others are being put in their place. */
  desk(): Desk | null;
  readonly events: Emitter<ContractEvent>;
  invoke(method: string, input: unknown): Promise<Result<unknown>>;
  /** Lets the text under way finish, closes the modem, then the database. */
  close(): Promise<void>;
}

/** One desk over one database. */
interface Running {
  readonly desk: Desk | null;
  readonly invoke: Backend['invoke'];
  /** What outlasts other data in the place of these. */
  carry(): Promise<CarriedOver>;
  close(): Promise<void>;
}

/**
 * Puts store, modem and desk together. Plain Node: runs in Electron's back-end process, headless, and in tests.
 * @throws Error that says what is wrong with the data or their folder, and what to do
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  try {
    return await startedOver(options);
  } catch (error) {
    throw startFault(error, options.dataDir);
  }
}

async function startedOver(options: BackendOptions): Promise<Backend> {
  const folder = new DataFolder(options.dataDir);
  const unlock = await lockFolder(folder.lock);
  folder.tidy();
  const host = new DeskHost(options, folder, unlock);
  await host.open();
  return host;
}

/** Holds the desk over the data there are, and puts another one in its place when other data are. */
class DeskHost implements Backend {
  readonly events = new Emitter<ContractEvent>();
  readonly #options: BackendOptions;
  readonly #clock: Clock;
  /** The real shop's. */
  readonly #folder: DataFolder;
  readonly #unlock: () => void;
  readonly #readableFolder: string | null;
  readonly #logger: ReturnType<typeof fileLogger>;
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  readonly #vault: FileBackupVault;
  readonly #sample: SampleFolder;
  readonly #atTrace: ReturnType<typeof fileBlackBox>;
  #running: Running | null = null;
  /** The sample shop that is being made. */
  #making: Promise<void> | null = null;

  constructor(options: BackendOptions, folder: DataFolder, unlock: () => void) {
    const isVerbose = options.isVerbose === true;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#folder = folder;
    this.#unlock = unlock;
    this.#readableFolder = folder.makePrivate();
    this.#logger = fileLogger(options.dataDir, isVerbose);
    this.#vault = new FileBackupVault({
      dataDir: options.dataDir,
      ...(options.scryptLogN === undefined ? {} : { scryptLogN: options.scryptLogN }),
      dateOf: (at) =>
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#zone).toPlainDate().toString(),
    });
    this.#sample = new SampleFolder(options.dataDir);
    const show = isVerbose ? (line: string) => process.stderr.write(`${line}\n`) : undefined;
    this.#atTrace = fileBlackBox(options.dataDir, this.#clock, show);
    this.events.on(({ type }) => this.#logger.debug({ type }, 'event'));
    this.#sayReadable();
  }

  /** @throws Error that says what is wrong with the data */
  async open(): Promise<void> {
    try {
      this.#running = this.#sample.isThere ? await this.#openedSample() : await this.#opened();
    } catch (error) {
      this.#unlock();
      throw error;
    }
    this.#logger.info({ version: VERSION, node: process.version }, 'started');
  }

  readonly desk: Backend['desk'] = () => this.#running?.desk ?? null;

  readonly invoke: Backend['invoke'] = (method, input) =>
    this.#running?.invoke(method, input) ?? Promise.resolve(refuse('unreachable'));

  async close(): Promise<void> {
    try {
      await this.#running?.close();
    } finally {
      this.#atTrace.close();
      this.#unlock();
      this.#logger.info({}, 'stopped');
      this.#logger.flush();
    }
  }

  #sayReadable(): void {
    if (this.#readableFolder === null) return;
    const said =
      `Other users of this computer may read the folder ${this.#readableFolder}, and it cannot be closed to them. ` +
      'Keep the data on a disk of this computer.';
    this.#logger.warn({ folder: this.#readableFolder }, said);
    process.stderr.write(`${said}\n`);
  }

  async #opened(): Promise<Running> {
    const folder = this.#folder;
    const restored = folder.placeRestored();
    try {
      return await this.#openDesk(restored);
    } catch (error) {
      // Of a backup that was put back whatever goes wrong: another one may be better.
      const isDamaged = error instanceof UnusableDataError && error.code === 'damaged';
      if (!(error instanceof Error) || (!isDamaged && restored === null)) throw error;
      this.#logger.error({ error: error.message }, 'the data are damaged');
      const vault = this.#vault;
      return {
        desk: null,
        invoke: damagedDispatcher(vault, () => this.#activateRestoredData(), this.#logger),
        carry: () => readWhatIsLeft(folder.path).catch(() => nothingCarried(vault.remembered(), vault.ownFolder)),
        close: () => Promise.resolve(),
      };
    }
  }

  async #openDesk(restored: CarriedOver | null): Promise<Running> {
    const folder = this.#folder;
    const { statements } = this.#options;
    if (restored === null && folder.isEmptied) throw new UnusableDataError('damaged', 'The database is empty.');
    const store = await openStore(folder.path, {
      isDoubtful: folder.isDoubtful,
      mayBeNew: restored !== null || !folder.hasHeldData,
      ...(statements === undefined ? {} : { statements }),
    });
    try {
      return await this.#over(store, restored);
    } catch (error) {
      store.close();
      throw error;
    }
  }

  async #over(store: Store, restored: CarriedOver | null): Promise<Running> {
    const folder = this.#folder;
    folder.begin();
    // What was made just now, and what a restore has set aside.
    folder.makePrivate();
    const desk = deskOf(this.#deskOptions(store, restored));
    return this.#runningOver(store, desk, this.#options.modem, {
      started: () => restored !== null && folder.endRestore(),
      ended: () => folder.end(),
    });
  }

  async #runningOver(
    store: Store,
    desk: Desk,
    modem: ModemChoice,
    { started, ended }: { readonly started: () => void; readonly ended: () => void },
  ): Promise<Running> {
    const stopListening = desk.events.on((event) => this.events.emit(event));
    await desk.start(modem);
    started();
    return {
      desk,
      invoke: dispatcherOf(desk, this.#logger),
      carry: () => Promise.resolve(carriedOver(store)),
      async close() {
        try {
          await desk.stop();
        } finally {
          stopListening();
          store.close();
        }
        ended();
      },
    };
  }

  #deskOptions(store: Store, restored: CarriedOver | null): DeskOptions {
    const { dataDir, country, portsDir, secretKey } = this.#options;
    return {
      store,
      clock: this.#clock,
      logger: this.#logger,
      version: VERSION,
      country,
      fallbackCountry: systemCountry(),
      zone: this.#zone,
      readableFolder: this.#readableFolder,
      hardware: systemHardware(portsDir ?? null),
      openLine: (line) => new ModemLine(line),
      secretBox: secretBoxWith(secretKey ?? keyFromFile(dataDir)),
      atTrace: this.#atTrace,
      optOutList: fileOptOutList(dataDir),
      languageModel: httpLanguageModel,
      calendarFolder: watchedCalendarFolder,
      parse: parseInThread,
      webhookPost: httpWebhookPost,
      mailPost: smtpMailPost,
      backupVault: this.#vault,
      freeBytes: () => this.#folder.freeBytes(),
      activateRestoredData: () => this.#activateRestoredData(),
      restored,
      sample: { isOn: false, start: () => this.#startSample(), end: () => Promise.resolve() },
    };
  }

  /** The desk over the invented shop; the real data are not touched. Where it cannot be opened it is erased: nothing in it is anybody's. */
  async #openedSample(): Promise<Running> {
    const { folder } = this.#sample;
    try {
      const store = await openStore(join(folder, DATABASE), { mayBeNew: false });
      const desk = deskOf({
        ...this.#deskOptions(store, null),
        optOutList: null,
        backupVault: paperVault(),
        activateRestoredData: () => Promise.resolve(),
        sample: { isOn: true, start: () => Promise.resolve(), end: () => this.#endSample() },
      });
      return await this.#runningOver(store, desk, 'demo', { started: () => {}, ended: () => {} });
    } catch (error) {
      this.#logger.error({ error: String(error) }, 'the sample shop could not be opened');
      this.#sample.erase();
      return this.#opened();
    }
  }

  /** Asked for twice, it is made once. */
  #startSample(): Promise<void> {
    this.#making ??= this.#makeSample().finally(() => (this.#making = null));
    return this.#making;
  }

  async #makeSample(): Promise<void> {
    const desk = this.#running?.desk ?? null;
    if (desk === null) return;
    await this.#sample.make((folder) =>
      fillInThread({
        folder,
        settings: desk.settings.all,
        language: desk.context.language(),
        country: desk.country,
        zone: this.#zone,
        version: VERSION,
        until: this.#clock.now(),
      }),
    );
    await this.#exchange('sample', () => this.#openedSample());
  }

  async #endSample(): Promise<void> {
    await this.#exchange('sample', () => {
      this.#sample.erase();
      return this.#opened();
    });
  }

  /** Another desk in the place of the one that runs; windows read everything anew. */
  async #exchange(by: 'backup' | 'sample', open: () => Promise<Running>): Promise<void> {
    const before = this.#running;
    if (before === null) return;
    this.#running = null;
    await before
      .close()
      .catch((error: unknown) => this.#logger.error({ error: String(error) }, 'the old data did not close'));
    this.#running = await open();
    this.events.emit({ type: 'app.restored', value: { at: this.#clock.now(), by } });
  }

  async #activateRestoredData(): Promise<void> {
    const before = this.#running;
    if (before === null) return;
    this.#folder.beginRestore(await before.carry(), this.#clock.now());
    await this.#exchange('backup', () => this.#opened());
  }
}

/** As far as damaged data can still be read. */
async function readWhatIsLeft(path: string): Promise<CarriedOver> {
  const store = await openStore(path);
  try {
    return carriedOver(store);
  } finally {
    store.close();
  }
}

/** The country the computer is set to; Germany, whose test SIM the Demo line plays, where it is set to none. */
function systemCountry(): CountryCode {
  const { region } = new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale);
  return region !== undefined && /^[A-Z]{2}$/.test(region) && region !== 'US' ? (region as CountryCode) : 'DE';
}
