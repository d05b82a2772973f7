import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { dispatcherOf } from '../../electron/app/dispatcher.ts';
import { startHttp, type HttpServer } from '../../electron/http/server.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Counter } from './shop-page.ts';
import { silent, testDesk, type TestDesk } from './desk.ts';
import { FakeClock } from './fake-clock.ts';
import { ROOT } from './headless.ts';
import { MORNING } from './inbox-desk.ts';

const TOKEN = 'test-token-0123456789';
const PORT = '/dev/ttySimulated';
/** By itself time passes, in these steps, so that whatever is asked of the desk and the modem gets done. */
const STEP_MS = 50;
const STEP_TAKES_MS = 15;

/**
 * A shop whose clock a test turns: desk, modem and network run in the test's own process, and the window in a real browser
 * that is told the same time.
 */
export class TimedShop extends Counter {
  readonly clock: FakeClock;
  readonly network: Network;
  readonly sim = new SimCard({ imsi: '262011234567890' });
  readonly delivered: ReceivedText[] = [];
  readonly #desk: TestDesk;
  readonly #http: HttpServer;
  #isOpen = true;
  #turning: Promise<void> = Promise.resolve();

  private constructor(browser: Browser, clock: FakeClock, desk: TestDesk, http: HttpServer) {
    super(browser);
    this.clock = clock;
    this.network = new Network({ clock });
    this.network.textReceived.on((text) => this.delivered.push(text));
    this.#desk = desk;
    this.#http = http;
  }

  /** @param demo on the Demo line, whose customers write by themselves */
  static async open(browser: Browser, { demo = false }: { readonly demo?: boolean } = {}): Promise<TimedShop> {
    const clock = new FakeClock(MORNING);
    const all = await testDesk({ clock });
    const http = await startHttp({
      desk: () => all.desk,
      events: all.desk.events,
      invoke: dispatcherOf(all.desk, silent),
      token: TOKEN,
      host: '127.0.0.1',
      port: 0,
      rendererDir: join(ROOT, 'dist/renderer'),
      version: '0.0.0',
      clock,
      logger: silent,
    });
    const shop = new TimedShop(browser, clock, all, http);
    if (!demo) all.hardware.plug(PORT, new SimulatedModem({ sim: shop.sim, network: shop.network, clock }));
    await all.desk.start(demo ? 'demo' : { paths: [PORT] });
    void shop.#run();
    await shop.ask('settings.set', { welcomed: true });
    const page = await shop.reopen();
    await page.locator('[data-line-state=ready]').waitFor();
    return shop;
  }

  /** So much time passes at once. */
  async later(ms: number): Promise<void> {
    await this.#turn(ms);
    await this.page.clock.setFixedTime(this.clock.now());
  }

  /** The computer sleeps for so long, and wakes up: no timer fired meanwhile. */
  async asleep(ms: number): Promise<void> {
    // In its turn: hands that are being turned would be set back.
    this.#turning = this.#turning.then(() => this.clock.sleep(ms));
    await this.#turning;
    await this.page.clock.setFixedTime(this.clock.now());
    this.#desk.desk.onSystemResume();
  }

  override customer(text: string, from = '+491712223344'): void {
    this.network.sendText(from, this.sim.msisdn, text);
  }

  async close(): Promise<void> {
    await this.closeWindows();
    const stopped = this.#desk.desk.stop();
    await this.#turn(10_000);
    await stopped;
    this.#isOpen = false;
    await this.#turning;
    await this.#http.close();
    await this.#desk.close();
  }

  protected override get address(): { readonly url: string; readonly token: string } {
    return { url: this.#http.url, token: TOKEN };
  }

  /** By the clock of this computer, as the desk's own hours are. */
  override window(options: BrowserContextOptions = {}): Promise<Page> {
    return super.window({ timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone, ...options });
  }

  protected override prepare(page: Page): Promise<void> {
    return page.clock.setFixedTime(this.clock.now());
  }

  async #run(): Promise<void> {
    while (this.#isOpen) {
      await this.#turn(STEP_MS);
      await new Promise((resolve) => setTimeout(resolve, STEP_TAKES_MS));
    }
  }

  /** One after the other: the hands are turned by one at a time. */
  #turn(ms: number): Promise<void> {
    this.#turning = this.#turning.then(() => this.clock.advance(ms));
    return this.#turning;
  }
}
