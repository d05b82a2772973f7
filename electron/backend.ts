import { watchedCalendarFolder } from './calendar-folder.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, systemHardware, type Signal } from '../modem/index.ts';
import { fileBlackBox } from './black-box.ts';
import { Desk, type ModemChoice } from './desk/desk.ts';
import { dispatcherOf } from './desk/handlers.ts';
import { httpLanguageModel } from './language-model.ts';
import { fileLogger } from './log.ts';
import { fileOptOutList } from './opt-out-list.ts';
import { keyFromFile, sealerWith } from './secrets.ts';
import type { Clock } from './shared/clock.ts';
import type { ContractEvent } from './shared/contract.ts';
import type { CountryCode } from './shared/phone.ts';
import type { Result } from './shared/result.ts';
import { openStore } from './store/store.ts';
import { VERSION } from './version.ts';

export interface BackendOptions {
  /** Where everything is kept; made where it is missing. */
  readonly dataDir: string;
  readonly modem: ModemChoice;
  readonly country: CountryCode | null;
  readonly clock?: Clock;
  /** A folder whose entries are modem ports as well. */
  readonly portsDir?: string | null;
  /** What secrets are sealed with; null: a key file in the data folder. */
  readonly secretKey?: Uint8Array | null;
}

export interface Backend {
  readonly desk: Desk;
  readonly events: Signal<ContractEvent>;
  invoke(method: string, input: unknown): Promise<Result<unknown>>;
  /** Lets the text under way finish, closes the modem, then the database. */
  close(): Promise<void>;
}

/** Puts store, modem and desk together. Plain Node: runs in Electron's back-end process, headless, and in tests. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const clock = options.clock ?? systemClock;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const logger = fileLogger(options.dataDir);
  const store = await openStore(join(options.dataDir, 'counterline.db'));
  const blackBox = fileBlackBox(options.dataDir, clock);
  const desk = new Desk({
    store,
    clock,
    logger,
    version: VERSION,
    country: options.country,
    fallbackCountry: systemCountry(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hardware: systemHardware(options.portsDir ?? null),
    sealer: sealerWith(options.secretKey ?? keyFromFile(options.dataDir)),
    blackBox,
    optOutList: fileOptOutList(options.dataDir),
    languageModel: httpLanguageModel,
    calendarFolder: watchedCalendarFolder,
  });
  await desk.start(options.modem);
  logger.info({ version: VERSION, node: process.version }, 'started');
  return {
    desk,
    events: desk.events,
    invoke: dispatcherOf(desk, clock, logger),
    async close() {
      await desk.stop();
      store.close();
      blackBox.close();
      logger.info({}, 'stopped');
      logger.flush();
    },
  };
}

/** The country the computer is set to; Germany, whose test SIM the Demo line plays, where it is set to none. */
function systemCountry(): CountryCode {
  const { region } = new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale);
  return region !== undefined && /^[A-Z]{2}$/.test(region) && region !== 'US' ? (region as CountryCode) : 'DE';
}
