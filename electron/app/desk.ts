import { Emitter } from '../../modem/index.ts';
import type { DeskContext } from '../core/context.ts';
import { DeskEvents } from '../core/desk-events.ts';
import { DiskSpace } from '../core/disk-space.ts';
import { Followers } from '../core/followers.ts';
import { Lifecycle } from '../core/lifecycle.ts';
import type { Service } from '../core/service.ts';
import { languageForCustomers, languageOfOwner } from '../features/consent/shop-language.ts';
import { publishMessages } from '../features/conversations/publish.ts';
import type { ModemChoice } from '../features/lines/lines-options.ts';
import { countryOfImsi } from '../features/lines/mcc.ts';
import type { Condition } from '../features/messaging/gate.ts';
import { ShopCalendar } from '../features/opening-hours/shop-calendar.ts';
import { SpecialDays } from '../features/opening-hours/special-days.ts';
import { DeskSettings } from '../features/settings/desk-settings.ts';
import { SETTINGS, type SettingName, type Settings } from '../features/settings/table.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { Setting, SettingEffect } from '../shared/setting.ts';
import type { ContractEvent } from './contract.ts';
import { featuresOf, type Features } from './features.ts';
import type { DeskOptions, SampleShopControl } from './options.ts';
import { publicEventsOf, toPublicEvent } from './public-events.ts';
import { servicesOf } from './services.ts';
import type { AppState, CountsDto } from './shop-contract.ts';
import { countsOf, stateOf } from './state.ts';

/** What the owner's settings hold back. */
const HELD_BY_OWNERS_RULES: readonly Condition[] = ['quiet-hours', 'holiday', 'week-full'];

/** The service desk: everything behind the window and the API, over one store and its lines. */
export type Desk = Features & DeskItself;

export function deskOf(options: DeskOptions): Desk {
  const itself = new DeskItself(options);
  const desk = Object.assign(itself, itself.features);
  const published = publicEventsOf(() => desk);
  desk.webhooks.setEventMapper((event) => toPublicEvent(published, event));
  return desk;
}

