import { join } from 'node:path';
import { DirectLine, Network, SimCard, TurnedClock } from '../../modem/index.ts';
import { paperVault } from '../backups/paper-vault.ts';
import { DATABASE } from '../data-folder.ts';
import { deskOf } from '../app/desk.ts';
import { dispatcherOf } from '../app/dispatcher.ts';
import { openStore } from '../app/store.ts';
import { DEMO_IMSI, DEMO_NUMBER } from '../features/lines/demo-line.ts';
import type { Settings } from '../features/settings/table.ts';
import { deSample } from '../locales/de/sample.ts';
import { enSample } from '../locales/en/sample.ts';
import type { CustomerLanguage } from '../locales/customer-languages.ts';
import { parseHere } from '../files/parser.ts';
import { secretBoxWith } from '../secrets.ts';
import type { Logger } from '../shared/logger.ts';
import type { CountryCode } from '../shared/phone.ts';
import { SAMPLE_DAYS, SampleShop } from './sample-shop.ts';

const DAY_MS = 86_400_000;
/** As short as the modem's code lets it be: a month has many texts. */
const REPORT_MS = 4_000;

export interface SampleFor {
  /** Where its database is made; nothing is there yet. */
  readonly folder: string;
  /** As the real shop is set: the sample looks like it. */
  readonly settings: Settings;
  readonly language: CustomerLanguage;
  readonly country: CountryCode;
  /** IANA. */
  readonly zone: string;
  readonly version: string;
  /** The instant that the sample shop is lived up to. */
  readonly until: number;
}

/**
 * Makes the database of a sample shop: a desk of its own lives through a month on a clock that is turned, with a line that has no
 * modem and customers who are simulated. Nothing leaves this program.
 */
export async function fillSample({
  folder,
  settings,
  language,
  country,
  zone,
  version,
  until,
}: SampleFor): Promise<void> {
  const logger: Logger = { debug() {}, info() {}, warn() {}, error: (...said) => faults.push(said) };
  const faults: unknown[] = [];
  const store = await openStore(join(folder, DATABASE), { mayBeNew: true });
  try {
    const clock = new TurnedClock(until - SAMPLE_DAYS * DAY_MS);
    store.lines.create({ kind: 'demo', imsi: DEMO_IMSI, name: 'Demo line', port: null, at: clock.now() });
    const network = new Network({ clock, reportDelayMs: REPORT_MS });
    const sim = new SimCard({ imsi: DEMO_IMSI, msisdn: DEMO_NUMBER });
    const desk = deskOf({
      logger,
      version,
      zone,
      // Nothing in it is secret.
      secretBox: secretBoxWith(new Uint8Array(32)),
      parse: parseHere,
      store,
      clock,
      country,
      fallbackCountry: country,
      hardware: {
        listPorts: () => Promise.resolve([]),
        transport: () => {
          throw new Error('The sample shop has no ports.');
        },
        deviceOf: (path) => Promise.resolve(path),
        watch: () => () => {},
      },
      openLine: (line) => new DirectLine(line, network, sim),
      atTrace: null,
      optOutList: null,
      languageModel: null,
      calendarFolder: null,
      webhookPost: { post: () => Promise.resolve({ status: 200 }) },
      mailPost: { send: () => Promise.resolve(null) },
      backupVault: paperVault(),
      readableFolder: null,
      freeBytes: () => null,
      activateRestoredData: () => Promise.resolve(),
      restored: null,
      sample: { isOn: true, start: () => Promise.resolve(), end: () => Promise.resolve() },
    });
    const { apiPort: _, backupFolder: __, calendarFolder: ___, ...kept } = settings;
    desk.setSettings({ ...kept, welcomed: true });
    await desk.start('demo');
    const shop = new SampleShop({
      clock,
      network,
      ownNumber: DEMO_NUMBER,
      invoke: dispatcherOf(desk, logger),
      words: language === 'de' ? deSample : enSample,
      language: language === 'de' ? 'de' : 'en',
      country,
      zone,
      hours: settings.hours,
      until,
    });
    await shop.live();
    const stopped = desk.stop();
    await clock.advance(10_000);
    await stopped;
    if (faults.length > 0) throw new Error(`The sample shop had faults: ${JSON.stringify(faults).slice(0, 2_000)}`);
  } finally {
    store.close();
  }
}
