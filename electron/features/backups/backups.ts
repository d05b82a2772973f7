import { DAY, MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { BackupContents, BackupFile, BackupKind, BackupVault } from '../../shared/backup-vault.ts';
import { ok, refuse, type Refusal, type Result } from '../../shared/result.ts';
import type { BackupListDto, BackupStatusDto } from './contract.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';

const BACKUP = jobKind('backup');
/** On the shop's wall clock, when nobody is there; if the computer is off then, some time after it is on. */
const MADE_AT = Temporal.PlainTime.from('01:30');
/** Somebody who has just started the program wants to work with it first. */
const AFTER_START_MS = 2 * MINUTE;
const AGAIN_AFTER_MS = 60 * MINUTE;
/** How often one of the backups is read back. */
const PROVEN_EVERY_MS = 30 * DAY;
const SETTING = {
  passphrase: 'backup.passphrase',
  last: 'backup.last',
  failure: 'backup.failure',
  proven: 'backup.proven',
} as const;
export const BACKUP_SETTINGS: readonly string[] = Object.values(SETTING);
export const PASSPHRASE_SETTING = SETTING.passphrase;

interface BackupDeps {
  readonly vault: BackupVault;
  readonly scheduler: Scheduler;
  /** Replaces the data with those that were fetched, and restarts with them. */
  readonly activateRestoredData: () => Promise<void>;
  readonly onChange: () => void;
}

type Noted = Readonly<Record<string, unknown>> & { readonly at: number };

/** Makes backups of everything, every night and whenever the owner asks for one, and restores them. */
export class Backups {
  readonly #context: DeskContext;
  readonly #deps: BackupDeps;
  /** Only one backup task runs at a time. */
  #running: Promise<unknown> | null = null;

  constructor(context: DeskContext, deps: BackupDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(BACKUP, { run: (job, lateMs) => this.#run(lateMs, job.due_at) });
  }

  get status(): BackupStatusDto {
    const failure = this.#noted(SETTING.failure);
    return {
      folder: this.#folder,
      isOwnFolder: this.#folder === this.#deps.vault.ownFolder,
      encrypted: this.#context.store.settings.get(SETTING.passphrase) !== null,
      lastAt: this.#noted(SETTING.last)?.at ?? null,
      provenAt: this.#noted(SETTING.proven)?.at ?? null,
      failure:
        failure === null
          ? null
          : { at: failure.at, code: failure['code'] as Refusal['code'], message: String(failure['message']) },
      isRunning: this.#running !== null,
    };
  }

  /** @param folder null: the folder that backups go to */
  async list(folder: string | null): Promise<Result<BackupListDto>> {
    const path = folder ?? this.#folder;
    const listed = await this.#deps.vault.list(path);
    if (!listed.ok) return listed;
    const usable = await this.#deps.vault.folder(path);
    return ok({ folder: path, onSameDisk: usable.ok && usable.value.onSameDisk, items: listed.value });
  }

  make(): Promise<Result<BackupFile>> {
    return this.#exclusively(() => this.#make('by-hand'));
  }

  /** Checks, before another folder is chosen, whether it can be used at all. */
  async checkFolder(path: string): Promise<Result<unknown>> {
    return path === '' ? ok(null) : this.#deps.vault.use(path);
  }

  /** Another folder or passphrase was chosen; it is also remembered outside the data, in case these cannot be read. */
  folderChanged(): void {
    this.#deps.vault.remember(this.#folder);
  }

  /** @param passphrase null: anybody who has the next backups can read them; the older ones stay as they are */
  setPassphrase(passphrase: string | null): BackupStatusDto {
    const { store, secretBox } = this.#context;
    if (passphrase === null) store.settings.remove(SETTING.passphrase);
    else store.settings.set(SETTING.passphrase, secretBox.seal(passphrase));
    this.#deps.onChange();
    return this.status;
  }

  /** @param passphrase null: the current one */
  verify(name: string, passphrase: string | null): Promise<Result<BackupContents>> {
    return this.#exclusively(() => this.#verify(name, passphrase));
  }

  /**
   * Replaces the data with a backup; the old data are kept aside. Whoever has opted out or asked to be forgotten since the backup
   * stays so; nothing that may have been sent since is sent again.
   */
  async restore(name: string, passphrase: string | null, folder: string | null): Promise<Result<BackupContents>> {
    const passphrases = [passphrase, this.#passphrase()].filter((each) => each !== null);
    const fetched = await this.#exclusively(() => this.#deps.vault.fetch(folder ?? this.#folder, name, passphrases));
    if (!fetched.ok) return fetched;
    this.#context.logger.info({ ...fetched.value }, 'a backup is put back');
    await this.#deps.activateRestoredData();
    return fetched;
  }

  /** Call it at the start. */
  start(): void {
    this.#deps.vault.remember(this.#folder);
    this.#context.unit(() => this.#armNext());
  }

  /** Resolves when the backup that is being made is finished. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => {});
  }

  /** Aborts the backup that is being made. */
  stop(): Promise<void> {
    this.#deps.vault.stop();
    return this.idle();
  }

  get #folder(): string {
    const { backupFolder } = this.#context.settings();
    return backupFolder === '' ? this.#deps.vault.ownFolder : backupFolder;
  }

  /** Null: there is none. @throws if there is one that was sealed with another computer's key */
  #passphrase(): string | null {
    const { store, secretBox } = this.#context;
    const sealed = store.settings.get(SETTING.passphrase);
    return sealed === null ? null : secretBox.open(sealed);
  }

  #armNext(): void {
    const { clock, calendar } = this.#context;
    const now = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone);
    for (let date = now.toPlainDate(); ; date = date.add({ days: 1 })) {
      const at = date.toZonedDateTime({ timeZone: calendar.zone, plainTime: MADE_AT }).epochMilliseconds;
      if (this.#deps.scheduler.arm(BACKUP, `${BACKUP.name}:${String(date)}`, at, null, {})) return;
    }
  }

  #run(lateMs: number, dueAt: number): JobOutcome {
    const { clock, calendar } = this.#context;
    if (lateMs > AFTER_START_MS) return { kind: 'again', at: clock.now() + AFTER_START_MS };
    void this.#exclusively(() => this.#nightly());
    // Arms the next night's job; arming this night's would move the job that is running, which is then settled.
    const due = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(calendar.zone).toPlainDate();
    const next = due.add({ days: 1 });
    const at = next.toZonedDateTime({ timeZone: calendar.zone, plainTime: MADE_AT }).epochMilliseconds;
    this.#deps.scheduler.arm(BACKUP, `${BACKUP.name}:${String(next)}`, at, null, {});
    return DONE;
  }

  async #nightly(): Promise<Result<BackupFile>> {
    const { clock } = this.#context;
    const made = await this.#make('nightly');
    if (!made.ok) {
      const at = clock.now() + AGAIN_AFTER_MS;
      this.#context.unit(() => this.#deps.scheduler.arm(BACKUP, `${BACKUP.name}:again:${at}`, at, null, {}));
      return made;
    }
    const proven = this.#noted(SETTING.proven)?.at ?? 0;
    if (clock.now() - proven >= PROVEN_EVERY_MS) await this.#verify(made.value.name, null);
    return made;
  }

  async #make(kind: BackupKind): Promise<Result<BackupFile>> {
    const { store, clock, logger } = this.#context;
    const isSealed = store.settings.get(SETTING.passphrase) !== null;
    const passphrase = this.#passphrase();
    const made =
      isSealed && passphrase === null
        ? refuse('wrong-passphrase.unreadable')
        : await this.#deps.vault
            .make(this.#folder, kind, clock.now(), passphrase, (path, isGivenUp) => store.copyTo(path, isGivenUp))
            .catch((error: unknown) => {
              logger.error({ error: String(error) }, 'a backup failed');
              return refuse('internal');
            });
    if (made.ok) {
      store.settings.set(SETTING.last, JSON.stringify({ at: made.value.at, name: made.value.name }));
      store.settings.remove(SETTING.failure);
      await this.#deps.vault.adopt(this.#folder, passphrase).catch((error: unknown) => {
        logger.warn({ error: String(error) }, 'a copy made before an update stays where it is');
      });
      logger.info({ kind, bytes: made.value.bytes }, 'a backup was made');
    } else this.#failed(made.error);
    return made;
  }

  async #verify(name: string, passphrase: string | null): Promise<Result<BackupContents>> {
    const { store, clock } = this.#context;
    const proven = await this.#deps.vault.verify(this.#folder, name, passphrase ?? this.#passphrase());
    if (proven.ok) store.settings.set(SETTING.proven, JSON.stringify({ at: clock.now(), name }));
    // An older passphrase that does not fit is no fault of the backup.
    else if (proven.error.code === 'damaged') this.#failed(proven.error);
    return proven;
  }

  #failed({ code, message }: Refusal): void {
    const { store, clock, logger } = this.#context;
    logger.warn({ code }, 'a backup failed');
    store.settings.set(SETTING.failure, JSON.stringify({ at: clock.now(), code, message }));
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#running ?? Promise.resolve();
    const running = before.catch(() => {}).then(work);
    this.#running = running;
    const settle = (): void => {
      if (this.#running !== running) return;
      this.#running = null;
      this.#deps.onChange();
    };
    running.then(settle, settle);
    this.#deps.onChange();
    return running;
  }

  #noted(key: string): Noted | null {
    const noted = this.#context.store.settings.get(key);
    return noted === null ? null : (JSON.parse(noted) as Noted);
  }
}