/** What holds the features together: their context, their life, and what belongs to none of them. */
class DeskItself {
  readonly events = new Emitter<ContractEvent>();
  readonly context: DeskContext;
  readonly settings: DeskSettings;
  readonly features: Features;
  readonly #options: DeskOptions;
  readonly #disk: DiskSpace;
  readonly #lifecycle: Lifecycle;
  #services: readonly Service[] = [];
  /** What is told once is told to somebody. */
  #hasClient = false;
  #lineChanges = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.settings = new DeskSettings(options.store);
    // At once, also within a unit of work: the disk is as it is, whether that is undone or not.
    this.#disk = new DiskSpace(options.freeBytes, options.clock, () => {
      this.#publishState();
      this.features.lines.wake();
    });
    this.#lifecycle = new Lifecycle({
      ...options,
      services: () => this.#services,
      onRecovered: () => this.context.appChanged(),
    });
    const specialDays = new SpecialDays({ ...options, country: () => this.country }, () => {
      this.#hoursChanged();
      this.context.appChanged();
    });
    const told = new DeskEvents();
    this.context = this.#contextOf(told, specialDays);
    this.features = featuresOf({ context: this.context, options, settings: this.settings }, specialDays);
    const { lines, notices, optOuts } = this.features;
    told.on((event) => {
      this.events.emit(event);
      if (event.type === 'conversation.event') optOuts?.onEvent(event.value);
    });
    lines.changed.on((value) => {
      notices.line(value);
      this.events.emit({ type: 'line.changed', value });
      this.#lifecycle.rearm();
    });
    lines.setChanged.on(() => {
      this.#lineChanges += 1;
      this.context.appChanged();
    });
    this.#services = servicesOf({
      context: this.context,
      settings: this.settings,
      features: this.features,
      disk: this.#disk,
      restored: options.restored,
      hasClient: () => this.#hasClient,
    });
  }

  #contextOf(told: DeskEvents, specialDays: SpecialDays): DeskContext {
    const { store, clock, logger, parse, secretBox, atTrace, zone } = this.#options;
    const settings = (): Settings => this.settings.all;
    return {
      store,
      clock,
      logger,
      parse,
      secretBox,
      atTrace,
      events: told,
      followers: new Followers(logger),
      unit: (work, isDryRun = false) => told.unit(store, work, isDryRun),
      wake: () =>
        told.after('wake', () => {
          this.#lifecycle.rearm();
          this.features.lines.wake();
        }),
      appChanged: () => told.after('app', () => this.#publishState()),
      calendar: new ShopCalendar({
        zone: () => zone,
        open: () => settings().hours,
        texting: () => settings().textingHours,
        specialDays: () => specialDays.rows,
      }),
      settings,
      country: () => this.country,
      language: () => languageForCustomers(settings(), this.country),
      ownerLanguage: () => languageOfOwner(settings(), this.country),
      // What the last end left is put right before anything new is taken on.
      hasRoom: () => this.#disk.check() && !this.#lifecycle.isWaiting,
      currentAgent: () => this.settings.currentAgent,
    };
  }

  #publishState(): void {
    this.events.emit({ type: 'app.changed', value: this.state });
  }

  /** Puts right what a crash left, then opens the lines. */
  start(modem: ModemChoice): Promise<void> {
    this.#lifecycle.start();
    return this.features.lines.open(modem);
  }

  /** The computer slept, or its clock was set: looks at everything at once. */
  onSystemResume(): void {
    this.#lifecycle.wake();
    this.features.lines.checkNow();
  }

  /** Finishes what is under way and lets go of the modem. The store is the caller's to close. */
  stop(): Promise<void> {
    return this.#lifecycle.stop();
  }

  /** An invented shop in this one's place. */
  get sample(): SampleShopControl {
    return this.#options.sample;
  }

  /** The shop's: as the owner set it, else by the SIM. */
  get country(): CountryCode {
    const { country, fallbackCountry } = this.#options;
    const ownersChoice = this.settings.all.country as CountryCode | '';
    const ofSim = (): CountryCode | null => countryOfImsi(this.features.lines.current?.imsi ?? null);
    return country ?? (ownersChoice || (ofSim() ?? fallbackCountry));
  }

  get state(): AppState {
    return stateOf({
      options: this.#options,
      settings: this.settings,
      features: this.features,
      disk: this.#disk,
      lifecycle: this.#lifecycle,
      lineChanges: this.#lineChanges,
      customerLanguage: this.context.language(),
    });
  }

  get counts(): CountsDto {
    return countsOf(this.#options, this.features);
  }

  /** A window or the shell is there: what came due before is told now. */
  onClientConnected(): void {
    if (this.#hasClient) return;
    this.#hasClient = true;
    this.#lifecycle.rearm();
  }

  /** @param changes checked, see `checkedSettings` */
  setSettings(changes: Partial<Settings>): AppState {
    this.settings.change(changes);
    const effects = new Set(Object.keys(changes).map((name) => effectOf(name as SettingName)));
    for (const effect of effects) this.#take(effect);
    this.#lifecycle.rearm();
    this.context.appChanged();
    return this.state;
  }

  #take(effect: SettingEffect | null): void {
    const { upcoming, calendarSync, backups } = this.features;
    switch (effect) {
      case 'reminders':
        upcoming.replan();
        this.#hoursChanged();
        break;
      case 'hours':
        this.#hoursChanged();
        break;
      case 'calendar-folder':
        calendarSync.follow();
        break;
      case 'backup-folder':
        backups.folderChanged();
        break;
      case null:
        break;
    }
  }

  /** What waits for hours or for room in a week is looked at anew. */
  #hoursChanged(): void {
    publishMessages(this.context, this.#options.store.queue.releaseHeld(HELD_BY_OWNERS_RULES));
    this.#lifecycle.rearm();
  }
}

function effectOf(name: SettingName): SettingEffect | null {
  const setting: Setting = SETTINGS[name];
  return setting.effect ?? null;
}
